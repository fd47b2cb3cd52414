import type { SourceLocation } from "../../../src/errors.js";
import { clarkName } from "../../../src/xml/names.js";
import { locate } from "../../load/locate.js";
import { anyType } from "../../schema/builtins.js";
import type {
  Annotation,
  AttributeGroupDefinition,
  AttributeUse,
  ComplexTypeDefinition,
  ComponentBase,
  ElementDeclaration,
  ModelGroupDefinition,
  NamespaceConstraint,
  Particle,
  SchemaSet,
  TypeDefinition,
  ValueConstraint,
  Wildcard,
} from "../../schema/components.js";
import { simpleFacts, spellType } from "./spell-type.js";

/** A line of the tree that shows what an element or type allows; plain data, for people and programs. */
export interface OutlineNode {
  readonly kind: "element" | "attribute" | "sequence" | "choice" | "all" | "any" | "anyAttribute" | "text";
  /** The local name; absent for groups, wildcards and text. */
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly min: number;
  readonly max: number | "unbounded";
  /** `xs:string`, `CallIdType`; absent for an anonymous complex type. */
  readonly type?: string | undefined;
  /** The named type in Clark notation; absent for an anonymous one. */
  readonly typeName?: string | undefined;
  /** An element or attribute that is declared globally and only referred to here. */
  readonly isReference?: boolean | undefined;
  /** Values, facets, defaults: what a value must be besides its type. */
  readonly facts: readonly string[];
  readonly documentation?: string | undefined;
  readonly location?: SourceLocation | undefined;
  /** Why `children` are left out: the type is being shown further up, or it is deeper than was asked for. */
  readonly cut?: "recursive" | "deeper" | undefined;
  readonly children: readonly OutlineNode[];
}

export interface OutlineOptions {
  /** How many named types are opened within one another. */
  readonly depth: number;
}

/** Makes the outline of components of one schema set. */
export class Outliner {
  readonly #schemas: SchemaSet;
  readonly #depth: number;
  readonly #open: TypeDefinition[] = [];

  constructor(schemas: SchemaSet, { depth }: OutlineOptions) {
    this.#schemas = schemas;
    this.#depth = depth;
  }

