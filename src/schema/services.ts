import type { ElementDescriptor } from "./descriptors.js";

/** What an operation has beside its two messages, as TypeScript types: a group that is left out is empty. */
export interface OperationParts {
  /** The header blocks of the request, by property. */
  readonly headers?: object;
  /** The header blocks of the response. */
  readonly responseHeaders?: object;
  /** The elements of the declared faults' details, by the faults' names. */
  readonly faults?: object;
  /** The header blocks that faults about the request's own may carry. */
  readonly headerFaults?: object;
  /** What goes beside the envelope of the request, by property. */
  readonly contents?: object;
  /** What comes beside the envelope of the response. */
  readonly responseContents?: object;
  /** The property of the output that a caller gets instead of the whole of it. */
  readonly result?: string;
}

/** Nothing declared. */
export type NoParts = Readonly<Record<never, never>>;

/** One of the groups of {@link OperationParts}. */
export type GroupOf<Parts, Name extends keyof OperationParts> = Parts extends { readonly [name in Name]: infer Group }
  ? Group
  : NoParts;

/** The types of the header blocks of an operation's request, by property. */
export type HeadersOf<Parts> = GroupOf<Parts, "headers">;
/** The same of its answer. */
export type ResponseHeadersOf<Parts> = GroupOf<Parts, "responseHeaders">;
/** The types of the faults that an operation declares, by property. */
export type FaultsOf<Parts> = GroupOf<Parts, "faults">;
/** The header blocks that faults about the request's own may carry, by property. */
export type HeaderFaultsOf<Parts> = GroupOf<Parts, "headerFaults">;
/** The types of what goes beside the envelope of an operation's request, by property. */
export type ContentsOf<Parts> = GroupOf<Parts, "contents">;
/** The same of its answer. */
export type ResponseContentsOf<Parts> = GroupOf<Parts, "responseContents">;

/** What a caller gets: the output, or its one property where the operation is of the wrapped style. */
export type ResultOf<Output, Parts> = Parts extends { readonly result: infer Name }
  ? Name extends keyof Output
    ? Output[Name]
    : Output
  : Output;

/** Bytes of a media type that the sender chooses. */
export interface MimeContent {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What values of bound parts are, by {@link ContentDescriptor.as}. */
export interface ContentTypes {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly content: MimeContent;
}

/** A part of a message that goes beside the envelope (`mime:content`; WSDL 1.1, 5.4). */
export interface ContentDescriptor<T = unknown> {
  /** Holds the TypeScript type of the value; never present at run time. */
  readonly "~type"?: T | undefined;
  /** The name of the part. */
  readonly part: string;
  /** `text`: a string. `bytes`: those of the one media type. `content`: bytes with a media type of their own. */
  readonly as: keyof ContentTypes;
  /** The media types that it may have; a star stands for any type or subtype. */
  readonly types: readonly string[];
}

/** A content descriptor for each of some types. */
export type ContentDescriptors<Types> = { readonly [Name in keyof Types]: ContentDescriptor<Types[Name]> };

/** An element descriptor for each of some types. */
export type ElementDescriptors<Types> = { readonly [Name in keyof Types]: ElementDescriptor<Types[Name]> };

/** One operation of a service: its messages and how they travel. */
export interface OperationDescriptor<Input = unknown, Output = unknown, Parts = NoParts> {
  readonly name: string;
  /** The SOAPAction, without quotes. */
  readonly action: string;
  /** What the body holds; `emptyBody` for nothing. */
  readonly input: ElementDescriptor<Input>;
  /** `undefined` for a one-way operation. */
  readonly output: ElementDescriptor<Output> | undefined;
  readonly headers: ElementDescriptors<HeadersOf<Parts>>;
  readonly responseHeaders: ElementDescriptors<ResponseHeadersOf<Parts>>;
  readonly faults: ElementDescriptors<FaultsOf<Parts>>;
  readonly headerFaults: ElementDescriptors<HeaderFaultsOf<Parts>>;
  /** What goes beside the envelope; absent for nothing. */
  readonly contents?: ContentDescriptors<ContentsOf<Parts>> | undefined;
  readonly responseContents?: ContentDescriptors<ResponseContentsOf<Parts>> | undefined;
  /** The property of the output that a caller gets instead of the whole of it. */
  readonly result?: string | undefined;
  /** What WS-Addressing calls the messages, where it is not the SOAPAction. */
  readonly addressing?: { readonly input?: string | undefined; readonly output?: string | undefined } | undefined;
}

/** A SOAP binding: the operations by their method names. */
export interface ServiceDescriptor<Operations = unknown> {
  readonly namespace: string;
  /** The name of the port type. */
  readonly name: string;
  readonly soap: "1.1" | "1.2";
  readonly operations: Operations;
}
