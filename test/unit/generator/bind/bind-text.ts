import { bind } from "../../../../generator/bind/bind.js";
import type { BindOptions } from "../../../../generator/bind/bind-options.js";
import type { BindFinding, BindingModel, DeclarationBinding } from "../../../../generator/bind/model.js";
import { compileSchemas } from "../../../../generator/schema/compile-schemas.js";
import { loadFiles, schemaText } from "../load-text.js";

export interface Bound {
  readonly model: BindingModel;
  readonly findings: readonly BindFinding[];
  /** The identifiers of all modules, in order. */
  readonly identifiers: readonly string[];
  declaration(identifier: string): DeclarationBinding;
}

/** Binds the content of one schema; `attributes` are those of its root element. */
export async function bindText(content: string, options: BindOptions = {}, attributes?: string): Promise<Bound> {
  const loaded = await loadFiles({ "t.xsd": schemaText(content, attributes) });
  const { schemas, issues } = compileSchemas(loaded, {});
  if (issues.length > 0) throw new Error(issues.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  const { model, findings } = bind([{ file: "t.xsd", targetNamespace: "urn:t" }], schemas, noServices, options);
  const declarations = model.modules.flatMap((module) => module.declarations);
  return {
    model,
    findings,
    identifiers: declarations.map(({ identifier }) => identifier),
    declaration(identifier) {
      const found = declarations.find((declaration) => declaration.identifier === identifier);
      if (found === undefined) throw new Error(`no declaration ${identifier}`);
      return found;
    },
  };
}

const noServices = { bindings: [], services: [] };
