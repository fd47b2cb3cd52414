import { nearestName } from "../../src/text/nearest.js";
import { clarkName, type XmlName, xmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue, collapse, targetNamespace } from "../load/attributes.js";
import type { LoadedDocuments, SourceDocument, SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import { isWsdl } from "../load/source-names.js";

/** The elements of WSDL that other elements name. */
export type DefinitionKind = "message" | "portType" | "binding" | "service";

/** What all WSDL documents define, before anything is resolved. */
export type Definitions = Readonly<Record<DefinitionKind, ReadonlyMap<XmlName, SourceElement>>>;

/** Collects the definitions of every WSDL document (WSDL 1.1, 2.1). */
export function collectDefinitions(loaded: LoadedDocuments, findings: Findings): Definitions {
  const found = { message: new Map(), portType: new Map(), binding: new Map(), service: new Map() };
  const texts = new Set<string>();
  for (const { root, references, text } of loaded.documents) {
    // The same file by two addresses defines nothing twice.
    if (!isWsdl(root, "definitions") || texts.has(text)) continue;
    texts.add(text);
    const namespace = targetNamespace(root);
    checkImports(references, findings);
    for (const element of root.children) {
      const kind = definitionKind(element);
      if (kind === undefined) continue;
      const name = xmlName(namespace, attributeValue(element, "name") ?? "");
      if (name.localName === "") {
        findings.report("wsdl-name", `a ${kind} must have a name`, element);
      } else if (found[kind].has(name)) {
        const message = `${kind} ${clarkName(name)} is defined more than once`;
        findings.report("wsdl-name", message, element, attributeOf(element, "name"));
      } else {
        found[kind].set(name, element);
      }
    }
  }
  return found;
}

/** WS-I BP 1.1, R2001 and R2005. */
function checkImports(references: SourceDocument["references"], findings: Findings): void {
  for (const { kind, element, target } of references) {
    if (kind !== "wsdl-import" || target === undefined) continue;
    if (!isWsdl(target.root, "definitions")) {
      findings.warn("wsdl-import", `wsdl:import is for WSDL documents, but ${target.file} is a schema`, element);
      continue;
    }
    const [wanted, found] = [attributeValue(element, "namespace"), attributeValue(target.root, "targetNamespace")];
    if (wanted === found) continue;
    const message = `the import is for ${JSON.stringify(wanted ?? "")}, but ${target.file} defines ${JSON.stringify(found ?? "")}`;
    findings.report("wsdl-import", message, element, attributeOf(element, "namespace"));
  }
}

function definitionKind(element: SourceElement): DefinitionKind | undefined {
  for (const kind of ["message", "portType", "binding", "service"] as const) if (isWsdl(element, kind)) return kind;
  return undefined;
}

/** The name that an attribute's QName stands for; what is wrong with it is reported. */
export function readName(element: SourceElement, attributeName: string, findings: Findings): XmlName | undefined {
  const attribute = attributeOf(element, attributeName);
  if (attribute === undefined) {
    findings.report("wsdl-attribute", `${element.name.localName} must have the attribute ${attributeName}`, element);
    return undefined;
  }
  const text = collapse(attribute.value);
  const [prefix = "", localName, ...more] = text.includes(":") ? text.split(":") : ["", text];
  if (localName === undefined || localName === "" || more.length > 0) {
    findings.report("wsdl-attribute", `${JSON.stringify(text)} is not a qualified name`, element, attribute);
    return undefined;
  }
  const namespace = element.namespaces.lookupNamespace(prefix);
  if (namespace === undefined && prefix !== "") {
    const message = `the prefix ${JSON.stringify(prefix)} is not bound to a namespace`;
    findings.report("wsdl-attribute", message, element, attribute);
    return undefined;
  }
  return xmlName(namespace ?? "", localName);
}

/** The definition that an attribute names; a name without one is reported. */
export function resolveDefinition(
  definitions: Definitions,
  kind: DefinitionKind,
  element: SourceElement,
  attributeName: string,
  findings: Findings,
): SourceElement | undefined {
  const name = readName(element, attributeName, findings);
  if (name === undefined) return undefined;
  const found = definitions[kind].get(name);
  if (found === undefined) {
    const message = `there is no ${kind} ${clarkName(name)}${hint(definitions[kind].keys(), name)}`;
    findings.report("wsdl-resolve", message, element, attributeOf(element, attributeName));
  }
  return found;
}

/** What the author probably meant by a name that is not there. */
export function hint(known: Iterable<XmlName>, { namespace, localName }: XmlName): string {
  const same: string[] = [];
  for (const name of known) {
    if (name.namespace === namespace) same.push(name.localName);
    else if (name.localName === localName) return `; did you mean ${clarkName(name)}?`;
  }
  const nearest = nearestName(localName, same);
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

/** The text of an element's `wsdl:documentation`. */
export function documentationOf(element: SourceElement): string | undefined {
  return element.children.find((child) => isWsdl(child, "documentation"))?.text;
}
