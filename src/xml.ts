/**
 * An XML reader and an XML writer that know namespaces, and nothing about schemas.
 *
 * @module xsdsmith/xml
 */

export { ignoreDoctype } from "./xml/doctype/doctype.js";
export type { XmlDeclaration } from "./xml/fast/declaration.js";
export { XmlReader, type XmlReaderOptions } from "./xml/fast/reader.js";
export type { DoctypeReader } from "./xml/fast/reader-options.js";
export { defaultLimits, type XmlLimits } from "./xml/limits.js";
export { clarkName, type XmlName, xmlName, xmlNamespace, xmlnsNamespace } from "./xml/names.js";
export type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "./xml/ports.js";
export { decodeXml, type XmlBytesOptions } from "./xml/stream/decode.js";
export { readXml } from "./xml/stream/read-xml.js";
export { XmlStream, type XmlStreamOptions, type XmlStreamSource } from "./xml/stream/stream.js";
export { copyXml } from "./xml/write/copy.js";
export type { Indentation } from "./xml/write/indentation.js";
export { indented, type Layout } from "./xml/write/indentation.js";
export { XmlWriter, type XmlWriterOptions } from "./xml/write/writer.js";
