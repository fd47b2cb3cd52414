import type { SchemaSet } from "../schema/components.js";
import type { ServiceSet } from "../wsdl/components.js";
import { bindServices } from "./bind-services.js";
import { TypeBinder } from "./bind-types.js";
import type { BindFinding, BindingModel } from "./model.js";
import { assignModules, type EntryNames } from "./modules.js";

/** How names are made. */
export interface BindOptions {
  /** `camel` lowers the first word of a property, `preserve` keeps the XML name. */
  readonly propertyNames: "camel" | "preserve";
  /** Whether global attributes are bound by themselves: emitted code has no use for them. */
  readonly globalAttributes?: boolean | undefined;
  /** `wrapped` (the default) gives callers what an answer wraps, `bare` its messages as they are. */
  readonly style?: "wrapped" | "bare" | undefined;
}

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
  const modules = assignModules(entries, schemas, services);
  const types = new TypeBinder(schemas, modules, findings, options);
  types.bindAll();
  bindServices(services, types, modules, findings, options);
  const attributes = options.globalAttributes === true ? types.bindAttributes() : [];
  types.dropUnused(modules.all());
  return { model: { modules: modules.used(), attributes }, findings };
}
