import { clarkName, xmlName } from "../../src/xml/names.js";
import type { ComponentBase, SimpleTypeDefinition, TypeDefinition, ValueConstraint } from "../schema/components.js";

const nameTypes: ReadonlySet<string> = new Set(["QName", "NOTATION"]);

/** Primitive types that a name with a prefix may be a value of. */
const textTypes: ReadonlySet<string> = new Set(["string", "anyURI", ""]);

/**
 * A value as schemas write it, its qualified names spelled in Clark notation: descriptors have no prefixes in scope.
 *
 * @param source - the element that holds the text, whose prefixes it uses
 */
export function clarkText(type: SimpleTypeDefinition, text: string, source: ComponentBase["source"]): string {
  const names = source === undefined ? "none" : namesAmong(type);
  if (source === undefined || names === "none") return text;
  return text
    .trim()
    .split(/[ \t\r\n]+/)
    .map((word) => {
      const colon = word.indexOf(":");
      // A name without a prefix may be a value of another type.
      if (names === "some" && colon === -1) return word;
      const namespace = source.namespaces.lookupNamespace(colon === -1 ? "" : word.slice(0, colon));
      if (namespace === undefined && colon !== -1) return word;
      return clarkName(xmlName(namespace ?? "", word.slice(colon + 1)));
    })
    .join(" ");
}

/** The default and fixed value of a declaration; at most one of them is there. */
export interface ValueConstraintBinding {
  readonly default: string | undefined;
  readonly fixed: string | undefined;
}

export function bindValueConstraint(
  constraint: ValueConstraint | undefined,
  type: TypeDefinition,
  source: ComponentBase["source"],
): ValueConstraintBinding {
  if (constraint === undefined) return { default: undefined, fixed: undefined };
  const simple = textType(type);
  const text = simple === undefined ? constraint.value : clarkText(simple, constraint.value, source);
  return constraint.kind === "default" ? { default: text, fixed: undefined } : { default: undefined, fixed: text };
}

/** The type of an element's text, where it is a simple one. */
function textType(type: TypeDefinition): SimpleTypeDefinition | undefined {
  if (type.kind === "simpleType") return type;
  return type.content.kind === "simple" ? type.content.type : undefined;
}

/**
 * Whether values are qualified names. Those of a union may be, as long as no member that is asked before takes any text
 * with a colon.
 */
function namesAmong({ variety, primitive, item, members }: SimpleTypeDefinition): "all" | "some" | "none" {
  if (variety === "list") return item === undefined ? "none" : namesAmong(item);
  if (variety !== "union") return nameTypes.has(primitive?.name?.localName ?? "") ? "all" : "none";
  for (const [index, member] of members.entries()) {
    const names = namesAmong(member);
    if (names !== "none") return index === 0 ? names : "some";
    if (member.variety !== "atomic" || textTypes.has(member.primitive?.name?.localName ?? "")) return "none";
  }
  return "none";
}