  element(element: ElementDeclaration, min = 1, max = 1): OutlineNode {
    const { type, nillable, abstract, valueConstraint } = element;
    const substitutes = this.#schemas.substitutionGroups.get(element) ?? [];
    const facts = [
      ...typeFacts(type),
      ...(abstract ? ["abstract"] : []),
      ...(nillable ? ["may be nil"] : []),
      ...constraintFacts(valueConstraint),
      ...(element.scope === "global" && substitutes.length > 0
        ? [`or ${names(substitutes.map(({ name }) => name.localName))}`]
        : []),
    ];
    const node = {
      kind: "element" as const,
      ...named(element),
      min,
      max: bound(max),
      ...typed(type),
      isReference: element.scope === "global" || undefined,
    };
    const rest = {
      facts,
      documentation: firstParagraph(element.annotation ?? type.annotation),
      location: placeOf(element),
    };
    return { ...node, ...rest, ...this.#contentOf(type) };
  }

  /** The children of a type: attributes, then content. */
  type(type: TypeDefinition): readonly OutlineNode[] {
    if (type.kind === "simpleType") return [];
    this.#open.push(type);
    const children = [
      ...this.attributes(type),
      ...(type.content.kind === "simple" ? [textNode(type.content.type)] : []),
      ...(type.content.kind === "mixed" ? [mixedNode] : []),
      ...("particle" in type.content && type !== anyType ? this.#contents(type.content.particle) : []),
    ];
    this.#open.pop();
    return children;
  }

  attributes({
    attributeUses,
    attributeWildcard,
  }: ComplexTypeDefinition | AttributeGroupDefinition): readonly OutlineNode[] {
    const wildcard = attributeWildcard && wildcardNode(attributeWildcard, "anyAttribute", 0, Number.POSITIVE_INFINITY);
    return [...attributeUses.map(attributeNode), ...(wildcard === undefined ? [] : [wildcard])];
  }

  group({ modelGroup }: ModelGroupDefinition): readonly OutlineNode[] {
    return this.#contents({ ...modelGroup, kind: "particle", minOccurs: 1, maxOccurs: 1, term: modelGroup });
  }

  #contentOf(type: TypeDefinition): Pick<OutlineNode, "children" | "cut"> {
    if (type.kind === "simpleType" || type === anyType) return { children: [] };
    if (this.#open.includes(type)) return { children: [], cut: "recursive" };
    const isNamed = (opened: TypeDefinition): boolean => opened.name !== undefined;
    if (isNamed(type) && this.#open.filter(isNamed).length >= this.#depth) return { children: [], cut: "deeper" };
    return { children: this.type(type) };
  }

  /** A sequence that occurs once goes without saying. */
  #contents(particle: Particle): readonly OutlineNode[] {
    const { minOccurs, maxOccurs, term } = particle;
    if (term.kind === "element") return [this.element(term, minOccurs, maxOccurs)];
    if (term.kind === "wildcard") return [wildcardNode(term, "any", minOccurs, maxOccurs)];
    const children = term.particles.flatMap((child) => this.#contents(child));
    const once = minOccurs === 1 && maxOccurs === 1;
    if (children.length === 0 || (term.compositor === "sequence" && once)) return children;
    if (once && children.length === 1) return children;
    const facts = term.definition === undefined ? [] : [`group ${term.definition.name.localName}`];
    const place = { location: placeOf(term), documentation: firstParagraph(term.annotation) };
    return [{ kind: term.compositor, min: minOccurs, max: bound(maxOccurs), facts, ...place, children }];
  }
}

/** Where a component is declared. */
export function placeOf({ source }: ComponentBase): SourceLocation | undefined {
  return source === undefined ? undefined : locate(source);
}

/** The first paragraph of a documentation, on one line. */
function firstParagraph(annotation: Annotation | undefined): string | undefined {
  const paragraph = annotation?.documentation
    .flatMap((text) => text.split(/\n[ \t\r]*\n/))
    .map((text) => text.replace(/\s+/g, " ").trim())
    .find((text) => text !== "");
  return paragraph;
}

function named({ name }: { readonly name: ElementDeclaration["name"] }): Pick<OutlineNode, "name" | "namespace"> {
  return { name: name.localName, namespace: name.namespace };
}

function typed(type: TypeDefinition): Pick<OutlineNode, "type" | "typeName"> {
  return { type: spellType(type) || undefined, typeName: type.name && clarkName(type.name) };
}

function bound(max: number): number | "unbounded" {
  return max === Number.POSITIVE_INFINITY ? "unbounded" : max;
}

function typeFacts(type: TypeDefinition): readonly string[] {
  if (type.kind === "simpleType") return simpleFacts(type);
  return type.abstract ? ["an xsi:type is needed"] : [];
}

function constraintFacts(constraint: ValueConstraint | undefined): readonly string[] {
  return constraint === undefined
    ? []
    : [`${constraint.kind === "fixed" ? "always" : "default"} ${JSON.stringify(constraint.value)}`];
}

function attributeNode({ declaration, required, valueConstraint, annotation }: AttributeUse): OutlineNode {
  const { type } = declaration;
  return {
    kind: "attribute",
    ...named(declaration),
    min: required ? 1 : 0,
    max: 1,
    ...typed(type),
    isReference: declaration.scope === "global" || undefined,
    facts: [...simpleFacts(type), ...constraintFacts(valueConstraint)],
    documentation: firstParagraph(annotation ?? declaration.annotation),
    location: placeOf(declaration),
    children: [],
  };
}

function textNode(type: TypeDefinition): OutlineNode {
  return { kind: "text", min: 1, max: 1, ...typed(type), facts: typeFacts(type), children: [] };
}

const mixedNode: OutlineNode = {
  kind: "text",
  min: 0,
  max: "unbounded",
  facts: ["text between the elements"],
  children: [],
};

function wildcardNode(wildcard: Wildcard, kind: "any" | "anyAttribute", min: number, max: number): OutlineNode {
  const { processContents, namespaceConstraint } = wildcard;
  const facts = [spellNamespaces(namespaceConstraint), ...(processContents === "strict" ? ["must be declared"] : [])];
  return { kind, min, max: bound(max), facts, location: placeOf(wildcard), children: [] };
}

function spellNamespaces(constraint: NamespaceConstraint): string {
  switch (constraint.kind) {
    case "any":
      return "of any namespace";
    case "not":
      return constraint.namespace === "" ? "of any namespace but none" : `of any namespace but ${constraint.namespace}`;
    case "list":
      return `of ${constraint.namespaces.map((namespace) => namespace || "no namespace").join(" or ")}`;
  }
}

function names(all: readonly string[]): string {
  return all.length > 6 ? `${all.slice(0, 6).join(", ")} and ${all.length - 6} more` : all.join(", ");
}
