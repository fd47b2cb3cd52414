import { clarkName, xmlName } from "../../src/xml/names.js";
import type { ComponentBase, SimpleTypeDefinition, TypeDefinition, ValueConstraint } from "../schema/components.js";

const nameTypes: ReadonlySet<string> = new Set(["QName", "NOTATION"]);

/**
 * A value as schemas write it, its qualified names spelled in Clark notation: descriptors have no prefixes in scope.
 *
 * @param source - the element that holds the text, whose prefixes it uses
 */
export function clarkText(type: SimpleTypeDefinition, text: string, source: ComponentBase["source"]): string {
  if (source === undefined || !holdsNames(type)) return text;
  return text
    .trim()
    .split(/[ \t\r\n]+/)
    .map((word) => {
      const colon = word.indexOf(":");
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

/** Whether values are qualified names. A union's are where its first member's are: that one is asked first. */
function holdsNames({ variety, primitive, item, members }: SimpleTypeDefinition): boolean {
  if (variety === "list") return item !== undefined && holdsNames(item);
  if (variety === "union") return members[0] !== undefined && holdsNames(members[0]);
  return nameTypes.has(primitive?.name?.localName ?? "");
}
