import * as codegen from "../../src/codegen.js";
import type { IdentityConstraintDescriptor } from "../../src/constructs/identity/constraint.js";
import type { AttributeDeclaration, SchemaComponents } from "../../src/features/schema.js";
import type {
  AttributeParticle,
  ComplexTypeDefinition,
  ComplexTypeDescriptor,
  ElementDescriptor,
  Particle,
  SimpleTypeDefinition,
  SimpleTypeDescriptor,
  SubstitutionGroupDescriptor,
  TypeDescriptor,
  VariantsDescriptor,
} from "../../src/schema/descriptors.js";
import type {
  AttributeBinding,
  BindingModel,
  ComplexTypeBinding,
  ElementBinding,
  FacetBinding,
  GlobalAttributeBinding,
  IdentityConstraintBinding,
  ParticleBinding,
  SimpleReference,
  SimpleTypeBinding,
  SubstitutionGroupBinding,
  TypeReference,
  VariantsBinding,
} from "../bind/model.js";

/**
 * The descriptors of a model, made in memory: what the emitted code would make, for those who validate or convert
 * documents without generating code first.
 */
export function interpret(model: BindingModel): SchemaComponents {
  const interpreter = new Interpreter();
  const declarations = model.modules.flatMap((module) => module.declarations);
  return {
    elements: declarations.flatMap((binding) => (binding.kind === "element" ? interpreter.element(binding) : [])),
    types: declarations.flatMap((binding) =>
      binding.kind === "simpleType" || binding.kind === "complexType" ? interpreter.type(binding) : [],
    ),
    attributes: model.attributes.map((binding) => interpreter.globalAttribute(binding)),
  };
}

const builtins: Readonly<Record<string, unknown>> = codegen;
const facets: Readonly<Record<string, unknown>> = codegen;

/** Makes each descriptor once, however often it is asked for. */
export class Interpreter {
  readonly #simpleTypes = new Map<SimpleTypeBinding, SimpleTypeDescriptor>();
  readonly #complexTypes = new Map<ComplexTypeBinding, ComplexTypeDescriptor>();
  readonly #variants = new Map<VariantsBinding, VariantsDescriptor>();
  readonly #elements = new Map<ElementBinding, ElementDescriptor>();
  readonly #groups = new Map<SubstitutionGroupBinding, SubstitutionGroupDescriptor>();

