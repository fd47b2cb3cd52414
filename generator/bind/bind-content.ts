import { claimTag, type XmlName, xmlName } from "../../src/xml/names.js";
import type { ElementDeclaration, ModelGroup, Particle, Wildcard } from "../schema/components.js";
import { bindConstraints } from "./bind-constraints.js";
import type { BindContext } from "./bind-context.js";
import { annotationTexts, bindDocumentation, fixedRule, occurrenceRule } from "./bind-documentation.js";
import { bindValueConstraint } from "./clark-text.js";
import type {
  ComplexTypeBinding,
  ElementBinding,
  ElementParticleBinding,
  GroupBinding,
  ItemBinding,
  Mutable,
  ParticleBinding,
  PropertyBinding,
  PropertyType,
  Shape,
  SubstitutionGroupBinding,
  TypeReference,
  WildcardParticleBinding,
} from "./model.js";
import type { OpenModule } from "./modules.js";
import { type NameScope, typeName } from "./names.js";
import { arrayNames, isEmptiable, isOrderData } from "./order.js";

interface BoundContent {
  readonly particle: ParticleBinding | undefined;
  readonly shape: Shape;
  readonly mixed: string | undefined;
}

/** The items of an ordered group, in the order in which their elements are first named. */
interface Items {
  readonly tags: Map<string, XmlName>;
  readonly bindings: Map<string, ItemBinding>;
}

/** The tag of what a wildcard allows: no XML name begins so. */
const wildcardTag = "*";

type ValueType = Extract<PropertyType, { readonly kind: "value" }>;

/** Where a particle stands, seen from its type. */
interface Surroundings {
  /** An optional group or choice is around it. */
  readonly optional: boolean;
  /** A group around it may occur several times. */
  readonly repeated: boolean;
  /** The items of the ordered group (or mixed content) around it. */
  readonly items: Items | undefined;
}

interface OpenShape extends Shape {
  readonly properties: PropertyBinding[];
  readonly choices: (readonly Shape[])[];
}

/** Binds the content model of one complex type: which property holds what, and where order is data. */
export class ContentBinder {
  readonly #types: BindContext;
  readonly #scope: NameScope;
  readonly #module: OpenModule;
  readonly #owner: ComplexTypeBinding;
  /** The property of each element name: a name that occurs twice has one. */
  readonly #properties = new Map<XmlName, string>();
  /** How often the element of a property occurs, its particles so far taken together. */
  readonly #occurs = new Map<string, { min: number; max: number }>();
  /** The names whose property is an array, whatever the single particle says. */
  #arrays: ReadonlySet<XmlName> = new Set();

  constructor(types: BindContext, scope: NameScope, module: OpenModule, owner: ComplexTypeBinding) {
    this.#types = types;
    this.#scope = scope;
    this.#module = module;
    this.#owner = owner;
  }

  bind(particle: Particle, mixed: boolean): BoundContent {
    const around: Surroundings = { optional: false, repeated: false, items: undefined };
    if (!mixed) {
      this.#arrays = arrayNames(particle);
      const shape = newShape();
      return { particle: this.#particle(particle, around, shape), shape, mixed: undefined };
    }
    const property = this.#scope.claim("content");
    const items = newItems();
    const bound = this.#particle(particle, { ...around, items }, newShape());
    const shape: Shape = { properties: [itemsProperty(property, items, true)], choices: [] };
    return { particle: bound, shape, mixed: property };
  }

  #particle(particle: Particle, around: Surroundings, shape: OpenShape): ParticleBinding | undefined {
    const { term, minOccurs, maxOccurs } = particle;
    if (maxOccurs === 0) return undefined;
    switch (term.kind) {
      case "element":
        return this.#element(particle, term, around, shape);
      case "wildcard":
        return this.#wildcard(particle, term, around, shape);
      case "modelGroup": {
        const inside: Surroundings = {
          optional: around.optional || minOccurs === 0,
          repeated: around.repeated || maxOccurs > 1,
          items: around.items,
        };
        return this.#group(particle, term, inside, shape);
      }
    }
  }

