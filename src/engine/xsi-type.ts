import type { Issue } from "../errors.js";
import type { PreparedElement, PreparedType } from "../model/prepared.js";
import { clarkName, type XmlName, xmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import { xsiType } from "../xml/xsi.js";
import type { ComponentLookup } from "./schema-lookup.js";

/** The type that an element has, with its `$type` where the value says it. */
export interface ActualType {
  readonly type: PreparedType;
  readonly tag: string | undefined;
  readonly refusal?: Pick<Issue, "code" | "message"> | undefined;
}

/** The expanded name that a QName spells; `undefined` for a text that is none, or whose prefix is unbound. */
export function resolveQName(
  text: string,
  source: { lookupNamespace(prefix: string): string | undefined },
): XmlName | undefined {
  const trimmed = text.trim();
  const colon = trimmed.indexOf(":");
  const namespace = source.lookupNamespace(colon === -1 ? "" : trimmed.slice(0, colon));
  if (namespace === undefined && colon !== -1) return undefined;
  const localName = trimmed.slice(colon + 1);
  return localName === "" ? undefined : xmlName(namespace ?? "", localName);
}

/**
 * Part 1, 3.3.4, "Element Locally Valid (Element)", clause 4: what `xsi:type` makes of a declaration. The declared type
 * where it may not be what it names, with the reason.
 */
export function actualType(
  declared: PreparedElement,
  text: string,
  name: XmlName | undefined,
  registry: ComponentLookup | undefined,
): ActualType {
  const { type } = declared;
  const refuse = (code: string, message: string): ActualType => ({ type, tag: undefined, refusal: { code, message } });
  if (name === undefined) {
    return refuse("cvc-elt.4.1", `xsi:type "${text}" is not a qualified name with a declared prefix`);
  }
  const named = `xsi:type names \`${clarkName(name)}\``;
  const variant = declared.variants?.byName.get(name);
  const found = variant?.type ?? (name === type.name ? type : registry?.type(name));
  if (found === undefined) {
    if (registry !== undefined) return refuse("cvc-elt.4.2", `${named}, which no schema declares`);
    // Without a registry, types derived from a simple type or from anyType are not known.
    if (type.kind !== "complex") return { type, tag: undefined };
    return refuse("cvc-elt.4.3", `${named}, which is not the declared type or one derived from it`);
  }
  const reason =
    registry === undefined
      ? variant && declared.variants?.rules.refuse(variant.type, declared)
      : registry.refuseDerivation(found, declared);
  return reason === undefined ? { type: found, tag: variant?.tag } : refuse("cvc-elt.4.3", `${named}, ${reason}`);
}

/** What an element that is not declared is, once `xsi:type` has named its type. */
function undeclaredElement(name: XmlName, type: PreparedType): PreparedElement {
  return {
    name,
    type,
    variants: undefined,
    block: [],
    constraints: [],
    abstract: false,
    nillable: true,
    default: undefined,
    fixed: undefined,
    plain: true,
  };
}

/** What a registry says of the element on whose start a source stands. */
export function declaredBy(registry: ComponentLookup, source: XmlEventSource): PreparedElement | undefined {
  const { name, attributes } = source;
  const declared = registry.element(name);
  if (declared !== undefined) return declared;
  const named = attributes.get(xsiType);
  const typeName = named === undefined ? undefined : resolveQName(named, source);
  const type = typeName === undefined ? undefined : registry.type(typeName);
  return type === undefined ? undefined : undeclaredElement(name, type);
}
