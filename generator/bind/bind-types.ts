import { claimTag, clarkName, type XmlName } from "../../src/xml/names.js";
import type {
  ComplexTypeDefinition,
  Component,
  ElementDeclaration,
  SchemaSet,
  SimpleTypeDefinition,
  TypeDefinition,
} from "../schema/components.js";
import { bindComplexType } from "./bind-complex-type.js";
import { bindConstraints } from "./bind-constraints.js";
import type { BindContext } from "./bind-context.js";
import { annotationTexts, bindDocumentation, originName, simpleTypeParts } from "./bind-documentation.js";
import type { BindOptions } from "./bind-options.js";
import { bindSimpleType } from "./bind-simple-type.js";
import { bindValueConstraint } from "./clark-text.js";
import type {
  BindFinding,
  ComplexTypeBinding,
  Documentation,
  ElementBinding,
  GlobalAttributeBinding,
  Mutable,
  SimpleReference,
  SimpleTypeBinding,
  SubstitutionGroupBinding,
  TypeReference,
  VariantsBinding,
} from "./model.js";
import type { Modules, OpenModule } from "./modules.js";
import { NameScope, patternName, propertyName, reservedPropertyNames, typeName } from "./names.js";

type ComponentSource = Component["source"];

const xsd = "http://www.w3.org/2001/XMLSchema";

/** The most members of all unions together: each is a line of code, and a chain of them has half its square. */
const memberLimit = 200_000;

/** Binds every global element and type, and the anonymous types that they hold. */
export class TypeBinder implements BindContext {
  readonly #schemas: SchemaSet;
  readonly #modules: Modules;
  readonly #findings: BindFinding[];
  readonly #options: BindOptions;
  readonly #simpleTypes = new Map<SimpleTypeDefinition, SimpleTypeBinding>();
  readonly #complexTypes = new Map<ComplexTypeDefinition, ComplexTypeBinding>();
  readonly #variants = new Map<ComplexTypeDefinition, VariantsBinding>();
  readonly #elements = new Map<ElementDeclaration, ElementBinding>();
  readonly #groups = new Map<ElementDeclaration, SubstitutionGroupBinding>();
  /** The names of a type's properties, its bases' included. */
  readonly #scopes = new Map<ComplexTypeBinding, NameScope>();
  readonly #bound = new Set<ComplexTypeDefinition>();
  readonly #extensions = new Map<ComplexTypeDefinition, number>();
  /** The unions that something refers to. */
  readonly #used = new Set<VariantsBinding | SubstitutionGroupBinding>();
  #members = 0;
  readonly #callbacks: (() => void)[] = [];
  /** Anonymous types of several elements. */
  readonly #shared = new Set<ComplexTypeDefinition>();

  constructor(schemas: SchemaSet, modules: Modules, findings: BindFinding[], options: BindOptions) {
    this.#findings = findings;
    this.#schemas = schemas;
    this.#modules = modules;
    this.#options = options;
  }