  #group(particle: Particle, group: ModelGroup, inside: Surroundings, shape: OpenShape): GroupBinding | undefined {
    const ordered = inside.items === undefined && isOrderData(group, inside.repeated);
    const items = ordered ? newItems() : inside.items;
    const children = group.particles.filter(({ maxOccurs }) => maxOccurs !== 0);
    const exclusive = group.compositor === "choice" && items === undefined && children.length > 1;
    const branches: OpenShape[] = [];
    const particles = children.flatMap((child) => {
      const branch = exclusive ? newShape() : shape;
      if (exclusive) branches.push(branch);
      return this.#particle(child, { ...inside, optional: exclusive ? false : inside.optional, items }, branch) ?? [];
    });
    // Nothing in any order is nothing; a choice of nothing is another matter, since no content is one of its branches.
    if (particles.length === 0 && group.compositor !== "choice") return undefined;
    if (exclusive) addChoice(shape, branches, inside.optional || children.some(mayBeArrayOfNothing));
    let property: string | undefined;
    if (ordered && items !== undefined) {
      property = this.#scope.claim("items");
      shape.properties.push(itemsProperty(property, items, false));
    }
    const { minOccurs: min, maxOccurs: max } = particle;
    return { kind: group.compositor, particles, min, max, property };
  }

  #element(
    particle: Particle,
    declaration: ElementDeclaration,
    around: Surroundings,
    shape: OpenShape,
  ): ElementParticleBinding {
    const { namespace, localName } = declaration.name;
    const { minOccurs: min, maxOccurs: max } = particle;
    const owner = this.#owner;
    const global = declaration.scope === "global" ? this.#types.elementOrGroup(declaration) : undefined;
    const head = global?.kind === "substitutionGroup" ? global.head : global;
    const type =
      head?.type ??
      this.#types.reference(
        declaration.type,
        `${owner.identifier}_${typeName(localName)}`,
        this.#module,
        owner.namespace,
      );
    const bound: Mutable<Omit<ElementParticleBinding, "property" | "array">> = {
      kind: "element",
      namespace: namespace === owner.namespace ? undefined : namespace,
      name: localName,
      type,
      min,
      max,
      nillable: declaration.nillable,
      ...bindValueConstraint(declaration.valueConstraint, declaration.type, declaration.source),
      block: declaration.block.filter((derivation) => derivation !== "substitution"),
      constraints: bindConstraints(declaration.identityConstraints),
      declaration: global,
    };
    if (around.items !== undefined) {
      const tag = this.#addItem(around.items, declaration, bound, global);
      return this.#withType({ ...bound, property: tag, array: false }, head);
    }
    const array = this.#arrays.has(declaration.name);
    const property = this.#property(declaration);
    const value = this.#withType<ValueType>({ kind: "value", type }, head);
    // Two particles of one name with nothing between them are one array.
    const known = shape.properties.findIndex(({ name }) => name === property);
    const occurs = known === -1 ? { min, max } : this.#addOccurs(property, min, max);
    this.#occurs.set(property, occurs);
    const bare = array && !around.repeated ? occurrenceRule(around.optional ? 0 : occurs.min, occurs.max) : [];
    const binding: PropertyBinding = {
      name: property,
      documentation: bindDocumentation(elementTexts(declaration, particle), {
        rules: [...bare, ...fixedRule(bound.fixed)],
        default: bound.default,
      }),
      type: global?.kind === "substitutionGroup" ? { kind: "substitution", group: global } : value,
      occurrence: array ? "repeated" : around.optional || min === 0 ? "optional" : "required",
      nillable: declaration.nillable,
    };
    if (known === -1) shape.properties.push(binding);
    else shape.properties[known] = binding;
    return this.#withType({ ...bound, property, array }, head);
  }

  /** The type of a global element is known when all of them are bound. */
  #withType<T extends { readonly type: TypeReference | undefined }>(holder: T, element: ElementBinding | undefined): T {
    const mutable: { type: TypeReference | undefined } = holder;
    if (element !== undefined) this.#types.whenBound(() => void (mutable.type = element.type));
    return holder;
  }

  /** Adds an element, or each member of its substitution group, to the items of an ordered group. */
  #addItem(
    items: Items,
    declaration: ElementDeclaration,
    { type, nillable }: Pick<ElementParticleBinding, "type" | "nillable">,
    global: ElementBinding | SubstitutionGroupBinding | undefined,
  ): string {
    if (global?.kind !== "substitutionGroup") {
      const tag = claimTag(declaration.name, items.tags);
      items.bindings.set(tag, this.#withType<ItemBinding>({ tag, type, nillable }, global));
      return tag;
    }
    for (const { element } of global.members) {
      const tag = claimTag(xmlName(element.namespace, element.name), items.tags);
      items.bindings.set(tag, this.#withType<ItemBinding>({ tag, type, nillable: element.nillable }, element));
    }
    return declaration.name.localName;
  }

  #wildcard(particle: Particle, wildcard: Wildcard, around: Surroundings, shape: OpenShape): WildcardParticleBinding {
    const { minOccurs: min, maxOccurs: max } = particle;
    const { namespaceConstraint: namespaces, processContents: process } = wildcard;
    const bound = { kind: "any" as const, namespaces, process, min, max };
    if (around.items !== undefined) {
      around.items.bindings.set(wildcardTag, { tag: wildcardTag, type: undefined, nillable: false });
      return { ...bound, property: wildcardTag, array: false };
    }
    const array = around.repeated || max > 1;
    const property = this.#scope.claim("any");
    shape.properties.push({
      name: property,
      documentation: bindDocumentation(annotationTexts(wildcard.annotation)),
      type: { kind: "wildcard" },
      occurrence: array ? "repeated" : around.optional || min === 0 ? "optional" : "required",
      nillable: false,
    });
    return { ...bound, property, array };
  }

  #addOccurs(property: string, min: number, max: number): { min: number; max: number } {
    const before = this.#occurs.get(property) ?? { min: 0, max: 0 };
    return { min: before.min + min, max: before.max + max };
  }

  #property(declaration: ElementDeclaration): string {
    let property = this.#properties.get(declaration.name);
    if (property === undefined) {
      const name = this.#types.propertyName(declaration.name.localName);
      const what = `element ${declaration.name.localName} of ${this.#owner.identifier}`;
      property = this.#types.claim(this.#scope, name, `${name}Element`, what, declaration.source);
      this.#properties.set(declaration.name, property);
    }
    return property;
  }
}

