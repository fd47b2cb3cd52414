import type { SchemaSet } from "../schema/components.js";
import type { ServiceSet } from "../wsdl/components.js";
import { bindServices } from "./bind-services.js";
import { TypeBinder } from "./bind-types.js";
import type { BindFinding, BindingModel, Representation } from "./model.js";
import { assignModules, type EntryNames } from "./modules.js";
import { selectDeclarations } from "./select-declarations.js";

/** How names are made. */
export interface BindOptions {
  /**
   * What types are called: a text with one placeholder, `{pascal}` for the XML name with its first letter raised or
   * `{name}` for the XML name as it is. `{pascal}` is the default.
   */
  readonly typeNames?: string | undefined;
  /** `namespace` (the default) makes a module of each namespace, `single` one of all. */
  readonly modules?: "namespace" | "single" | undefined;
  /** Only these elements, types and operations, and what they reach. */
  readonly only?: readonly string[] | undefined;
  /** `camel` (the default) lowers the first word of a property, `preserve` keeps the XML name. */
  readonly propertyNames?: "camel" | "preserve" | undefined;
  /** Other JavaScript types for built-in datatypes, by name: `{ long: "number" }`. */
  readonly datatypes?: Readonly<Record<string, Representation>> | undefined;
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