  element(binding: ElementBinding): ElementDescriptor {
    return once(this.#elements, binding, () => {
      const { nillable, abstract, default: byDefault, fixed, block } = binding;
      return codegen.element(binding.namespace, binding.name, () => this.type(binding.type), {
        nillable,
        abstract,
        default: byDefault,
        fixed,
        block,
        constraints: binding.constraints.map(constraint),
      });
    });
  }

  globalAttribute({ namespace, name, type, fixed }: GlobalAttributeBinding): AttributeDeclaration {
    return { namespace, name, type: this.simpleType(type), fixed };
  }

  type(type: TypeReference): TypeDescriptor {
    switch (type.kind) {
      case "complexType":
        return this.complexType(type);
      case "variants":
        return once(this.#variants, type, () =>
          codegen.variants(this.complexType(type.base), () =>
            type.members.map((member) => this.complexType(member.type)),
          ),
        );
      default:
        if (type.kind === "builtin" && type.name === "anyType") return codegen.xsAnyType;
        return this.simpleType(type);
    }
  }

  simpleType(type: SimpleReference): SimpleTypeDescriptor {
    if (type.kind === "builtin") return builtinType(type.name);
    return once(this.#simpleTypes, type, () => {
      const definition = lazily(() => this.#simpleDefinition(type));
      return codegen.simpleType(type.namespace, type.name, definition);
    });
  }

  #simpleDefinition({ definition }: SimpleTypeBinding): SimpleTypeDefinition {
    switch (definition.kind) {
      case "list":
        return codegen.list(this.simpleType(definition.item));
      case "union":
        return codegen.union(...definition.members.map((member) => this.simpleType(member)));
      case "restriction":
        return codegen.restriction(this.simpleType(definition.base), definition.facets.map(facet));
    }
  }

  complexType(binding: ComplexTypeBinding): ComplexTypeDescriptor {
    return once(this.#complexTypes, binding, () => {
      const definition = lazily(() => this.#complexDefinition(binding));
      return codegen.complexType<Record<string, unknown>>(binding.namespace, binding.name, definition);
    });
  }

  #complexDefinition(binding: ComplexTypeBinding): ComplexTypeDefinition {
    const { base, derivation, inherits, abstract, block, attributes, attributeWildcard, text, mixed, content } =
      binding;
    return {
      base: base === undefined ? undefined : this.complexType(base),
      derivation,
      complete: derivation === "extension" && !inherits,
      abstract,
      block,
      attributes: attributes.map((attribute) => this.#attribute(attribute)),
      anyAttribute:
        attributeWildcard &&
        codegen.anyAttribute(attributeWildcard.property.name, {
          namespaces: attributeWildcard.namespaces,
          process: attributeWildcard.process,
        }),
      text: text && { property: text.property, type: this.simpleType(text.type) },
      ...(mixed === undefined ? {} : { mixed: codegen.inOrder(mixed) }),
      content: content && this.#particle(content),
    };
  }

  #attribute({
    property,
    namespace,
    name,
    type,
    required,
    default: byDefault,
    fixed,
  }: AttributeBinding): AttributeParticle {
    return codegen.attribute(property.name, name, this.simpleType(type), {
      namespace,
      required,
      default: byDefault,
      fixed,
    });
  }

  #particle(particle: ParticleBinding): Particle {
    const { min, max } = particle;
    switch (particle.kind) {
      case "element": {
        const { property, array, declaration } = particle;
        if (declaration !== undefined) {
          return codegen.elementRef(property, this.#declaration(declaration), { min, max, array });
        }
        const { namespace, name, nillable, default: byDefault, fixed, block } = particle;
        return codegen.particle(property, name, this.type(particle.type), {
          namespace,
          min,
          max,
          array,
          nillable,
          default: byDefault,
          fixed,
          block,
          constraints: particle.constraints.map(constraint),
        });
      }
      case "any": {
        const { property, namespaces, process, array } = particle;
        return codegen.any(property, { namespaces, process, min, max, array });
      }
      default: {
        const { kind, property } = particle;
        const particles = particle.particles.map((child) => this.#particle(child));
        if (kind === "all") return codegen.all(particles, { min, max });
        const group = kind === "choice" ? codegen.choice : codegen.sequence;
        return property === undefined
          ? group(particles, { min, max })
          : group(particles, { min, max, property: codegen.inOrder(property) });
      }
    }
  }

  #declaration(binding: ElementBinding | SubstitutionGroupBinding): ElementDescriptor | SubstitutionGroupDescriptor {
    if (binding.kind === "element") return this.element(binding);
    return once(this.#groups, binding, () =>
      codegen.substitutionGroup(this.element(binding.head), () =>
        binding.members.map(({ element }) => this.element(element)),
      ),
    );
  }
}

function constraint(binding: IdentityConstraintBinding): IdentityConstraintDescriptor {
  const { kind, namespace, name, selector, fields, refer } = binding;
  if (kind === "keyref") return codegen.keyref(namespace, name, selector, fields, refer ?? "");
  return kind === "key"
    ? codegen.key(namespace, name, selector, fields)
    : codegen.unique(namespace, name, selector, fields);
}

function builtinType(name: string): SimpleTypeDescriptor {
  const descriptor = builtins[`xs${name.slice(0, 1).toUpperCase()}${name.slice(1)}`];
  if (descriptor === undefined) throw new TypeError(`there is no built-in type ${name}`);
  return descriptor as SimpleTypeDescriptor;
}

type Facet = Parameters<typeof codegen.restriction>[1][number];

const countFacets: ReadonlySet<string> = new Set(["length", "minLength", "maxLength", "totalDigits", "fractionDigits"]);
const listFacets: ReadonlySet<string> = new Set(["enumeration", "pattern"]);

function facet({ name, values }: FacetBinding): Facet {
  const make = facets[name];
  if (typeof make !== "function") throw new TypeError(`there is no facet ${name}`);
  const value = values.at(-1) ?? "";
  return (make as (value: unknown) => Facet)(
    listFacets.has(name) ? values : countFacets.has(name) ? Number(value) : value,
  );
}

function once<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  let value = made.get(key);
  if (value === undefined) made.set(key, (value = make()));
  return value;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
