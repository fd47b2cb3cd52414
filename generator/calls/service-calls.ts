import type { BodyBinding, NamedContent, NamedElement, OperationBinding, ServiceBinding } from "../bind/model.js";
import {
  type CallExpression,
  call,
  type Expression,
  later,
  list,
  namespaceName,
  options,
  type RecordExpression,
  record,
  reference,
} from "./expression.js";

/** The call that makes the descriptor of a service. */
export function serviceCall({ namespace, name, soap, operations }: ServiceBinding): CallExpression {
  return call("service", namespaceName(namespace), name, soap, {
    kind: "record",
    fields: operations.map((operation) => [operation.method, operationCall(operation)]),
  });
}

function operationCall(operation: OperationBinding): CallExpression {
  const { name, action, input, output, contents, responseContents } = operation;
  const more = options({
    headers: elements(operation.headers),
    responseHeaders: elements(operation.responseHeaders),
    faults: elements(operation.faults),
    headerFaults: elements(operation.headerFaults),
    contents: contentRecord(contents),
    responseContents: contentRecord(responseContents),
    result: operation.result,
    addressing: addressing(operation),
  });
  const answer = output === undefined ? undefined : later(body(output));
  // The whole action as a literal: bundlers keep a template, which they take for a call of `toString`.
  const args = [name, action, later(body(input)), ...(answer === undefined && more.length === 0 ? [] : [answer])];
  return call("operation", ...args, ...more);
}

function body(binding: BodyBinding): Expression {
  return binding === "empty" ? { kind: "constant", name: "emptyBody" } : reference(binding);
}

function elements(named: readonly NamedElement[]): Expression {
  if (named.length === 0) return undefined;
  return later({ kind: "record", fields: named.map(({ property, element }) => [property, reference(element)]) });
}

function contentRecord(contents: readonly NamedContent[]): RecordExpression | undefined {
  if (contents.length === 0) return undefined;
  return {
    kind: "record",
    fields: contents.map(({ property, part, as, types }) => [property, call("mimeContent", part, as, list(types))]),
  };
}

/** What WS-Addressing calls the messages, where it is not what is called so anyhow. */
function addressing({ action, addressing: { input, output } }: OperationBinding): RecordExpression | undefined {
  const names = record({ input: input === action ? undefined : input, output });
  return names.fields.length === 0 ? undefined : names;
}
