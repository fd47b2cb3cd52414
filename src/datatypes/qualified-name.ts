import { illegalCharacter, isNcName } from "../xml/chars.js";
import { clarkName, knownName, type XmlName, xmlnsNamespace } from "../xml/names.js";
import { collapsedDatatype } from "./collapsed.js";
import { type Datatype, DatatypeFailure, type NamespaceLookup } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace, quoteText, wrongType } from "./describe.js";

/** A name and its namespace; the prefix is the document's, not the value's. */
function qualifiedNameDatatype(name: "QName" | "NOTATION"): Datatype<XmlName> {
  return collapsedDatatype<XmlName>({
    name,
    primitive: name,
    read: (text, namespaces) => (namespaces === undefined ? readClark(text) : readPrefixed(text, namespaces)),
    check: checkName,
    print(value, prefixes) {
      if (prefixes === undefined) return clarkName(value);
      const prefix = prefixes.prefixFor(value.namespace);
      return prefix === "" ? value.localName : `${prefix}:${value.localName}`;
    },
    key: (value) => valueKey(name, clarkName(value)),
  });
}

/** Namespaces in XML 1.0, 4 and 6.2: without a prefix, the default namespace. */
function readPrefixed(text: string, namespaces: NamespaceLookup): XmlName | DatatypeFailure {
  const colon = text.indexOf(":");
  const prefix = colon === -1 ? "" : text.slice(0, colon);
  const localName = text.slice(colon + 1);
  if (!isNcName(localName) || (colon !== -1 && !isNcName(prefix))) return notInLexicalSpace(text, "a qualified name");
  const namespace = namespaces.lookupNamespace(prefix);
  if (namespace === undefined && prefix !== "") {
    return new DatatypeFailure(
      "cvc-datatype-valid.1.2.1",
      `${quoteText(text)} has a prefix that no namespace is bound to`,
    );
  }
  return nameOf(namespace ?? "", localName);
}

function readClark(text: string): XmlName | DatatypeFailure {
  const brace = text.startsWith("{") ? text.lastIndexOf("}") : -1;
  const localName = text.slice(brace + 1);
  if (isNcName(localName)) return nameOf(brace === -1 ? "" : text.slice(1, brace), localName);
  return notInLexicalSpace(text, "a name in Clark notation, {namespace}local");
}

/** The one object of a name that schema or program knows; a document's other names are not kept. */
function nameOf(namespace: string, localName: string): XmlName {
  return knownName(namespace, localName) ?? { namespace, localName };
}

function checkName(value: unknown): DatatypeFailure | undefined {
  if (typeof value !== "object" || value === null) return wrongType(value, "a name { namespace, localName }");
  const { namespace, localName } = value as Partial<XmlName>;
  if (typeof namespace !== "string" || typeof localName !== "string") {
    return wrongType(value, "a name { namespace, localName }");
  }
  if (!isNcName(localName)) return notInLexicalSpace(localName, "a local name");
  // No prefix can be bound to the namespace of `xmlns`.
  if (namespace !== xmlnsNamespace && illegalCharacter(namespace, 0) === namespace.length) return undefined;
  return notInLexicalSpace(namespace, "a namespace that a prefix can be bound to");
}

/** Part 2, 3.2.18. */
export const qNameDatatype: Datatype<XmlName> = /* @__PURE__ */ qualifiedNameDatatype("QName");

/** Part 2, 3.2.19; that the name is of a declared notation is the schema's matter. */
export const notationDatatype: Datatype<XmlName> = /* @__PURE__ */ qualifiedNameDatatype("NOTATION");
