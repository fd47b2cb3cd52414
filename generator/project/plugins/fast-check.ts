import type {
  AttributeBinding,
  ComplexTypeBinding,
  DeclarationBinding,
  ElementParticleBinding,
  GroupBinding,
  ModuleBinding,
  ParticleBinding,
  TypeReference,
  WildcardParticleBinding,
} from "../../bind/model.js";
import { type Depths, depthOf, depthOfReference, findDepths } from "./arbitrary-costs.js";
import { simpleArbitrary } from "./arbitrary-values.js";
import type { Plugin } from "./plugin.js";

/**
 * A plugin that adds arbitraries for fast-check beside each module: `um.arbitraries.ts` exports one for each element and
 * type of `um.ts`. Keys, references and several patterns at once are not seen to.
 */
export function fastCheck(): Plugin {
  return {
    name: "fast-check",
    emit: (model) => {
      const depths = findDepths(model);
      return model.modules.map((module) => ({
        path: `${module.name}.arbitraries.ts`,
        text: new ModulePrinter(module, depths).print(),
      }));
    },
  };
}

/** What the arbitraries of a module are made with; only what is used is written. */
const helpers: Readonly<Record<string, string>> = {
  cached: `/** Makes an arbitrary once for each depth. */
function cached(make: (depth: number) => fc.Arbitrary<unknown>): (depth: number) => fc.Arbitrary<unknown> {
  const known: fc.Arbitrary<unknown>[] = [];
  return (depth) => (known[Math.max(0, depth)] ??= make(Math.max(0, depth)));
}`,
  merged: `/** The fields of all parts; lists of the same name one after the other. */
function merged(...parts: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.tuple(...parts).map((values) => {
    const fields: Record<string, unknown> = {};
    for (const part of values as Record<string, unknown>[]) {
      for (const [name, value] of Object.entries(part)) {
        const known = fields[name];
        fields[name] = Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value;
      }
    }
    return fields;
  });
}`,
  field: `function field(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return value.map((given) => ({ [name]: given }));
}`,
  optional: `function optional(depth: number, part: () => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return depth > 0 ? fc.oneof(fc.constant({}), part()) : fc.constant({});
}`,
  list: `function list(depth: number, min: number, max: number, item: () => fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> {
  const most = depth > 0 ? Math.min(max, min + 2) : min;
  return most === 0 ? fc.constant([]) : fc.array(item(), { minLength: min, maxLength: most });
}`,
  flat: `function flat(parts: fc.Arbitrary<unknown[]>): fc.Arbitrary<unknown[]> {
  return parts.map((values) => values.flat());
}`,
};

/** An arbitrary that depends on the depth, where it does. */
function cached(body: string): string {
  return /\bdepth\b/.test(body) ? `cached((depth) => ${body})` : `cached(() => ${body})`;
}

class ModulePrinter {
  readonly #module: ModuleBinding;
  readonly #depths: Depths;
  /** The types without a declaration of their own, and how they are called here. */
  readonly #makers = new Map<ComplexTypeBinding, string>();
  readonly #lines: string[] = [];
  readonly #imports = new Set<ModuleBinding>();

  constructor(module: ModuleBinding, depths: Depths) {
    this.#module = module;
    this.#depths = depths;
  }

  print(): string {
    const exported = this.#module.declarations.flatMap((declaration) => this.#export(declaration));
    const { name, origin } = this.#module;
    const body = this.#lines.join("\n");
    const used = Object.entries(helpers).flatMap(([helper, text]) => (body.includes(`${helper}(`) ? text : []));
    const imports = [...this.#imports].map(
      (other) => `import * as ${moduleName(other)} from ${JSON.stringify(`./${other.name}.arbitraries.js`)};\n`,
    );
    return `// Generated from ${origin.replace(/\s+/g, " ")}. Do not edit: change the schema and run \`npm run generate\`.
import * as fc from "fast-check";
${imports.join("")}import type * as values from ${JSON.stringify(`./${name}.js`)};

${used.join("\n\n")}

${body}
${exported.join("\n")}
`;
  }

