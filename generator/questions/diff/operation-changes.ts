import { clarkName } from "../../../src/xml/names.js";
import { locate } from "../../load/locate.js";
import type { Binding, BindingMessage, BindingOperation, ServiceSet } from "../../wsdl/components.js";
import { both, breaksNobody, type Change, type ComponentChange } from "./change.js";

/** What changed in the operations of the SOAP bindings; an operation that several bindings have is looked at once. */
export function operationChanges(before: ServiceSet, after: ServiceSet): readonly ComponentChange[] {
  const [old, now] = [operationsOf(before), operationsOf(after)];
  const changed = [...now].flatMap(([name, [binding, operation]]) => {
    const known = old.get(name)?.[1];
    const changes = known === undefined ? [] : changesOf(known, operation);
    if (known !== undefined && changes.length === 0) return [];
    const breaks = both(breaksNobody, ...changes.map((change) => change.breaks));
    return describe(binding, operation, { status: known === undefined ? "added" : "changed", changes, breaks });
  });
  const removed = [...old]
    .filter(([name]) => !now.has(name))
    .map(([, [binding, operation]]) => {
      return describe(binding, operation, {
        status: "removed",
        changes: [],
        breaks: { writers: true, readers: false },
      });
    });
  return [...changed, ...removed];
}

function operationsOf({ bindings }: ServiceSet): ReadonlyMap<string, readonly [Binding, BindingOperation]> {
  const found = new Map<string, readonly [Binding, BindingOperation]>();
  for (const binding of bindings) {
    for (const operation of binding.operations) {
      if (!found.has(operation.name)) found.set(operation.name, [binding, operation]);
    }
  }
  return found;
}

function describe(
  binding: Binding,
  { name, source }: BindingOperation,
  rest: Pick<ComponentChange, "status" | "changes" | "breaks">,
): ComponentChange {
  return { kind: "operation", name, namespace: binding.name.namespace, location: locate(source), ...rest };
}

function changesOf(before: BindingOperation, after: BindingOperation): readonly Change[] {
  const changes: Change[] = [];
  if (before.soapAction !== after.soapAction) {
    const text = `SOAPAction changed from ${JSON.stringify(before.soapAction)} to ${JSON.stringify(after.soapAction)}`;
    changes.push({ text, breaks: { writers: true, readers: false } });
  }
  changes.push(...messageChanges("request", before.input, after.input));
  changes.push(...messageChanges("response", before.output, after.output));
  return changes;
}

function messageChanges(
  what: "request" | "response",
  before: BindingMessage | undefined,
  after: BindingMessage | undefined,
): readonly Change[] {
  const breaks = { writers: what === "request", readers: what === "response" };
  const [from, to] = [bodyOf(before), bodyOf(after)];
  const changes: Change[] = from === to ? [] : [{ text: `the ${what} is ${to} now, before ${from}`, breaks }];
  const [old, now] = [headersOf(before), headersOf(after)];
  const added = now.filter((name) => !old.includes(name));
  const removed = old.filter((name) => !now.includes(name));
  if (added.length > 0)
    changes.push({ text: `the ${what} may have the header ${added.join(", ")}`, breaks: breaksNobody });
  if (removed.length > 0) changes.push({ text: `the ${what} has the header ${removed.join(", ")} no longer`, breaks });
  const [oldContents, contents] = [contentsOf(before), contentsOf(after)];
  if (oldContents !== contents) {
    changes.push({ text: `the attachments of the ${what} are ${contents} now, before ${oldContents}`, breaks });
  }
  return changes;
}

function bodyOf(message: BindingMessage | undefined): string {
  if (message === undefined) return "absent";
  return (
    message.body.map(({ element, type, name }) => (element ?? type)?.name?.localName ?? name).join(", ") || "empty"
  );
}

function contentsOf(message: BindingMessage | undefined): string {
  const contents = message?.contents.map(({ part, types }) => `${part.name} (${types.join(", ")})`) ?? [];
  return contents.join(", ") || "none";
}

function headersOf(message: BindingMessage | undefined): readonly string[] {
  return (
    message?.headers.map(({ part: { element, name } }) =>
      element === undefined ? name : clarkName(element.name).replace(/^\{.*\}/, ""),
    ) ?? []
  );
}
