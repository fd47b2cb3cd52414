import { attributeOf, collapse, targetNamespace } from "./attributes.js";
import type { DocumentReference, SourceDocument, SourceElement } from "./document.js";
import { xsdNamespace } from "./namespaces.js";
import { isWsdl, isXsd } from "./source-names.js";

export interface ReferenceElement {
  readonly element: SourceElement;
  readonly kind: DocumentReference["kind"];
}

/** The schemas that a document holds: its root, or those of its `wsdl:types`. */
export function schemaElements({ root }: SourceDocument): readonly SourceElement[] {
  if (isXsd(root, "schema")) return [root];
  if (!isWsdl(root, "definitions")) return [];
  return root.children
    .filter((child) => isWsdl(child, "types"))
    .flatMap(({ children }) => children.filter((child) => isXsd(child, "schema")));
}

/** The elements of a document that name other documents, in document order. */
export function referenceElements(document: SourceDocument): readonly ReferenceElement[] {
  const found: ReferenceElement[] = [];
  for (const child of document.root.children) {
    if (isWsdl(child, "import")) found.push({ element: child, kind: "wsdl-import" });
  }
  for (const schema of schemaElements(document)) {
    for (const element of schema.children) {
      const kind = element.name.localName;
      if (element.name.namespace !== xsdNamespace) continue;
      if (kind === "include" || kind === "import" || kind === "redefine") found.push({ element, kind });
    }
  }
  return found;
}

/** The namespaces that a document has a schema for. */
export function targetNamespaces(document: SourceDocument): readonly string[] {
  return schemaElements(document).map(targetNamespace);
}

/** The attributes that name components; some of them several. */
const referring = ["ref", "type", "base", "itemType", "memberTypes", "substitutionGroup", "element"];

/**
 * Whether a schema of the document refers to a component of a namespace. The built-in types of the XSD namespace are
 * always known, so for it only references to declarations count.
 */
export function refersTo(document: SourceDocument, namespace: string): boolean {
  const names = namespace === xsdNamespace ? ["ref"] : referring;
  const waiting = [document.root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    for (const name of names) {
      const attribute = attributeOf(element, name);
      for (const word of attribute === undefined ? [] : collapse(attribute.value).split(" ")) {
        const prefix = word.slice(0, Math.max(0, word.indexOf(":")));
        if (element.namespaces.lookupNamespace(prefix) === namespace) return true;
      }
    }
    for (const child of element.children) waiting.push(child);
  }
  return false;
}
