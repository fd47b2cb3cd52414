import type { AttributeUse, ComplexTypeDefinition, Wildcard } from "../schema/components.js";
import { type Alternatives, countAlternatives, limitAlternatives } from "./alternatives.js";
import { ContentBinder } from "./bind-content.js";
import type { BindContext } from "./bind-context.js";
import { annotationTexts, bindDocumentation, fixedRule } from "./bind-documentation.js";
import { bindValueConstraint, type ValueConstraintBinding } from "./clark-text.js";
import type {
  AttributeBinding,
  AttributeWildcardBinding,
  ComplexTypeBinding,
  Mutable,
  PropertyBinding,
  Shape,
} from "./model.js";
import type { OpenModule } from "./modules.js";
import { type NameScope, typeName } from "./names.js";

/** What the binder of a complex type needs of its surroundings. */
interface Binding {
  readonly types: BindContext;
  readonly module: OpenModule;
  readonly scope: NameScope;
  readonly owner: ComplexTypeBinding;
}

/**
 * Fills in what a complex type's values are made of.
 *
 * @param scope - the names of the properties, those inherited taken already
 * @param inherits - the type is an extension that adds to its base's properties
 */
export function bindComplexType(
  definition: ComplexTypeDefinition,
  target: ComplexTypeBinding,
  types: BindContext,
  module: OpenModule,
  scope: NameScope,
  inherits: boolean,
): void {
  const owner: Mutable<ComplexTypeBinding> = target;
  const binding: Binding = { types, module, scope, owner };
  const base = inherits && definition.base.kind === "complexType" ? definition.base : undefined;
  const properties: PropertyBinding[] = [];
  let choices: Shape["choices"] = [];

  const inherited = new Set(base?.attributeUses.map(({ declaration }) => declaration.name));
  owner.attributes = definition.attributeUses
    .filter(({ declaration }) => !inherited.has(declaration.name))
    .map((use) => bindAttribute(use, binding));
  const { attributeWildcard, content } = definition;
  if (attributeWildcard !== undefined && base?.attributeWildcard === undefined) {
    owner.attributeWildcard = bindAttributeWildcard(attributeWildcard, scope.claim("anyAttributes"));
    properties.push(owner.attributeWildcard.property);
  } else if (attributeWildcard !== undefined && attributeWildcard !== base?.attributeWildcard) {
    // The extension's wildcard is the union of both (3.4.2): the same property, wider.
    owner.attributeWildcard = bindAttributeWildcard(attributeWildcard, "anyAttributes");
  }

  if (content.kind === "simple") {
    if (base === undefined) {
      const type = types.simpleReference(content.type, `${owner.identifier}_Value`, module, owner.namespace);
      owner.text = { property: scope.claim("value", "textValue"), type };
      properties.push({
        name: owner.text.property,
        documentation: bindDocumentation([]),
        type: { kind: "value", type },
        occurrence: "required",
        nillable: false,
      });
    }
  } else if (content.kind !== "empty") {
    const own = base === undefined ? content.particle : definition.ownParticle;
    if (own !== undefined) {
      const bound = new ContentBinder(types, scope, module, owner).bind(own, content.kind === "mixed");
      owner.content = bound.particle;
      owner.mixed = bound.mixed;
      properties.push(...bound.shape.properties);
      choices = bound.shape.choices;
    }
  }
  const shape = { properties: [...owner.attributes.map(({ property }) => property), ...properties], choices };
  owner.shape =
    choices.length === 0
      ? shape
      : limitAlternatives(shape, inheritedAlternatives(owner), types.countExtensions(definition));
}

/** What the type is that this one extends. */
function inheritedAlternatives({ base, inherits }: ComplexTypeBinding): Alternatives {
  if (!inherits || base === undefined) return { count: 1, names: 0 };
  return countAlternatives(base.shape, inheritedAlternatives(base));
}

function bindAttribute(use: AttributeUse, { types, module, scope, owner }: Binding): AttributeBinding {
  const { declaration } = use;
  const { namespace, localName } = declaration.name;
  const anonymous = `${owner.identifier}_${typeName(localName)}`;
  const type = types.simpleReference(declaration.type, anonymous, module, owner.namespace);
  const name = types.propertyName(localName);
  const texts = annotationTexts(use.annotation);
  const constraint = bindAttributeValue(use);
  const property: PropertyBinding = {
    name: types.claim(
      scope,
      name,
      `${name}Attribute`,
      `attribute ${localName} of ${owner.identifier}`,
      declaration.source ?? use.source,
    ),
    documentation: bindDocumentation(texts.length > 0 ? texts : annotationTexts(declaration.annotation), {
      rules: fixedRule(constraint.fixed),
      default: constraint.default,
    }),
    type: { kind: "value", type },
    occurrence: use.required ? "required" : "optional",
    nillable: false,
  };
  return {
    property,
    namespace,
    name: localName,
    type,
    required: use.required,
    ...constraint,
  };
}

/** The use's own value, else the declaration's: each is written with the prefixes of its place. */
function bindAttributeValue({ declaration, valueConstraint, source }: AttributeUse): ValueConstraintBinding {
  const place = valueConstraint === declaration.valueConstraint ? declaration.source : source;
  return bindValueConstraint(valueConstraint, declaration.type, place);
}

function bindAttributeWildcard(wildcard: Wildcard, name: string): AttributeWildcardBinding {
  const documentation = bindDocumentation(annotationTexts(wildcard.annotation));
  return {
    property: { name, documentation, type: { kind: "attributes" }, occurrence: "optional", nillable: false },
    namespaces: wildcard.namespaceConstraint,
    process: wildcard.processContents,
  };
}
