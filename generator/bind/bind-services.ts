import type { Binding, BindingMessage, BindingOperation, ServiceSet } from "../wsdl/components.js";
import { bindDocumentation, originName } from "./bind-documentation.js";
import type { TypeBinder } from "./bind-types.js";
import type { BindFinding, ElementBinding, OperationBinding, ServiceBinding } from "./model.js";
import type { Modules } from "./modules.js";
import { NameScope, propertyName, typeName } from "./names.js";

/** Binds each SOAP binding's port type to one service declaration. */
export function bindServices(services: ServiceSet, types: TypeBinder, modules: Modules, findings: BindFinding[]): void {
  for (const binding of services.bindings) {
    const module = modules.of(binding.portType.namespace, binding.source);
    const name = binding.portType.localName;
    const base = typeName(name);
    const methods = new NameScope();
    const operations = binding.operations.flatMap((operation) => {
      const bound = bindOperation(operation, types, methods, findings);
      return bound === undefined ? [] : [bound];
    });
    const service: ServiceBinding = {
      kind: "service",
      module,
      identifier: module.scope.claim(base, `${base}Service`),
      namespace: binding.portType.namespace,
      name,
      documentation: bindDocumentation(documentationOf(binding, services), {
        origin: `port type ${name} in ${originName(binding.source.document.file)}`,
      }),
      soap: binding.soap,
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
  types: TypeBinder,
  methods: NameScope,
  findings: BindFinding[],
): OperationBinding | undefined {
  if (operation.style === "rpc") {
    findings.push({
      code: "wsdl-unsupported",
      message: `operation ${operation.name} is of style rpc, which cannot be bound yet`,
      source: operation.source,
    });
    return undefined;
  }
  const input = bindMessage(operation.input, operation, types, findings);
  const output = operation.output && bindMessage(operation.output, operation, types, findings);
  if (input === undefined || (operation.output !== undefined && output === undefined)) return undefined;
  return {
    method: methods.claim(propertyName(operation.name)),
    name: operation.name,
    documentation: bindDocumentation([operation.documentation]),
    action: operation.soapAction,
    input,
    output,
  };
}

/** WS-I Basic Profile 1.1, R2204 and R2210: a document-literal body has one part, and that names an element. */
function bindMessage(
  message: BindingMessage,
  operation: BindingOperation,
  types: TypeBinder,
  findings: BindFinding[],
): ElementBinding | undefined {
  const [part, another] = message.body;
  if (part?.element !== undefined && another === undefined) return types.element(part.element);
  findings.push({
    code: "wsdl-unsupported",
    message: `the body of operation ${operation.name} must be one part that names an element, to be bound`,
    source: message.source,
  });
  return undefined;
}
