import type { FaultsOf, NoParts } from "../schema/descriptors.js";
import { complexType } from "./complex-type.js";
import type { ElementDescriptor } from "./descriptors.js";
import { element } from "./verbs.js";

/** An element descriptor for each of some types. */
export type ElementDescriptors<Types> = { readonly [Name in keyof Types]: ElementDescriptor<Types[Name]> };

/** One operation of a service: its messages and how they travel. */
export interface OperationDescriptor<Input = unknown, Output = unknown, Parts = NoParts> {
  readonly name: string;
  /** The SOAPAction, without quotes. */
  readonly action: string;
  /** What the body holds; `emptyBody` for nothing. */
  readonly input: () => ElementDescriptor<Input>;
  /** `undefined` for a one-way operation. */
  readonly output: (() => ElementDescriptor<Output>) | undefined;
  /** The details that faults may have, by the faults' names. */
  readonly faults: () => ElementDescriptors<FaultsOf<Parts>>;
  /** The property of the output that a caller gets instead of the whole of it. */
  readonly result: string | undefined;
}

/** A SOAP binding: the operations by their method names. */
export interface ServiceDescriptor<Operations = unknown> {
  readonly namespace: string;
  /** The name of the port type. */
  readonly name: string;
  readonly soap: "1.1" | "1.2";
  readonly operations: Operations;
}

interface OperationOptions<Parts> {
  readonly faults?: () => ElementDescriptors<FaultsOf<Parts>>;
  readonly result?: string;
  // What the small client does not do: descriptors may have it all the same.
  readonly headers?: unknown;
  readonly responseHeaders?: unknown;
  readonly headerFaults?: unknown;
  readonly addressing?: unknown;
}

/** A body without an entry (WS-I Basic Profile 1.1, R2202). */
export const emptyBody: ElementDescriptor<Readonly<Record<string, never>>> = /* @__PURE__ */ element("", "", () =>
  complexType<Record<string, never>>("", undefined, () => ({})),
);

/** Describes one operation; its messages are asked for on first use, so that modules may refer to each other. */
export function operation<Input, Output, Parts = NoParts>(
  name: string,
  action: string,
  input: () => ElementDescriptor<Input>,
  output?: () => ElementDescriptor<Output>,
  { faults = none, result }: OperationOptions<Parts> = {},
): OperationDescriptor<Input, Output, Parts> {
  return { name, action, input, output, faults, result };
}

/** An operation that declares no faults has none: their type is empty then. */
function none<Group>(): Group {
  return {} as Group;
}

/** Describes the operations of a port type under a SOAP binding. */
export function service<Operations>(
  namespace: string,
  name: string,
  soap: "1.1" | "1.2",
  operations: Operations,
): ServiceDescriptor<Operations> {
  return { namespace, name, soap, operations };
}
