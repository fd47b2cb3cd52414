import { type SourceLocation, XmlError } from "../../../src/errors.js";
import { clarkName } from "../../../src/xml/names.js";
import type { SchemaSet } from "../../schema/components.js";
import type { ServiceSet } from "../../wsdl/components.js";
import { sampleDocument } from "../sample/sample.js";
import { type ComponentKind, componentKind, type NamedComponent } from "./find-components.js";
import { type OutlineNode, Outliner, placeOf } from "./outline.js";
import { simpleFacts, spellType } from "./spell-type.js";
import { findUses, type Use } from "./usage.js";

/** What a component allows; plain data. */
export interface Explanation {
  readonly kind: ComponentKind;
  readonly name: string;
  readonly namespace: string;
  readonly location: SourceLocation | undefined;
  /** Paragraphs of the schema's author. */
  readonly documentation: readonly string[];
  /** The type that a type extends or restricts, in Clark notation; absent for one that stands by itself. */
  readonly base: string | undefined;
  /** What it is made of: "extends Base", "abstract". */
  readonly facts: readonly string[];
  /** Of an enumeration. */
  readonly values: readonly { readonly value: string; readonly documentation: string }[];
  /** The element itself, or the attributes and content of a type or group. */
  readonly outline: readonly OutlineNode[];
  /** The types derived from a type, or the elements that may stand in for an element, in Clark notation. */
  readonly variants: readonly string[];
  readonly usedBy: readonly Use[];
  /** The smallest document, of an element that has one. */
  readonly sample: string | undefined;
}

/** How much of a component is shown. */
export interface ExplainOptions {
  /** How many named types are opened within one another, 2 by default. */
  readonly depth?: number | undefined;
}

/** Explains components of the same schemas. */
export function explain(
  components: readonly NamedComponent[],
  { schemas, services }: { readonly schemas: SchemaSet; readonly services: ServiceSet },
  { depth = 2 }: ExplainOptions = {},
): readonly Explanation[] {
  const uses = findUses(schemas, services);
  return components.map((component) => {
    const outliner = new Outliner(schemas, { depth });
    const name = component.name ?? { localName: "", namespace: "" };
    return {
      kind: componentKind(component),
      name: name.localName,
      namespace: name.namespace,
      location: placeOf(component),
      documentation: paragraphs(component.annotation?.documentation ?? []),
      base: baseOf(component),
      facts: factsOf(component),
      values: valuesOf(component),
      outline: outlineOf(component, outliner),
      variants: variantsOf(component, schemas),
      usedBy: uses.get(component) ?? [],
      sample: component.kind === "element" ? sampleOf(component, schemas) : undefined,
    };
  });
}

/** Texts as paragraphs, each on one line. */
export function paragraphs(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(/\n[ \t\r]*\n/))
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
}

function factsOf(component: NamedComponent): readonly string[] {
  switch (component.kind) {
    case "complexType": {
      const { base, derivation, abstract } = component;
      const isRoot = base.base === base || base === component;
      return [
        ...(abstract ? ["abstract: an element names one of the derived types by xsi:type"] : []),
        ...(isRoot ? [] : [`${derivation === "extension" ? "extends" : "restricts"} ${spellType(base)}`]),
      ];
    }
    case "simpleType":
      return [
        ...(component.base === undefined || component.variety === undefined
          ? []
          : [`restricts ${spellType(component.base)}`]),
        ...simpleFacts(component).filter((fact) => !fact.includes(" | ") || component.variety === "union"),
      ];
    case "element": {
      const { substitutionGroup, identityConstraints } = component;
      return [
        ...(substitutionGroup === undefined ? [] : [`may stand in for ${substitutionGroup.name.localName}`]),
        ...identityConstraints.map(
          ({ category, name, selector, fields }) =>
            `${category} ${name.localName}: ${fields.join(", ")} of ${selector}`,
        ),
      ];
    }
    case "attribute":
      return [spellType(component.type), ...simpleFacts(component.type)];
    default:
      return [];
  }
}

function baseOf(component: NamedComponent): string | undefined {
  if (component.kind !== "complexType" && component.kind !== "simpleType") return undefined;
  const name = component.base === component ? undefined : component.base?.name;
  return name && clarkName(name);
}

function valuesOf(component: NamedComponent): Explanation["values"] {
  const type = "type" in component ? component.type : component;
  if (type.kind !== "simpleType") return [];
  return type.facets
    .filter(({ kind }) => kind === "enumeration")
    .map(({ value, annotation }) => ({ value, documentation: paragraphs(annotation?.documentation ?? []).join(" ") }));
}

function outlineOf(component: NamedComponent, outliner: Outliner): readonly OutlineNode[] {
  switch (component.kind) {
    case "element":
      return [outliner.element(component)];
    case "complexType":
      return outliner.type(component);
    case "group":
      return outliner.group(component);
    case "attributeGroup":
      return outliner.attributes(component);
    default:
      return [];
  }
}

function variantsOf(component: NamedComponent, schemas: SchemaSet): readonly string[] {
  if (component.kind === "element") {
    return (schemas.substitutionGroups.get(component) ?? []).map(({ name }) => clarkName(name));
  }
  if (component.kind !== "complexType" && component.kind !== "simpleType") return [];
  return (schemas.derivedTypes.get(component) ?? []).flatMap(({ name }) => (name === undefined ? [] : clarkName(name)));
}

function sampleOf(element: Parameters<typeof sampleDocument>[1], schemas: SchemaSet): string | undefined {
  try {
    return sampleDocument(schemas, element);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}
