/**
 * What other schemas refer to of the XSD namespace beside its types: `xs:schema`, which .NET's DataSet puts into
 * messages. Its content is left open; a schema inside a message is data, not a schema that we compile.
 */
export const xsdSchema: string = `<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:element name="schema">
    <xs:complexType>
      <xs:sequence><xs:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:anyAttribute namespace="##any" processContents="skip"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
`;
