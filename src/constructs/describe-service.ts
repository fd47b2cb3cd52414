// The functions that describe services.
import type { ElementDescriptor } from "../schema/descriptors.js";
import type {
  ContentDescriptor,
  ContentDescriptors,
  ContentsOf,
  ContentTypes,
  ElementDescriptors,
  FaultsOf,
  HeaderFaultsOf,
  HeadersOf,
  NoParts,
  OperationDescriptor,
  ResponseContentsOf,
  ResponseHeadersOf,
  ServiceDescriptor,
} from "../schema/services.js";
import { complexType, element } from "./describe.js";

/** A body without an entry (WS-I Basic Profile 1.1, R2202). */
export const emptyBody: ElementDescriptor<Readonly<Record<string, never>>> = /* @__PURE__ */ element("", "", () =>
  complexType<Record<string, never>>("", undefined, () => ({})),
);

/** What is asked for on first use, as the messages. */
export interface OperationOptions<Parts> {
  /** Of the request. */
  readonly headers?: () => ElementDescriptors<HeadersOf<Parts>>;
  /** Of the answer. */
  readonly responseHeaders?: () => ElementDescriptors<ResponseHeadersOf<Parts>>;
  /** The details that faults may have. */
  readonly faults?: () => ElementDescriptors<FaultsOf<Parts>>;
  /** The headers that faults about headers may have (WSDL 1.1, 3.7). */
  readonly headerFaults?: () => ElementDescriptors<HeaderFaultsOf<Parts>>;
  /** What goes beside the envelope of the request. */
  readonly contents?: ContentDescriptors<ContentsOf<Parts>>;
  /** What comes beside the envelope of the answer. */
  readonly responseContents?: ContentDescriptors<ResponseContentsOf<Parts>>;
  readonly result?: string;
  readonly addressing?: OperationDescriptor["addressing"];
}

/** Describes one operation; its messages are asked for on first use, so that modules may refer to each other. */
export function operation<Input, Output, Parts = NoParts>(
  name: string,
  action: string,
  input: () => ElementDescriptor<Input>,
  output?: (() => ElementDescriptor<Output>) | undefined,
  options: OperationOptions<Parts> = {},
): OperationDescriptor<Input, Output, Parts> {
  const { result, addressing, contents, responseContents } = options;
  return {
    name,
    action,
    get input() {
      return input();
    },
    get output() {
      return output?.();
    },
    get headers() {
      return groupOf(options.headers);
    },
    get responseHeaders() {
      return groupOf(options.responseHeaders);
    },
    get faults() {
      return groupOf(options.faults);
    },
    get headerFaults() {
      return groupOf(options.headerFaults);
    },
    ...(result === undefined ? {} : { result }),
    ...(addressing === undefined ? {} : { addressing }),
    contents,
    responseContents,
  };
}

/** Describes a part of a message that goes beside the envelope. */
export function mimeContent<As extends keyof ContentTypes>(
  part: string,
  as: As,
  types: readonly string[],
): ContentDescriptor<ContentTypes[As]> {
  return { part, as, types };
}

/** An operation that declares none of a group has none: the group's type is empty then. */
function groupOf<Group>(group: (() => Group) | undefined): Group {
  return group === undefined ? ({} as Group) : group();
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
