import { XmlError } from "../../../src/errors.js";
import { clarkName, type XmlName, xmlName } from "../../../src/xml/names.js";
import { anyType } from "../../schema/builtins.js";
import type {
  AttributeUse,
  ComplexTypeDefinition,
  ElementDeclaration,
  Particle,
  SchemaSet,
  SimpleTypeDefinition,
  Term,
  TypeDefinition,
  ValueConstraint,
  Wildcard,
} from "../../schema/components.js";
import { describeType } from "../../schema/describe-type.js";
import { allowsNamespace } from "../../schema/namespace-constraints.js";
import { type Random, seededRandom } from "./random.js";
import { type Alternative, SampleCosts } from "./sample-costs.js";
import type { SampleElement, SampleText } from "./sample-tree.js";
import { type SimpleValue, SimpleValues } from "./simple-values.js";

/** How much a sample holds. */
export type SampleKind = "minimal" | "maximal" | "random";

/** Elements after which only what is required is added. */
const fullSize = 400;
/** Elements after which a sample is given up: schemas can ask for a million of them. */
const mostElements = 20_000;

/** Makes a tree that a schema allows, identity constraints left aside. */
export class Sampler {
  readonly values: SimpleValues;
  readonly random: Random;
  readonly #kind: SampleKind;
  readonly #schemas: SchemaSet;
  readonly #costs: SampleCosts;
  /** Values of type ID, which a document has once each. */
  readonly #ids = new Set<string>();
  /** The types of the elements around, to end recursion. */
  readonly #around: TypeDefinition[] = [];
  #size = 0;

  constructor(schemas: SchemaSet, kind: SampleKind, seed: number) {
    this.#schemas = schemas;
    this.#kind = kind;
    this.random = seededRandom(seed);
    this.values = new SimpleValues(this.random);
    this.#costs = new SampleCosts(schemas, (type) => this.values.first(type) !== undefined);
  }

  /** @throws {@link XmlError} `sample-none` where no instance exists or none was found, `sample-limit` for a huge one */
  root(element: ElementDeclaration): SampleElement {
    this.#costs.prepare(element);
    if (this.#costs.ofElement(element) === Number.POSITIVE_INFINITY) {
      const reason = `element ${clarkName(element.name)} has no finite instance, or a value that was not found`;
      throw new XmlError("sample-none", reason);
    }
    return this.#element(element, true);
  }

  /** A value for a place; IDs are new ones. `undefined` where none is left. */
  newValue(type: SimpleTypeDefinition): SimpleValue | undefined {
    if (this.values.datatype(type)?.builtin === "ID") return this.#newId(type);
    return this.#kind === "random" ? this.values.find(type, () => true, this.random.below(8)) : this.values.first(type);
  }

  #newId(type: SimpleTypeDefinition): SimpleValue | undefined {
    const value =
      this.values.of(type, `id${this.#ids.size + 1}`) ?? this.values.find(type, ({ text }) => !this.#ids.has(text));
    if (value !== undefined) this.#ids.add(value.text);
    return value;
  }

