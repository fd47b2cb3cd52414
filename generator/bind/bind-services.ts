import type { ElementDeclaration } from "../schema/components.js";
import type { Binding, BindingMessage, BindingOperation, ServiceSet } from "../wsdl/components.js";
import type { BindContext } from "./bind-context.js";
import { bindDocumentation, originName } from "./bind-documentation.js";
import type { BindOptions } from "./bind-options.js";
import { RpcBinder } from "./bind-rpc.js";
import type {
  BindFinding,
  BodyBinding,
  NamedContent,
  NamedElement,
  OperationBinding,
  ServiceBinding,
} from "./model.js";
import type { Modules, OpenModule } from "./modules.js";
import { NameScope, propertyName, reservedPropertyNames, typeName } from "./names.js";
import { wrappedResult } from "./wrapped-style.js";

/** What binding an operation needs of its surroundings. */
interface ServiceContext {
  readonly types: BindContext;
  readonly rpc: RpcBinder;
  readonly module: OpenModule;
  readonly findings: BindFinding[];
  readonly bare: boolean;
}

/** Binds each SOAP binding to one service declaration. */
export function bindServices(
  services: ServiceSet,
  types: BindContext,
  modules: Modules,
  findings: BindFinding[],
  options: BindOptions,
): void {
  const rpc = new RpcBinder(types);
  for (const binding of services.bindings) {
    const { namespace, localName: name } = binding.portType;
    const module = modules.of(namespace, binding.source);
    const context: ServiceContext = { types, rpc, module, findings, bare: options.style === "bare" };
    const methods = new NameScope(reservedPropertyNames);
    const operations = binding.operations.flatMap((operation) => bindOperation(operation, methods, context) ?? []);
    const ports = services.services.flatMap((service) => service.ports.filter((port) => port.binding === binding));
    const base = typeName(name);
    const service: ServiceBinding = {
      kind: "service",
      module,
      // A second binding of a port type, mostly for the other version of SOAP, goes by its own name.
      identifier: module.scope.claim(base, typeName(binding.name.localName), `${base}Service`),
      namespace,
      name,
      documentation: bindDocumentation(documentationOf(binding, services), {
        origin: `port type ${name} in ${originName(binding.source.document.file)}`,
      }),
      soap: binding.soap,
      binding: binding.name,
      addresses: ports.flatMap(({ address }) => address ?? []),
      operations,
    };
    module.declarations.push(service);
  }
}

/** The binding's own words, else those of the services that offer it. */
function documentationOf(binding: Binding, services: ServiceSet): readonly (string | undefined)[] {
  if (binding.documentation !== undefined) return [binding.documentation];
  return services.services
    .filter((service) => service.ports.some((port) => port.binding === binding))
    .map((service) => service.documentation);
}

function bindOperation(
  operation: BindingOperation,
  methods: NameScope,
  context: ServiceContext,
): OperationBinding | undefined {
  const { types } = context;
  const input = bindBody(operation, "input", operation.input, context);
  const output = operation.output && bindBody(operation, "output", operation.output, context);
  if (input === undefined || (operation.output !== undefined && output === undefined)) return undefined;
  const faults = new NameScope(reservedPropertyNames);
  return {
    method: methods.claim(propertyName(operation.name)),
    name: operation.name,
    documentation: bindDocumentation([operation.documentation]),
    action: operation.soapAction,
    input,
    output,
    headers: bindElements(headersOf(operation.input), context),
    responseHeaders: bindElements(headersOf(operation.output), context),
    faults: operation.faults.flatMap(({ name, part }) => {
      if (part?.element === undefined) return [];
      return [{ property: faults.claim(types.propertyName(name)), element: types.element(part.element) }];
    }),
    headerFaults: bindElements(headerFaultsOf(operation), context),
    contents: bindContents(operation.input, context),
    responseContents: bindContents(operation.output, context),
    result: context.bare || output === undefined ? undefined : wrappedResult(operation.name, input, output),
    addressing: { input: operation.input.addressingAction, output: operation.output?.addressingAction },
  };
}

function headersOf(message: BindingMessage | undefined): readonly ElementDeclaration[] {
  return message?.headers.flatMap(({ part }) => part.element ?? []) ?? [];
}

function headerFaultsOf({ input, output }: BindingOperation): readonly ElementDeclaration[] {
  const headers = [...input.headers, ...(output?.headers ?? [])];
  return headers.flatMap(({ faults }) => faults.flatMap(({ element }) => element ?? []));
}

/** Elements by the names that they have in messages, each once. */
function bindElements(declarations: readonly ElementDeclaration[], { types }: ServiceContext): readonly NamedElement[] {
  const names = new NameScope(reservedPropertyNames);
  return [...new Set(declarations)].map((declaration) => ({
    property: names.claim(types.propertyName(declaration.name.localName)),
    element: types.element(declaration),
  }));
}

function bindContents(message: BindingMessage | undefined, { types }: ServiceContext): readonly NamedContent[] {
  const names = new NameScope(reservedPropertyNames);
  return (message?.contents ?? []).map(({ part, types: mediaTypes }) => ({
    property: names.claim(types.propertyName(part.name)),
    part: part.name,
    as: representation(mediaTypes),
    types: mediaTypes,
  }));
}

/** Text is a string whatever its type is; bytes go without their type only where there is no choice of it. */
function representation(mediaTypes: readonly string[]): NamedContent["as"] {
  if (mediaTypes.every((type) => /^(text\/.+|application\/(xml|json)|.+\+(xml|json))$/.test(type))) return "text";
  return mediaTypes.length === 1 && !mediaTypes.some((type) => type.includes("*")) ? "bytes" : "content";
}

/** WS-I Basic Profile 1.1, R2201, R2202, R2204 and R2210: a document-literal body has at most one part, an element. */
function bindBody(
  operation: BindingOperation,
  direction: "input" | "output",
  message: BindingMessage,
  { types, rpc, module, findings }: ServiceContext,
): BodyBinding | undefined {
  const { body } = message;
  if (operation.style === "rpc") {
    return rpc.bind({ operation, direction, namespace: message.namespace ?? "", parts: body }, module);
  }
  const [part, another] = body;
  if (part === undefined) return "empty";
  if (part.element !== undefined && another === undefined) return types.element(part.element);
  findings.push({
    code: "wsdl-unsupported",
    message: `the ${direction} of operation ${operation.name} must be one part that names an element, to be bound`,
    source: message.source,
  });
  return undefined;
}
