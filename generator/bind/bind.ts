import type { SchemaSet } from "../schema/components.js";
import type { ServiceSet } from "../wsdl/components.js";
import type { BindOptions } from "./bind-options.js";
import { bindServices } from "./bind-services.js";
import { TypeBinder } from "./bind-types.js";
import type { BindFinding, BindingModel } from "./model.js";
import { assignModules, type EntryNames } from "./modules.js";
import { selectDeclarations } from "./select-declarations.js";

/**
 * Decides what will be generated: which module a component goes to, what it is called there, and the shape of its
 * values.
 *
 * @returns the model, and an `xsd-unsupported` or `bind-…` finding for everything that could not be bound without loss
 */
export function bind(
  entries: readonly EntryNames[],
  schemas: SchemaSet,
  services: ServiceSet,
  options: BindOptions,
): { readonly model: BindingModel; readonly findings: readonly BindFinding[] } {
  const findings: BindFinding[] = [];
  const modules = assignModules(entries, schemas, services, options.modules === "single");
  const types = new TypeBinder(schemas, modules, findings, options);
  types.bindAll();
  bindServices(services, types, modules, findings, options);
  const attributes = options.globalAttributes === true ? types.bindAttributes() : [];
  types.dropUnused(modules.all());
  const model = { modules: modules.used(), attributes };
  if (options.only === undefined) return { model, findings };
  const selected = selectDeclarations(model, options.only);
  return { model: selected.model, findings: [...findings, ...selected.findings] };
}
