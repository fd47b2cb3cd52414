import type {
  BindingModel,
  ComplexTypeBinding,
  DeclarationBinding,
  ModuleBinding,
  PropertyBinding,
  Shape,
  TypeReference,
} from "../../bind/model.js";
import { builtinSchema, type JsonSchema, simpleSchema } from "./json-schema-values.js";
import type { Plugin } from "./plugin.js";

/**
 * A plugin that adds a JSON Schema (2020-12) beside each module: for the values of its types as JSON, in which big
 * numbers, bytes and qualified names are texts.
 */
export function jsonSchema(): Plugin {
  return { name: "json-schema", emit: emitSchemas };
}

function emitSchemas({ modules }: BindingModel): readonly { readonly path: string; readonly text: string }[] {
  return modules.map((module) => {
    const definitions = module.declarations.flatMap((declaration) => {
      const schema = declarationSchema(declaration, module);
      return schema === undefined ? [] : [[declaration.identifier, schema] as const];
    });
    const schema = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: schemaFile(module),
      $defs: Object.fromEntries(definitions),
    };
    return { path: schemaFile(module), text: `${JSON.stringify(schema, undefined, 2)}\n` };
  });
}

function schemaFile({ name }: ModuleBinding): string {
  return `${name}.schema.json`;
}

function declarationSchema(declaration: DeclarationBinding, module: ModuleBinding): JsonSchema | undefined {
  const described = (schema: JsonSchema): JsonSchema => {
    const text = declaration.documentation.paragraphs.join("\n\n");
    return text === "" ? schema : { description: text, ...schema };
  };
  switch (declaration.kind) {
    case "simpleType":
      return described(simpleSchema(declaration, (type) => reference(type, module)));
    case "complexType":
      return described(objectSchema(declaration, module));
    case "variants":
      return described({
        oneOf: declaration.members.map(({ tag, type }) => {
          const schema = objectSchema(type, module, tag, type === declaration.base);
          return schema;
        }),
      });
    case "substitutionGroup":
      return described({
        oneOf: declaration.members.map(({ tag, element }) =>
          item(tag, nillable(reference(element.type, module), element.nillable)),
        ),
      });
    case "element":
      return described(nillable(reference(declaration.type, module), declaration.nillable));
    case "service":
      return undefined;
  }
}

/** Where a type is described. */
function reference(type: TypeReference, module: ModuleBinding): JsonSchema {
  if (type.kind === "builtin") return builtinSchema(type);
  // The type of an element with a type of its own has no declaration: it is described in place.
  if (type.kind === "complexType" && !type.module.declarations.includes(type)) return objectSchema(type, module);
  const file = type.module === module ? "" : schemaFile(type.module);
  return { $ref: `${file}#/$defs/${type.identifier.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}

function objectSchema(type: ComplexTypeBinding, module: ModuleBinding, tag?: string, isBase = false): JsonSchema {
  const shapes = chain(type).map(({ shape }) => shape);
  const body = shapeSchema(
    { properties: shapes.flatMap(({ properties }) => properties), choices: shapes.flatMap(({ choices }) => choices) },
    module,
  );
  const marker =
    tag === undefined ? {} : { properties: { $type: { const: tag } }, ...(isBase ? {} : { required: ["$type"] }) };
  const parts = tag === undefined ? body : { allOf: [marker, body] };
  return { type: "object", ...parts, unevaluatedProperties: false };
}

/** The type and those whose properties it has too, the base first. */
function chain(type: ComplexTypeBinding): readonly ComplexTypeBinding[] {
  return type.inherits && type.base !== undefined ? [...chain(type.base), type] : [type];
}

function shapeSchema({ properties, choices }: Shape, module: ModuleBinding): JsonSchema {
  const required = properties.filter(({ occurrence }) => occurrence === "required" || occurrence === "repeated");
  return {
    ...(properties.length === 0
      ? {}
      : {
          properties: Object.fromEntries(
            properties.map((property) => [property.name, propertySchema(property, module)]),
          ),
        }),
    ...(required.length === 0 ? {} : { required: required.map(({ name }) => name) }),
    ...(choices.length === 0 ? {} : { allOf: choices.map((branches) => choiceSchema(branches, module)) }),
  };
}

/** Exactly one branch is there: the properties of the others are not. */
function choiceSchema(branches: readonly Shape[], module: ModuleBinding): JsonSchema {
  return {
    oneOf: branches.map((branch) => {
      const own = new Set(namesOf(branch));
      const others = branches.flatMap(namesOf).filter((name) => !own.has(name));
      if (others.length === 0) return shapeSchema(branch, module);
      const absent = { not: { anyOf: [...new Set(others)].map((name) => ({ required: [name] })) } };
      return { allOf: [shapeSchema(branch, module), absent] };
    }),
  };
}

function namesOf({ properties, choices }: Shape): readonly string[] {
  return [...properties.map(({ name }) => name), ...choices.flatMap((branches) => branches.flatMap(namesOf))];
}

function propertySchema(property: PropertyBinding, module: ModuleBinding): JsonSchema {
  const { occurrence, documentation } = property;
  const single = nillable(propertyTypeSchema(property, module), property.nillable);
  const schema =
    occurrence === "repeated" || occurrence === "optionalRepeated" ? { type: "array", items: single } : single;
  const text = documentation.paragraphs.join("\n\n");
  return text === "" ? schema : { description: text, ...schema };
}

function propertyTypeSchema({ type }: PropertyBinding, module: ModuleBinding): JsonSchema {
  switch (type.kind) {
    case "value":
      return reference(type.type, module);
    case "substitution":
      return {
        $ref: `${type.group.module === module ? "" : schemaFile(type.group.module)}#/$defs/${type.group.identifier}`,
      };
    case "wildcard":
      return { type: "object" };
    case "attributes":
      return { type: "array", items: { type: "object" } };
    case "items": {
      const items = type.items.map(({ tag, type: of, nillable: nil }) =>
        item(tag, of === undefined ? {} : nillable(reference(of, module), nil)),
      );
      return { type: "array", items: { anyOf: type.mixed ? [{ type: "string" }, ...items] : items } };
    }
  }
}

function item(tag: string, value: JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: { name: { const: tag }, value },
    required: ["name", "value"],
    additionalProperties: false,
  };
}

function nillable(schema: JsonSchema, isNillable: boolean): JsonSchema {
  return isNillable ? { anyOf: [schema, { type: "null" }] } : schema;
}
