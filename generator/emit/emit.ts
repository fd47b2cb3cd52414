import type { BindingModel, DeclarationBinding, ModuleBinding } from "../bind/model.js";
import { type DescriptorContext, emitDescriptor } from "./emit-descriptors.js";
import { emitDocs } from "./emit-docs.js";
import { emitServiceType } from "./emit-services.js";
import {
  emitComplexType,
  emitElementType,
  emitSimpleType,
  emitSubstitutionGroupType,
  emitValueList,
  emitVariantsType,
} from "./emit-types.js";
import { Imports } from "./imports.js";
import { quote } from "./layout.js";

/** A file to print: its path under the output folder, and what it says, each text a statement or several lines of them. */
export interface EmittedFile {
  readonly path: string;
  readonly statements: readonly string[];
}

/** Each module as statements: imports, namespace constants, then type and descriptor in turn. */
export function emit(model: BindingModel): readonly EmittedFile[] {
  return model.modules.map((module) => ({ path: `${module.name}.ts`, statements: emitModule(module) }));
}

function emitModule(module: ModuleBinding): string[] {
  const imports = new Imports(module);
  const namespaces = namespaceConstants(module);
  const context: DescriptorContext = { imports, namespace: (name) => namespaces.get(name) ?? quote(name) };
  const declarations = module.declarations.map((declaration) => `\n${emitDeclaration(declaration, context)}`);
  const constants = [...namespaces].map(([name, constant]) => `const ${constant} = ${quote(name)};`);
  return [
    `// Generated from ${module.origin.replace(/\s+/g, " ")}. Do not edit: change the schema and run \`npm run generate\`.`,
    ...imports.statements(),
    ...(constants.length === 0 ? [] : [`\n${constants.join("\n")}`]),
    ...declarations,
  ];
}

/** The module's own namespaces, which every descriptor names: mostly one, with the name `ns`. */
function namespaceConstants(module: ModuleBinding): ReadonlyMap<string, string> {
  const namespaces = new Set(module.declarations.map(({ namespace }) => namespace).filter((name) => name !== ""));
  return new Map([...namespaces].map((namespace, index) => [namespace, index === 0 ? "ns" : `ns${index + 1}`]));
}

function emitDeclaration(declaration: DeclarationBinding, context: DescriptorContext): string {
  const { imports } = context;
  const values = declaration.kind === "simpleType" ? emitValueList(declaration, imports) : "";
  const docs = emitDocs(declaration.documentation, 0);
  return `${values}${docs}${emitType(declaration, imports)}\n\n${emitDescriptor(declaration, context)}`;
}

function emitType(declaration: DeclarationBinding, imports: Imports): string {
  switch (declaration.kind) {
    case "simpleType":
      return emitSimpleType(declaration, imports);
    case "complexType":
      return emitComplexType(declaration, imports);
    case "variants":
      return emitVariantsType(declaration, imports);
    case "substitutionGroup":
      return emitSubstitutionGroupType(declaration, imports);
    case "service":
      return emitServiceType(declaration, imports);
    case "element": {
      const { inline, type } = declaration;
      return inline && type.kind === "complexType"
        ? emitComplexType(type, imports)
        : emitElementType(declaration, imports);
    }
  }
}
