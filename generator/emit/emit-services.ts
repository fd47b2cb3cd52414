import type { BodyBinding, NamedContent, OperationBinding, ServiceBinding } from "../bind/model.js";
import { emitDocs } from "./emit-docs.js";
import { elementValueText } from "./emit-types.js";
import type { Imports } from "./imports.js";
import { concat, type Layout, objectType, propertyKey, quote, render, typeArguments } from "./layout.js";

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
