import { attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import type { NamespaceConstraint, Wildcard } from "./components.js";
import { readAnnotation } from "./read-annotation.js";
import type { SchemaDocument } from "./workspace.js";

/** Reads `xs:any` or `xs:anyAttribute` (Part 1, 3.10.2). */
export function readWildcard(element: SourceElement, { targetNamespace }: SchemaDocument): Wildcard {
  const processContents = attributeValue(element, "processContents");
  return {
    source: element,
    annotation: readAnnotation(element),
    kind: "wildcard",
    namespaceConstraint: readConstraint(attributeValue(element, "namespace") ?? "##any", targetNamespace),
    processContents: processContents === "lax" || processContents === "skip" ? processContents : "strict",
  };
}

function readConstraint(value: string, targetNamespace: string): NamespaceConstraint {
  if (value === "##any") return { kind: "any" };
  if (value === "##other") return { kind: "not", namespace: targetNamespace };
  const namespaces = new Set<string>();
  for (const word of value.split(" ")) {
    if (word === "##targetNamespace") namespaces.add(targetNamespace);
    else if (word === "##local") namespaces.add("");
    else if (word !== "") namespaces.add(word);
  }
  return { kind: "list", namespaces: [...namespaces] };
}