  #element(declared: ElementDeclaration, required: boolean): SampleElement {
    if (++this.#size > mostElements) {
      throw new XmlError("sample-limit", `the sample would have more than ${mostElements} elements`);
    }
    const { declaration, type } = this.#alternative(declared);
    const { name, nillable, valueConstraint } = declaration;
    const nil = nillable && valueConstraint?.kind !== "fixed" && this.#kind === "random" && this.random.chance(0.15);
    const element: SampleElement = {
      name,
      declaration,
      type,
      typeName: type === declaration.type ? undefined : type.name,
      nil,
      attributes: [],
      children: [],
      text: undefined,
      required,
    };
    this.#around.push(type);
    if (type.kind === "simpleType") {
      if (!nil) element.text = this.#text(type, valueConstraint);
    } else {
      this.#fill(element, type, valueConstraint);
    }
    this.#around.pop();
    return element;
  }

  #fill(element: SampleElement, type: ComplexTypeDefinition, constraint: ValueConstraint | undefined): void {
    for (const use of type.attributeUses) {
      const attribute = this.#wantsAttribute(use) ? this.attribute(use) : undefined;
      if (attribute !== undefined) element.attributes.push({ ...attribute, use });
    }
    if (element.nil) return;
    const { content } = type;
    if (content.kind === "simple") {
      element.text = this.#text(content.type, constraint);
    } else if (content.kind === "mixed" && constraint !== undefined) {
      element.children.push(constraint.value);
    } else if (content.kind !== "empty") {
      if (content.kind === "mixed" && !this.#sparing) element.children.push("text");
      if (type !== anyType) this.#particle(content.particle, element.children, true);
    }
  }

  #wantsAttribute({ required }: AttributeUse): boolean {
    return required || this.#wantsOptional(0.6);
  }

  /** The attribute with a value; `undefined` where there is none for it. */
  attribute({ declaration, valueConstraint }: AttributeUse): SampleText | undefined {
    const { type } = declaration;
    if (valueConstraint !== undefined) {
      const value = this.#constrained(type, valueConstraint, declaration);
      if (value !== undefined) return { type, value, fixed: valueConstraint.kind === "fixed" };
    }
    const value = this.newValue(type);
    return value === undefined ? undefined : { type, value, fixed: false };
  }

  #text(type: SimpleTypeDefinition, constraint: ValueConstraint | undefined): SampleText {
    const usual = constraint !== undefined && (constraint.kind === "fixed" || this.#kind !== "random");
    const value = (usual ? this.values.of(type, constraint.value) : undefined) ?? this.newValue(type);
    if (value === undefined) throw new XmlError("sample-none", `no value of ${describeType(type)} was found`);
    return { type, value, fixed: constraint?.kind === "fixed" };
  }

  /** The value that the schema names, its prefixes resolved. */
  #constrained(
    type: SimpleTypeDefinition,
    constraint: ValueConstraint,
    { source }: { readonly source: AttributeUse["source"] },
  ): SimpleValue | undefined {
    const datatype = this.values.datatype(type);
    const value = datatype?.parse(constraint.value, source?.namespaces);
    if (datatype === undefined || this.values.of(type, datatype.print(value)) === undefined) return undefined;
    return { text: constraint.value, datatype, value };
  }

  #particle(particle: Particle, into: (SampleElement | string)[], required: boolean): void {
    const { term, minOccurs } = particle;
    if (this.#costs.ofTerm(term) === Number.POSITIVE_INFINITY) return;
    const count = this.#count(particle);
    // Several that belong together cannot go one by one.
    const together = required || minOccurs > 1;
    for (let index = 0; index < count; index++) this.#term(term, index, into, together && index < minOccurs);
  }

  #count({ minOccurs, maxOccurs, term }: Particle): number {
    if (maxOccurs === minOccurs || this.#sparing || this.#recurs(term)) return minOccurs;
    if (this.#kind === "maximal") {
      const branches = term.kind === "modelGroup" && term.compositor === "choice" ? term.particles.length : 2;
      return Math.min(maxOccurs, Math.max(minOccurs, branches, term.kind === "wildcard" ? 1 : 2));
    }
    if (minOccurs === 0 && !this.#wantsOptional(0.6)) return 0;
    return Math.min(maxOccurs, Math.max(minOccurs, 1) + this.random.below(3));
  }

  #term(term: Term, index: number, into: (SampleElement | string)[], required: boolean): void {
    if (term.kind === "element") into.push(this.#element(term, required));
    else if (term.kind === "wildcard") into.push(this.#anyElement(term, required));
    else if (term.compositor === "choice") {
      const branch = this.#branch(term.particles, index);
      if (branch !== undefined) this.#particle(branch, into, required);
    } else {
      // Of several particles none may go without the others.
      const together = required || term.particles.length > 1;
      for (const particle of term.particles) this.#particle(particle, into, together);
    }
  }

  #branch(particles: readonly Particle[], index: number): Particle | undefined {
    const possible = particles.filter((particle) => this.#costs.ofParticle(particle) !== Number.POSITIVE_INFINITY);
    if (!this.#sparing) {
      const wide = possible.filter(({ term }) => !this.#recurs(term));
      if (wide.length > 0) return this.#kind === "maximal" ? wide[index % wide.length] : this.random.pick(wide);
    }
    let best: Particle | undefined;
    for (const particle of possible) {
      if (best === undefined || this.#costs.ofParticle(particle) < this.#costs.ofParticle(best)) best = particle;
    }
    return best;
  }

  #alternative(element: ElementDeclaration): Alternative {
    const possible = this.#costs
      .alternatives(element)
      .filter((alternative) => this.#costs.ofAlternative(alternative) !== Number.POSITIVE_INFINITY);
    const chosen =
      this.#kind === "random" && !this.#sparing && this.random.chance(0.5)
        ? this.random.pick(possible)
        : possible.reduce<Alternative | undefined>((best, next) => this.#better(best, next), undefined);
    if (chosen === undefined) throw new XmlError("sample-none", `element ${clarkName(element.name)} has no instance`);
    return chosen;
  }

  /** The declared element and type where they will do, else the cheapest. */
  #better(best: Alternative | undefined, next: Alternative): Alternative {
    if (best === undefined) return next;
    if (!this.#sparing && this.#kind !== "minimal") return best;
    return this.#costs.ofAlternative(next) < this.#costs.ofAlternative(best) ? next : best;
  }

  #anyElement(wildcard: Wildcard, required: boolean): SampleElement {
    const { processContents, namespaceConstraint } = wildcard;
    if (processContents === "strict") {
      const admitted = this.#costs.admitted(wildcard);
      const [cheapest] = admitted.toSorted((left, right) => this.#costs.ofElement(left) - this.#costs.ofElement(right));
      if (cheapest !== undefined) return this.#element(cheapest, required);
    }
    this.#size++;
    const namespace =
      namespaceConstraint.kind === "list" ? (namespaceConstraint.namespaces[0] ?? "") : "urn:example:extension";
    const name = this.#undeclared(allowsNamespace(namespaceConstraint, namespace) ? namespace : "urn:example:any");
    const rest = { declaration: undefined, type: undefined, typeName: undefined, nil: false, text: undefined };
    return { name, ...rest, attributes: [], children: [], required };
  }

  #undeclared(namespace: string): XmlName {
    for (let number = 0; ; number++) {
      const name = xmlName(namespace, `extension${number === 0 ? "" : number}`);
      if (!this.#schemas.elements.has(name)) return name;
    }
  }

  #wantsOptional(probability: number): boolean {
    if (this.#sparing) return false;
    return this.#kind === "maximal" || this.random.chance(probability);
  }

  /** Only what is required from here on. */
  get #sparing(): boolean {
    return this.#kind === "minimal" || this.#size > fullSize || this.#around.length > 24;
  }

  /** Whether a term would lead into a type that is open already. */
  #recurs(term: Term): boolean {
    if (term.kind === "wildcard") return false;
    if (term.kind === "element") {
      const times = this.#around.filter((type) => type === term.type).length;
      return term.type.kind === "complexType" && times > (this.#kind === "random" ? 1 : 0);
    }
    return term.particles.length > 0 && term.particles.every((particle) => this.#recurs(particle.term));
  }
}