  bindAll(): void {
    for (const { type, name } of this.#schemas.elements.values()) {
      if (type.kind === "complexType" && type.name === undefined && type.context?.name !== name) this.#shared.add(type);
    }
    const globals = this.#globals();
    // Elements name their declarations first, then types, so that a new type never renames an element; then what is
    // made of several; whatever is anonymous comes last.
    for (const component of globals) if (component.kind === "element") this.#declareElement(component);
    for (const component of globals) if (component.kind !== "element") this.#declareType(component);
    for (const component of globals) {
      if (component.kind === "element") this.#declareGroup(component);
      else if (component.kind === "complexType") this.#declareVariants(component);
    }
    for (const component of globals) {
      if (component.kind === "element") this.#bindElement(component);
      else this.#bindGlobalType(component);
    }
    for (const callback of this.#callbacks.splice(0)) callback();
  }

  whenBound(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  /** Every global attribute. */
  bindAttributes(): readonly GlobalAttributeBinding[] {
    return [...this.#schemas.attributes.values()].map(({ name, source, type, valueConstraint }) => {
      const { namespace, localName } = name;
      const module = this.#modules.of(namespace, source);
      return {
        namespace,
        name: localName,
        type: this.simpleReference(type, `${typeName(localName)}Attribute`, module, namespace),
        fixed: valueConstraint?.kind === "fixed" ? valueConstraint.value : undefined,
      };
    });
  }

  /** Global elements and types, built-in types left out, in order of declaration within their document. */
  #globals(): readonly (ElementDeclaration | TypeDefinition)[] {
    const all = [...this.#schemas.elements.values(), ...this.#schemas.types.values()];
    const order = new Map<unknown, number>();
    for (const { source } of all) {
      if (source !== undefined && !order.has(source.document)) order.set(source.document, order.size);
    }
    const document = (source: ComponentSource) => order.get(source?.document) ?? 0;
    return all
      .filter((component) => component.source !== undefined)
      .sort(
        (left, right) =>
          document(left.source) - document(right.source) || (left.source?.offset ?? 0) - (right.source?.offset ?? 0),
      );
  }

  #declareElement(declaration: ElementDeclaration): void {
    const { namespace, localName } = declaration.name;
    const module = this.#modules.of(namespace, declaration.source);
    const base = this.typeName(localName);
    this.#elements.set(declaration, {
      kind: "element",
      module,
      identifier: this.claim(module.scope, base, `${base}Element`, `element ${localName}`, declaration.source),
      namespace,
      name: localName,
      documentation: this.#documentation(declaration, `element ${localName}`),
      type: { kind: "builtin", name: "anyType" },
      inline: false,
      nillable: declaration.nillable,
      abstract: declaration.abstract,
      ...bindValueConstraint(declaration.valueConstraint, declaration.type, declaration.source),
      block: declaration.block.filter((derivation) => derivation !== "substitution"),
      constraints: bindConstraints(declaration.identityConstraints),
    });
  }

  #declareType(definition: TypeDefinition): void {
    if (definition.name === undefined) return;
    const { namespace, localName } = definition.name;
    const base = this.typeName(localName);
    const module = this.#modules.of(namespace, definition.source);
    const identifier = this.claim(module.scope, base, `${base}Type`, `type ${localName}`, definition.source);
    this.#newType(definition, module, namespace, [identifier], identifier);
  }

  /** Part 1, 3.3.6: an element that others may stand in for. */
  #declareGroup(declaration: ElementDeclaration): void {
    const substitutes = this.#schemas.substitutionGroups.get(declaration) ?? [];
    if (substitutes.length === 0) return;
    const head = this.element(declaration);
    const module = this.#modules.of(head.namespace, declaration.source);
    this.#groups.set(declaration, {
      kind: "substitutionGroup",
      module,
      identifier: module.scope.claim(`Any${head.identifier}`, `Any${head.identifier}Element`),
      namespace: head.namespace,
      documentation: bindDocumentation([`An element ${head.name}, or one that may stand in for it.`]),
      head,
      members: [],
    });
  }

  /** Part 1, 3.4.6: a type that others are derived from. */
  #declareVariants(definition: ComplexTypeDefinition): void {
    const base = this.#complexTypes.get(definition);
    const [derived] = this.#derivedFrom(definition);
    if (base === undefined || derived === undefined) return;
    const module = this.#modules.of(base.namespace, definition.source);
    this.#variants.set(definition, {
      kind: "variants",
      module,
      identifier: module.scope.claim(`Any${base.identifier}`, `Any${base.identifier}Type`),
      namespace: base.namespace,
      documentation: bindDocumentation([`A value of type ${base.name}, or of one derived from it.`]),
      base,
      members: [],
    });
  }

  /** The named complex types derived from this one, directly or not, that its `block` does not shut out. */
  *#derivedFrom(definition: ComplexTypeDefinition, block = definition.block): Iterable<ComplexTypeDefinition> {
    for (const type of this.#schemas.derivedTypes.get(definition) ?? []) {
      if (type.kind !== "complexType" || type.name === undefined || block.includes(type.derivation)) continue;
      yield type;
      yield* this.#derivedFrom(type, block);
    }
  }

  countExtensions(definition: ComplexTypeDefinition): number {
    let count = this.#extensions.get(definition);
    if (count !== undefined) return count;
    count = 0;
    for (const type of this.#schemas.derivedTypes.get(definition) ?? []) {
      if (type.kind === "complexType" && type.derivation === "extension") count += 1 + this.countExtensions(type);
    }
    this.#extensions.set(definition, count);
    return count;
  }

  #newType(
    definition: TypeDefinition,
    module: OpenModule,
    namespace: string,
    names: readonly [string, ...string[]],
    identifier: string = module.scope.claim(...names),
  ): SimpleTypeBinding | ComplexTypeBinding {
    const base = {
      module,
      identifier,
      namespace,
      name: definition.name?.localName,
      documentation: this.#documentation(definition, definition.name && `type ${definition.name.localName}`),
    };
    if (definition.kind === "simpleType") {
      const binding: SimpleTypeBinding = { kind: "simpleType", ...base, definition: { kind: "union", members: [] } };
      this.#simpleTypes.set(definition, binding);
      return binding;
    }
    const binding: ComplexTypeBinding = {
      kind: "complexType",
      ...base,
      abstract: definition.abstract,
      base: undefined,
      derivation: undefined,
      inherits: false,
      block: definition.block,
      attributes: [],
      attributeWildcard: undefined,
      text: undefined,
      content: undefined,
      mixed: undefined,
      shape: { properties: [], choices: [] },
    };
    this.#complexTypes.set(definition, binding);
    return binding;
  }

  #bindElement(declaration: ElementDeclaration): void {
    const binding: Mutable<ElementBinding> = this.element(declaration);
    const module = this.#modules.of(binding.namespace, declaration.source);
    const { type } = declaration;
    if (type.kind === "complexType" && this.#isOwn(type, declaration)) {
      binding.type = this.#newType(type, module, binding.namespace, [binding.identifier], binding.identifier);
      binding.inline = true;
      this.#bindComplexType(type);
    } else {
      const suffix = type.kind === "complexType" ? "Type" : "Value";
      binding.type = this.reference(type, `${binding.identifier}_${suffix}`, module, binding.namespace);
    }
    module.declarations.push(binding);
    const group = this.#groups.get(declaration);
    if (group !== undefined) module.declarations.push(group);
  }

  /**
   * Whether an anonymous type is this element's alone: elements of its substitution group that name no type have it
   * too (Part 1, 3.3.2).
   */
  #isOwn(type: ComplexTypeDefinition, declaration: ElementDeclaration): boolean {
    return type.name === undefined && type.context === declaration && !this.#shared.has(type);
  }

  element(declaration: ElementDeclaration): ElementBinding {
    const binding = this.#elements.get(declaration);
    if (binding === undefined) throw new TypeError(`element ${clarkName(declaration.name)} is not global`);
    return binding;
  }

  elementOrGroup(declaration: ElementDeclaration): ElementBinding | SubstitutionGroupBinding {
    const group: Mutable<SubstitutionGroupBinding> | undefined = this.#groups.get(declaration);
    if (group === undefined) return this.element(declaration);
    if (!this.#used.has(group) && this.#members <= memberLimit) {
      this.#used.add(group);
      const tags = new Map<string, XmlName>();
      group.members = [declaration, ...(this.#schemas.substitutionGroups.get(declaration) ?? [])]
        .filter((member) => !member.abstract)
        .map((member) => ({ tag: claimTag(member.name, tags), element: this.element(member) }));
      this.#countMembers(group.members.length, declaration);
    }
    return group;
  }

  #variantsOf(definition: ComplexTypeDefinition): VariantsBinding | undefined {
    const variants: Mutable<VariantsBinding> | undefined = this.#variants.get(definition);
    if (variants === undefined || this.#used.has(variants) || this.#members > memberLimit) return variants;
    this.#used.add(variants);
    const tags = new Map<string, XmlName>();
    variants.members = [definition, ...this.#derivedFrom(definition)].flatMap((type) => {
      const binding = this.#complexTypes.get(type);
      if (type.abstract || type.name === undefined || binding === undefined) return [];
      return [{ tag: claimTag(type.name, tags), type: binding }];
    });
    this.#countMembers(variants.members.length, definition);
    return variants;
  }

  #countMembers(count: number, component: Component): void {
    const before = this.#members;
    this.#members += count;
    if (before > memberLimit || this.#members <= memberLimit) return;
    this.#findings.push({
      code: "xsd-limit",
      message: `the substitution groups and the types that xsi:type may name have more than ${memberLimit} members`,
      source: component.source,
    });
  }

  /** Takes out what nothing refers to: unions of derived types, and of the members of substitution groups. */
  dropUnused(modules: Iterable<OpenModule>): void {
    for (const { declarations } of modules) {
      const kept = declarations.filter((declaration) => {
        const union = declaration.kind === "variants" || declaration.kind === "substitutionGroup";
        return !union || this.#used.has(declaration);
      });
      declarations.splice(0, declarations.length, ...kept);
    }
  }

  reference(type: TypeDefinition, name: string, module: OpenModule, namespace: string): TypeReference {
    if (type.kind === "simpleType") return this.simpleReference(type, name, module, namespace);
    if (type.name?.namespace === xsd && type.source === undefined)
      return { kind: "builtin", name: type.name.localName };
    const known = this.#variantsOf(type) ?? this.#complexTypes.get(type);
    if (known !== undefined) return known;
    const binding = this.#newType(type, module, namespace, [typeName(name)]);
    this.#bindComplexType(type);
    module.declarations.push(binding);
    return binding;
  }

  simpleReference(type: SimpleTypeDefinition, name: string, module: OpenModule, namespace: string): SimpleReference {
    if (type.builtin && type.name !== undefined) return this.#builtin(type.name.localName);
    const known = this.#simpleTypes.get(type);
    if (known !== undefined) return known;
    const binding = this.#newType(type, module, namespace, [typeName(name)]) as SimpleTypeBinding;
    bindSimpleType(type, binding, this, module);
    module.declarations.push(binding);
    return binding;
  }

  #builtin(name: string): SimpleReference {
    const as = this.#options.datatypes?.[name];
    return as === undefined ? { kind: "builtin", name } : { kind: "builtin", name, as };
  }

  #bindGlobalType(definition: TypeDefinition): void {
    if (definition.name === undefined) return;
    const module = this.#modules.of(definition.name.namespace, definition.source);
    if (definition.kind === "simpleType") {
      const binding = this.#simpleTypes.get(definition);
      if (binding === undefined) return;
      bindSimpleType(definition, binding, this, module);
      module.declarations.push(binding);
      return;
    }
    module.declarations.push(this.#bindComplexType(definition));
    const variants = this.#variants.get(definition);
    if (variants !== undefined) module.declarations.push(variants);
  }

  #bindComplexType(definition: ComplexTypeDefinition): ComplexTypeBinding {
    const binding: Mutable<ComplexTypeBinding> | undefined = this.#complexTypes.get(definition);
    if (binding === undefined) throw new TypeError("a complex type is bound before it is declared");
    if (this.#bound.has(definition)) return binding;
    this.#bound.add(definition);
    const { base } = definition;
    const module = this.#modules.of(binding.namespace, definition.source);
    if (base.kind === "complexType" && base.source !== undefined) {
      binding.base = this.#complexTypes.get(base) ?? this.#anonymousBase(base, binding, module);
      this.#bindComplexType(base);
      binding.derivation = definition.derivation;
      // Mixed content is one list of everything, which an extension cannot add a property to.
      binding.inherits = definition.derivation === "extension" && definition.content.kind !== "mixed";
    }
    const inherited = binding.inherits && binding.base !== undefined ? this.#scopes.get(binding.base) : undefined;
    const scope = new NameScope(inherited?.names() ?? reservedPropertyNames);
    scope.claim("$type");
    this.#scopes.set(binding, scope);
    bindComplexType(definition, binding, this, module, scope, binding.inherits);
    return binding;
  }

  /** A redefined type keeps its former self as its base, which has no name any more (Part 1, 4.2.2). */
  #anonymousBase(base: ComplexTypeDefinition, owner: ComplexTypeBinding, module: OpenModule): ComplexTypeBinding {
    const binding = this.#newType(base, module, owner.namespace, [`${owner.identifier}_Base`]) as ComplexTypeBinding;
    this.#bindComplexType(base);
    module.declarations.push(binding);
    return binding;
  }

  claim(scope: NameScope, name: string, otherwise: string, what: string, source: ComponentSource): string {
    const claimed = scope.claim(name, otherwise);
    if (claimed !== name) {
      const message = `${what} is called ${claimed} in generated code, because ${name} is taken`;
      this.#findings.push({ code: "bind-renamed", severity: "note", message, source });
    }
    return claimed;
  }

  /** What a global component is called in generated code. */
  typeName(localName: string): string {
    const { typeNames } = this.#options;
    return typeNames === undefined ? typeName(localName) : patternName(typeNames, localName);
  }

  propertyName(localName: string): string {
    return this.#options.propertyNames === "preserve" ? localName : propertyName(localName);
  }

  #documentation(component: Component, origin: string | undefined): Documentation {
    const { source } = component;
    const where =
      origin === undefined || source === undefined ? undefined : `${origin} in ${originName(source.document.file)}`;
    const parts = component.kind === "simpleType" ? simpleTypeParts(component) : {};
    return bindDocumentation(annotationTexts(component.annotation), { ...parts, origin: where });
  }
}
