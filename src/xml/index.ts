/**
 * An XML reader and an XML writer that know namespaces, and nothing about schemas.
 *
 * @module xsdsmith/xml
 */
export { copyXml } from "./copy.js";
export type { XmlDeclaration } from "./declaration.js";
export { decodeXml, type XmlBytesOptions } from "./decode.js";
export { ignoreDoctype } from "./doctype.js";
export type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "./events.js";
export { indented, type Layout } from "./indentation.js";
export { defaultLimits, type XmlLimits } from "./limits.js";
export { clarkName, type XmlName, xmlName, xmlNamespace, xmlnsNamespace } from "./names.js";
export { readXml } from "./read-xml.js";
export { XmlReader, type XmlReaderOptions } from "./reader.js";
export type { DoctypeReader } from "./reader-options.js";
export { XmlStream, type XmlStreamOptions, type XmlStreamSource } from "./stream.js";
export { XmlWriter, type XmlWriterOptions } from "./writer.js";
