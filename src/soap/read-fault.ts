import { knownName, type XmlName, xmlNamespace } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import { readXmlElement } from "../xml/tree/read-xml-element.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import type { SoapFaultContent } from "./fault.js";
import { childrenOf, textOf } from "./typed-element.js";

/**
 * Reads a fault of either version, whatever envelope it stands in, and whatever is missing from it: the source stands on
 * its `start`, and afterwards on its `end`.
 */
export function readFault(source: XmlEventSource): SoapFaultContent {
  const fault = readXmlElement(source);
  // The names of the two versions differ, so the children say which one it is: servers mix them.
  const code = child(fault, "faultcode") ?? child(child(fault, "Code"), "Value");
  const reason = child(fault, "faultstring") ?? reasonText(child(fault, "Reason"));
  const actor = child(fault, "faultactor") ?? child(fault, "Role") ?? child(fault, "Node");
  const detail = child(fault, "detail") ?? child(fault, "Detail");
  return {
    faultCode: code === undefined ? undefined : qualifiedName(code),
    faultCodeText: code === undefined ? "" : textOf(code).trim(),
    subcodes: subcodes(child(fault, "Code")),
    reason: reason === undefined ? "" : textOf(reason),
    language: reason?.attributes?.[`{${xmlNamespace}}lang`],
    actor: actor === undefined ? undefined : textOf(actor).trim(),
    detail: detail === undefined ? [] : childrenOf(detail),
    detailNamespaces: detail?.namespaces,
  };
}

/** The child element of this name, whatever its namespace, with the prefixes that it inherits. */
function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent === undefined) return undefined;
  const found = childrenOf(parent).find((element) => element.name === name);
  return found && { ...found, namespaces: { ...parent.namespaces, ...found.namespaces } };
}

/** SOAP 1.2, 5.4.2: a text for each language; the English one, else the first. */
function reasonText(reason: XmlElement | undefined): XmlElement | undefined {
  const texts = reason === undefined ? [] : childrenOf(reason);
  return texts.find(({ attributes }) => attributes?.[`{${xmlNamespace}}lang`]?.startsWith("en")) ?? texts[0];
}

/** SOAP 1.2, 5.4.1.2: subcodes nest. */
function subcodes(code: XmlElement | undefined): readonly XmlName[] {
  const names: XmlName[] = [];
  for (let inner = child(code, "Subcode"); inner !== undefined; inner = child(inner, "Subcode")) {
    const value = child(inner, "Value");
    const name = value === undefined ? undefined : qualifiedName(value);
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** The name in an element's text; `undefined` where its prefix is not bound, as in some servers' faults. */
function qualifiedName(element: XmlElement): XmlName | undefined {
  const text = textOf(element).trim();
  const colon = text.indexOf(":");
  const prefix = colon === -1 ? "" : text.slice(0, colon);
  const localName = text.slice(colon + 1);
  if (localName === "" || /[\s:]/.test(localName)) return undefined;
  const namespaces = element.namespaces ?? {};
  const namespace = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
  if (namespace === undefined && colon !== -1) return undefined;
  return knownName(namespace ?? "", localName) ?? { namespace: namespace ?? "", localName };
}
