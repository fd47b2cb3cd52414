import type { Issue } from "../errors.js";
import type { PreparedElement, PreparedType } from "../model/prepared.js";
import { clarkName, type XmlName, xmlName } from "../xml/names.js";
import type { XmlAttributes, XmlEventSource } from "../xml/ports.js";
import { quoteName } from "../xml/quote-name.js";
import { xsiNamespace, xsiNil, xsiType } from "../xml/xsi.js";
import { codecOf, type ReadingContext } from "./ports.js";
import type { SchemaLookup } from "./schema-lookup.js";

/** The type that an element has, with its `$type` where the value says it. */
export interface TypeByXsi {
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
export function typeByXsi(
  declared: PreparedElement,
  text: string,
  name: XmlName | undefined,
  schema: SchemaLookup | undefined,
): TypeByXsi {
  const { type } = declared;
  const refuse = (code: string, message: string): TypeByXsi => ({ type, tag: undefined, refusal: { code, message } });
  if (name === undefined) {
    return refuse("cvc-elt.4.1", `xsi:type "${text}" is not a qualified name with a declared prefix`);
  }
  const named = `xsi:type names \`${clarkName(name)}\``;
  const variant = declared.variants?.byName.get(name);
  const found = variant?.type ?? (name === type.name ? type : schema?.type(name));
  if (found === undefined) {
    if (schema !== undefined) return refuse("cvc-elt.4.2", `${named}, which no schema declares`);
    // Without a schema, types derived from a simple type or from anyType are not known.
    if (type.kind !== "complex") return { type, tag: undefined };
    return refuse("cvc-elt.4.3", `${named}, which is not the declared type or one derived from it`);
  }
  const reason =
    schema === undefined
      ? variant && declared.variants && codecOf(declared.variants.codec).refuse(variant.type, declared)
      : schema.refuseDerivation(found, declared);
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

/** What a schema says of the element on whose start a source stands. */
export function declaredBy(schema: SchemaLookup, source: XmlEventSource): PreparedElement | undefined {
  const { name, attributes } = source;
  const declared = schema.element(name);
  if (declared !== undefined) return declared;
  const named = attributes.get(xsiType);
  const typeName = named === undefined ? undefined : resolveQName(named, source);
  const type = typeName === undefined ? undefined : schema.type(typeName);
  return type === undefined ? undefined : undeclaredElement(name, type);
}

/** Whether any of a start tag's attributes is of the schema instance namespace. */
export function hasXsi(attributes: XmlAttributes): boolean {
  for (let index = 0; index < attributes.length; index++) {
    if (attributes.name(index).namespace === xsiNamespace) return true;
  }
  return false;
}

/** Part 1, 3.3.4, clause 3. */
export function isNil(reading: ReadingContext, declared: PreparedElement): boolean {
  const { attributes } = reading.source;
  const value = attributes.get(xsiNil)?.trim();
  if (value === undefined) return false;
  if (!declared.nillable) {
    const message = `${quoteName(declared.name)} is not nillable, so it may not have xsi:nil`;
    reading.fail("cvc-elt.3.1", message, attributes.location(attributes.indexOf(xsiNil)));
  }
  return value === "true" || value === "1";
}