  #export(declaration: DeclarationBinding): readonly string[] {
    if (declaration.kind === "service") return [];
    const { identifier } = declaration;
    const maker = `${identifier}Of`;
    this.#lines.push(`export const ${maker}: (depth: number) => fc.Arbitrary<unknown> = ${this.#maker(declaration)};`);
    return [
      `export const ${identifier}: fc.Arbitrary<values.${identifier}> = ${maker}(3) as fc.Arbitrary<values.${identifier}>;`,
    ];
  }

  #maker(declaration: Exclude<DeclarationBinding, { readonly kind: "service" }>): string {
    switch (declaration.kind) {
      case "simpleType":
        return cached(simpleArbitrary(declaration));
      case "complexType":
        return cached(this.#object(declaration));
      case "element":
        return cached(this.#value(declaration.type, "depth"));
      case "variants":
        return this.#choose(
          declaration.members.map(({ tag, type }) => ({
            depth: depthOfReference(type, this.#depths),
            text: `merged(fc.constant({ $type: ${JSON.stringify(tag)} }), ${this.#value(type, "depth - 1")})`,
          })),
        );
      case "substitutionGroup":
        return this.#choose(
          declaration.members.map(({ tag, element }) => ({
            depth: depthOfReference(element.type, this.#depths),
            text: `fc.record({ name: fc.constant(${JSON.stringify(tag)}), value: ${this.#value(element.type, "depth - 1")} })`,
          })),
        );
    }
  }

  #choose(members: readonly Branch[]): string {
    return cached(oneOf(members));
  }

  /** The arbitrary of a type where it is used. */
  #value(type: TypeReference, depth: string): string {
    if (type.kind === "builtin") {
      return type.name === "anyType" ? "fc.constant({ content: [] })" : simpleArbitrary(type);
    }
    if (type.kind === "complexType" && !type.module.declarations.includes(type))
      return `${this.#anonymous(type)}(${depth})`;
    if (type.module === this.#module) return `${type.identifier}Of(${depth})`;
    this.#imports.add(type.module);
    return `${moduleName(type.module)}.${type.identifier}Of(${depth})`;
  }

  #anonymous(type: ComplexTypeBinding): string {
    let name = this.#makers.get(type);
    if (name === undefined) {
      name = `anonymous${this.#makers.size + 1}`;
      this.#makers.set(type, name);
      this.#lines.push(`const ${name}: (depth: number) => fc.Arbitrary<unknown> = ${cached(this.#object(type))};`);
    }
    return name;
  }

  #object(type: ComplexTypeBinding): string {
    const parts = this.#parts(type);
    return parts.length === 1 ? (parts[0] ?? "") : `merged(${parts.join(", ")})`;
  }

  #parts(type: ComplexTypeBinding): readonly string[] {
    const { base, inherits, attributes, text, content, mixed } = type;
    return [
      ...(inherits && base !== undefined ? this.#parts(base) : []),
      ...attributes.flatMap((attribute) => attributePart(attribute)),
      ...(text === undefined ? [] : [`field(${JSON.stringify(text.property)}, ${simpleArbitrary(text.type)})`]),
      ...(content === undefined
        ? []
        : [mixed === undefined ? this.#particle(content) : `field(${JSON.stringify(mixed)}, ${this.#items(content)})`]),
    ];
  }

  /** The fields that a particle gives. */
  #particle(particle: ParticleBinding): string {
    if (particle.kind === "element") return this.#elementField(particle);
    if (particle.kind === "any") return this.#wildcardField(particle);
    if (particle.property !== undefined) return `field(${JSON.stringify(particle.property)}, ${this.#items(particle)})`;
    const inner = this.#group(particle);
    return particle.min === 0 ? `optional(depth, () => ${inner})` : inner;
  }

  #group({ kind, particles }: GroupBinding): string {
    if (kind !== "choice") return `merged(${particles.map((child) => this.#particle(child)).join(", ")})`;
    return oneOf(particles.map((child) => ({ depth: depthOf(child, this.#depths), text: this.#particle(child) })));
  }

  #elementField(particle: ElementParticleBinding): string {
    const { property, min, max, array, fixed } = particle;
    const value = this.#elementValue(particle);
    if (fixed !== undefined && min === 0)
      return array || max > 1 ? `fc.constant({ ${JSON.stringify(property)}: [] })` : "fc.constant({})";
    if (array || max > 1)
      return `field(${JSON.stringify(property)}, list(depth, ${min}, ${bound(max)}, () => ${value}))`;
    const field = `field(${JSON.stringify(property)}, ${value})`;
    return min === 0 ? `optional(depth, () => ${field})` : field;
  }

  #elementValue({ declaration, type }: ElementParticleBinding): string {
    if (declaration?.kind !== "substitutionGroup") return this.#value(type, "depth - 1");
    if (declaration.module === this.#module) return `${declaration.identifier}Of(depth - 1)`;
    this.#imports.add(declaration.module);
    return `${moduleName(declaration.module)}.${declaration.identifier}Of(depth - 1)`;
  }

  #wildcardField(particle: WildcardParticleBinding): string {
    const { property, min, max, array } = particle;
    const element = wildcardElement(particle);
    if (array || max > 1) return `field(${JSON.stringify(property)}, list(0, ${min}, ${bound(max)}, () => ${element}))`;
    return min === 0 ? "fc.constant({})" : `field(${JSON.stringify(property)}, ${element})`;
  }

  /** The items that a particle gives, in order. */
  #items(particle: ParticleBinding): string {
    const { min, max } = particle;
    if (particle.kind === "element") {
      const { name, declaration } = particle;
      const value = this.#elementValue(particle);
      // What may stand in for an element says its name itself.
      const item =
        declaration?.kind === "substitutionGroup"
          ? value
          : `fc.record({ name: fc.constant(${JSON.stringify(name)}), value: ${value} })`;
      return `list(depth, ${min}, ${bound(max)}, () => ${item})`;
    }
    if (particle.kind === "any") {
      const element = wildcardElement(particle);
      return `list(0, ${min}, ${bound(max)}, () => fc.record({ name: fc.constant("*"), value: ${element} }))`;
    }
    const parts = particle.particles.map((child) => ({
      depth: depthOf(child, this.#depths),
      text: this.#items(child),
    }));
    const once =
      particle.kind === "choice" ? oneOf(parts) : `flat(fc.tuple(${parts.map(({ text }) => text).join(", ")}))`;
    return `flat(list(depth, ${min}, ${bound(max)}, () => ${once}))`;
  }
}

interface Branch {
  readonly depth: number;
  readonly text: string;
}

/** Any of the branches that come to an end; where depth is spent, the one that does so first. */
function oneOf(branches: readonly Branch[]): string {
  const finite = branches.filter(({ depth }) => depth !== Number.POSITIVE_INFINITY);
  const [first, ...rest] = finite;
  if (first === undefined) return "fc.constant({})";
  if (rest.length === 0) return first.text;
  const least = rest.reduce((best, branch) => (branch.depth < best.depth ? branch : best), first);
  return `(depth > 0 ? fc.oneof(${finite.map(({ text }) => text).join(", ")}) : ${least.text})`;
}

/** Attributes with a fixed value are left out where they may be: their value says nothing. */
function attributePart({ property, type, required, fixed }: AttributeBinding): readonly string[] {
  const value = `field(${JSON.stringify(property.name)}, ${simpleArbitrary(type)})`;
  if (required) return [value];
  return fixed === undefined ? [`optional(depth, () => ${value})`] : [];
}

function wildcardElement({ namespaces }: WildcardParticleBinding): string {
  const namespace = namespaces.kind === "list" ? (namespaces.namespaces[0] ?? "") : "urn:example:extension";
  return `fc.constant({ namespace: ${JSON.stringify(namespace)}, name: "extension", content: [] })`;
}

function bound(max: number): string {
  return max === Number.POSITIVE_INFINITY ? "Infinity" : String(max);
}

function moduleName({ name }: ModuleBinding): string {
  return `in_${name.replace(/\W/g, "_")}`;
}
