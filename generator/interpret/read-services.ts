import { type Issue, isErrorIssue, SchemaError } from "../../src/errors.js";
import type { OperationDescriptor, ServiceDescriptor } from "../../src/schema/services.js";
import { bind } from "../bind/bind.js";
import type { BindOptions } from "../bind/bind-options.js";
import type { ServiceBinding } from "../bind/model.js";
import { locate } from "../load/locate.js";
import { type ReadComponents, type ReadComponentsOptions, readComponents } from "../questions/read-components.js";
import type { Binding } from "../wsdl/components.js";
import { Interpreter } from "./interpret.js";

/** Where documents are read from, and what answers look like. */
export interface ReadServicesOptions extends ReadComponentsOptions {
  /** `wrapped` (the default) gives callers what an answer wraps, `bare` its messages as they are. */
  readonly style?: BindOptions["style"] | undefined;
}

/** A SOAP binding, ready to be called or served. */
export interface ReadService {
  readonly descriptor: ServiceDescriptor<Readonly<Record<string, OperationDescriptor>>>;
  /** The same with its names and documentation. */
  readonly bound: ServiceBinding;
  readonly binding: Binding;
}

/**
 * Makes service descriptors of WSDL files without generating code: for calling and serving straight away.
 *
 * @throws {@link SchemaError} with every finding, where there is an error among them
 */
export async function readServices(
  entries: readonly string[],
  options: ReadServicesOptions,
): Promise<{ readonly services: readonly ReadService[]; readonly components: ReadComponents }> {
  const components = await readComponents(entries, options);
  const { schemas, services, loaded } = components;
  const { model, findings } = bind([], schemas, services, { propertyNames: "camel", style: options.style });
  const issues: readonly Issue[] = findings
    .filter(({ severity }) => severity === undefined)
    .map(({ code, message, source }) => ({ code, message, location: source && locate(source) }));
  if (issues.some(isErrorIssue)) throw new SchemaError(issues, loaded.sources);
  const interpreter = new Interpreter();
  const bound = model.modules.flatMap(({ declarations }) =>
    declarations.flatMap((declaration) => (declaration.kind === "service" ? [declaration] : [])),
  );
  const found = services.bindings.flatMap((binding) => {
    const own = bound.find((candidate) => candidate.binding === binding.name);
    return own === undefined ? [] : [{ binding, bound: own, descriptor: interpreter.descriptor(own) }];
  });
  return { services: found, components };
}
