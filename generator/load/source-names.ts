import type { SourceElement } from "./document.js";
import { wsdlNamespace, xsdNamespace } from "./namespaces.js";

export function isXsd(element: SourceElement, localName: string): boolean {
  return element.name.localName === localName && element.name.namespace === xsdNamespace;
}

export function isWsdl(element: SourceElement, localName: string): boolean {
  return element.name.localName === localName && element.name.namespace === wsdlNamespace;
}
