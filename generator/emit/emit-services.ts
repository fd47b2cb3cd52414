import type { OperationBinding, ServiceBinding } from "../bind/model.js";
import { type DescriptorContext, emitConst } from "./emit-descriptors.js";
import { emitDocs } from "./emit-docs.js";
import { elementValueText } from "./emit-types.js";
import type { Imports } from "./imports.js";
import { concat, type Layout, listing, propertyKey, quote, record, render, typeArguments } from "./layout.js";

/** The interface of a service: its operations by method name. */
export function emitServiceType(binding: ServiceBinding, imports: Imports): string {
  const operations = binding.operations.map((operation) => {
    const docs = emitDocs(operation.documentation, 2);
    const text = render(concat(`${propertyKey(operation.method)}: `, operationType(operation, imports)), 2);
    return `${docs}  ${text.replace(/\n/g, "\n  ")};\n`;
  });
  return `export interface ${binding.identifier} {\n${operations.join("")}}`;
}

function operationType({ input, output }: OperationBinding, imports: Imports): Layout {
  const parameters = [input, ...(output === undefined ? [] : [output])].map((element) =>
    elementValueText(element, imports),
  );
  return typeArguments(imports.runtimeType("OperationDescriptor"), parameters);
}

/** `export const UMService: ServiceDescriptor<UMService> = service(ns, "UMService", "1.1", { … });` */
export function emitServiceDescriptor(binding: ServiceBinding, context: DescriptorContext): string {
  const { imports, namespace } = context;
  const operations = record(
    binding.operations.map((operation) => [operation.method, operationExpression(operation, imports)] as const),
  );
  return emitConst(
    binding.identifier,
    `${imports.runtimeType("ServiceDescriptor")}<${binding.identifier}>`,
    concat(
      `${imports.runtime("service")}(${namespace(binding.namespace)}, ${quote(binding.name)}, ${quote(binding.soap)}, `,
      operations,
      ")",
    ),
  );
}

function operationExpression({ name, action, input, output }: OperationBinding, imports: Imports): Layout {
  const thunks = [input, ...(output === undefined ? [] : [output])].map(
    (element) => `() => ${imports.reference(element)}`,
  );
  // The whole action as a literal: bundlers keep a template, which they take for a call of `toString`.
  const args = listing("(", [quote(name), quote(action), ...thunks], ")");
  return concat("/* @__PURE__ */ ", imports.runtime("operation"), args);
}
