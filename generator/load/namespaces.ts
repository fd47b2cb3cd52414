export const xsdNamespace = "http://www.w3.org/2001/XMLSchema";
/** Namespace of the attributes that belong in instances only (Part 1, 2.6). */
export const xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";
/** Namespace of the attributes of conditional inclusion (XSD 1.1 Part 1, 4.2.2). */
export const versioningNamespace = "http://www.w3.org/2007/XMLSchema-versioning";
export const wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";
