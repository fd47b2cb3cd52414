import type { BodyBinding, NamedContent, NamedElement, OperationBinding, ServiceBinding } from "../bind/model.js";
import { type DescriptorContext, emitConst } from "./emit-descriptors.js";
import { emitDocs } from "./emit-docs.js";
import { elementValueText } from "./emit-types.js";
import type { Imports } from "./imports.js";
import {
  concat,
  type Layout,
  listing,
  objectType,
  propertyKey,
  quote,
  record,
  render,
  typeArguments,
} from "./layout.js";

/** The interface of a service: its operations by method name. */
export function emitServiceType(binding: ServiceBinding, imports: Imports): string {
  const operations = binding.operations.map((operation) => {
    const docs = emitDocs(operation.documentation, 2);
    const text = render(concat(`${propertyKey(operation.method)}: `, operationType(operation, imports)), 2);
    return `${docs}  ${text.replace(/\n/g, "\n  ")};\n`;
  });
  return `export interface ${binding.identifier} {\n${operations.join("")}}`;
}

function operationType(operation: OperationBinding, imports: Imports): Layout {
  const { input, output } = operation;
  const parts = partsType(operation, imports);
  const messages = [bodyType(input, imports)];
  // A third argument needs the second, which stands for no answer then.
  if (output !== undefined) messages.push(bodyType(output, imports));
  else if (parts !== undefined) messages.push("void");
  return typeArguments(
    imports.runtimeType("OperationDescriptor"),
    parts === undefined ? messages : [...messages, parts],
  );
}

function bodyType(body: BodyBinding, imports: Imports): string {
  return body === "empty" ? "Readonly<Record<string, never>>" : elementValueText(body, imports);
}

const groups = ["headers", "responseHeaders", "faults", "headerFaults"] as const;

const contentGroups = ["contents", "responseContents"] as const;

function contentType(as: NamedContent["as"], imports: Imports): string {
  return { text: "string", bytes: "Uint8Array", content: "" }[as] || imports.runtimeType("MimeContent");
}

/** `{ headers: { sessionHeader: SessionHeader }; result: "getInfoResult" }`, or `undefined` for none. */
function partsType(operation: OperationBinding, imports: Imports): Layout | undefined {
  const fields: (readonly [key: string, type: Layout])[] = [];
  for (const name of groups) {
    const elements = operation[name];
    if (elements.length === 0) continue;
    fields.push([
      name,
      objectType(elements.map(({ property, element }) => [property, elementValueText(element, imports)])),
    ]);
  }
  for (const name of contentGroups) {
    const contents = operation[name];
    if (contents.length === 0) continue;
    fields.push([name, objectType(contents.map(({ property, as }) => [property, contentType(as, imports)]))]);
  }
  if (operation.result !== undefined) fields.push(["result", quote(operation.result)]);
  return fields.length === 0 ? undefined : objectType(fields);
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

function operationExpression(operation: OperationBinding, imports: Imports): Layout {
  const { name, action, input, output } = operation;
  const options = operationOptions(operation, imports);
  const thunk = (body: BodyBinding) => `() => ${bodyExpression(body, imports)}`;
  // The whole action as a literal: bundlers keep a template, which they take for a call of `toString`.
  const args: Layout[] = [quote(name), quote(action), thunk(input)];
  if (output !== undefined) args.push(thunk(output));
  else if (options.length > 0) args.push("undefined");
  if (options.length > 0) args.push(record(options));
  return concat("/* @__PURE__ */ ", imports.runtime("operation"), listing("(", args, ")"));
}

function bodyExpression(body: BodyBinding, imports: Imports): string {
  return body === "empty" ? imports.runtime("emptyBody") : imports.reference(body);
}

function operationOptions(operation: OperationBinding, imports: Imports): readonly (readonly [string, Layout])[] {
  const options: (readonly [string, Layout])[] = [];
  for (const name of groups) {
    const elements = operation[name];
    if (elements.length > 0) options.push([name, concat("() => (", elementRecord(elements, imports), ")")]);
  }
  for (const name of contentGroups) {
    const contents = operation[name];
    if (contents.length > 0) options.push([name, contentRecord(contents, imports)]);
  }
  const { result, addressing, action } = operation;
  if (result !== undefined) options.push(["result", quote(result)]);
  const actions = Object.entries(addressing).filter(
    ([direction, value]) => value !== undefined && (direction === "output" || value !== action),
  );
  if (actions.length > 0) {
    options.push(["addressing", record(actions.map(([direction, value]) => [direction, quote(value ?? "")] as const))]);
  }
  return options;
}

function elementRecord(elements: readonly NamedElement[], imports: Imports): Layout {
  return record(elements.map(({ property, element }) => [property, imports.reference(element)] as const));
}

function contentRecord(contents: readonly NamedContent[], imports: Imports): Layout {
  return record(
    contents.map(({ property, part, as, types }) => {
      const args = [quote(part), quote(as), `[${types.map(quote).join(", ")}]`];
      return [property, listing(`${imports.runtime("mimeContent")}(`, args, ")")] as const;
    }),
  );
}
