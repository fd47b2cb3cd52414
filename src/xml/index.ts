export type { XmlDeclaration } from "./declaration.js";
export type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "./events.js";
export { defaultLimits, type XmlLimits } from "./limits.js";
export { clarkName, type XmlName, xmlName, xmlNamespace, xmlnsNamespace } from "./names.js";
export { XmlReader, type XmlReaderOptions } from "./reader.js";
export { XmlWriter, type XmlWriterOptions } from "./writer.js";
