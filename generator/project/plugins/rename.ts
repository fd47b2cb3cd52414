import { XmlError } from "../../../src/errors.js";
import type { BindingModel, DeclarationBinding, Mutable } from "../../bind/model.js";
import type { Plugin } from "./plugin.js";

/** Names for declarations, by the XML name that they come from: local, or in Clark notation. */
export interface Renames {
  readonly types?: Readonly<Record<string, string>> | undefined;
  readonly elements?: Readonly<Record<string, string>> | undefined;
}

/**
 * A plugin that gives declarations other names.
 *
 * @throws {@link XmlError} `config-name` on transforming, for a name that nothing has, is none in TypeScript or is taken
 */
export function rename(renames: Renames): Plugin {
  return { name: "rename", transform: (model) => renameDeclarations(model, renames) };
}

function renameDeclarations(model: BindingModel, { types = {}, elements = {} }: Renames): BindingModel {
  // Bindings refer to each other in circles; a clone keeps the circles.
  const changed = structuredClone(model);
  const declarations = changed.modules.flatMap((module) => module.declarations);
  for (const [from, to] of Object.entries(types)) {
    apply(declarations, from, to, ({ kind }) => kind === "simpleType" || kind === "complexType");
  }
  for (const [from, to] of Object.entries(elements)) apply(declarations, from, to, ({ kind }) => kind === "element");
  return changed;
}

function apply(
  declarations: readonly DeclarationBinding[],
  from: string,
  to: string,
  isWanted: (declaration: DeclarationBinding) => boolean,
): void {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(to))
    throw new XmlError("config-name", `"${to}" is no name in TypeScript`);
  const found = declarations.filter((declaration) => isWanted(declaration) && isNamed(declaration, from));
  if (found.length === 0) throw new XmlError("config-name", `there is no "${from}" to be called ${to}`);
  for (const declaration of found) {
    const other = declaration.module.declarations.find(({ identifier }) => identifier === to);
    if (other !== undefined && other !== declaration) {
      throw new XmlError(
        "config-name",
        `"${from}" cannot be called ${to}: ${other.documentation.origin ?? "another declaration"} is`,
      );
    }
    (declaration as Mutable<DeclarationBinding>).identifier = to;
  }
}

function isNamed(declaration: DeclarationBinding, name: string): boolean {
  if (!("name" in declaration) || declaration.name === undefined) return false;
  return name === declaration.name || name === `{${declaration.namespace}}${declaration.name}`;
}