/** The words of a reference come before those of what it refers to. */
function elementTexts(declaration: ElementDeclaration, particle: Particle): readonly string[] {
  const texts = annotationTexts(particle.annotation);
  return texts.length > 0 ? texts : annotationTexts(declaration.annotation);
}

function newShape(): OpenShape {
  return { properties: [], choices: [] };
}

/** Whether a branch may match nothing and has an array: then there is no telling that it was the one. */
function mayBeArrayOfNothing(particle: Particle): boolean {
  return isEmptiable(particle) && arrayNames(particle).size > 0;
}

/** A choice of which at most one branch has anything to tell is no union. */
function addChoice(shape: OpenShape, branches: readonly Shape[], optional: boolean): void {
  const telling = branches.filter((branch) => branch.properties.length > 0 || branch.choices.length > 0);
  if (telling.length === 0) return;
  const mayBeEmpty = optional || telling.length < branches.length;
  shape.choices.push(mayBeEmpty ? [...telling, newShape()] : telling);
}

function newItems(): Items {
  return { tags: new Map(), bindings: new Map() };
}

function itemsProperty(name: string, items: Items, mixed: boolean): PropertyBinding {
  return {
    name,
    documentation: bindDocumentation([mixed ? "Text and elements in document order." : "In document order."]),
    type: { kind: "items", items: [...items.bindings.values()], mixed },
    occurrence: "repeated",
    nillable: false,
  };
}
