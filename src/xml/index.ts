export type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "./events.js";
export { clarkName, type XmlName, xmlName, xmlNamespace, xmlnsNamespace } from "./names.js";
