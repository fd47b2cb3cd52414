import type { Issue } from "../errors.js";
import type {
  ContentsOf,
  HeadersOf,
  NoParts,
  OperationDescriptor,
  ResponseContentsOf,
  ResponseHeadersOf,
  ResultOf,
} from "../schema/services.js";
import type { XmlLimits } from "../xml/limits.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import type { AttachmentSupport } from "./attachments.js";
import type { Authentication } from "./authentication.js";
import type { CallContext } from "./call-context.js";
import type { Interceptor } from "./interceptor.js";
import type { Attachment } from "./multipart.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import type { SoapVersion } from "./soap-version.js";
import type { Transport } from "./transport.js";

/** One exchange as it went over the wire, for logs and demonstrations; HTTP headers are not part of it. */
export interface Exchange {
  readonly operation: string;
  readonly request: string;
  /** `undefined`, as the status, where no response came back. */
  readonly response: string | undefined;
  readonly status: number | undefined;
}

/** What a client needs to know of its server, and how it is to behave. */
export interface ClientOptions {
  /** An http or https URL without user and password. */
  readonly endpoint: string | URL;
  /** The default is {@link fetchTransport}. */
  readonly transport?: Transport | undefined;
  /**
   * How to log in: `basicAuthentication`, `bearerAuthentication` and, of `xsdsmith/node`, `ntlmAuthentication` and others. It
   * acts after the last interceptor.
   */
  readonly authentication?: Authentication | undefined;
  /** The first one sees the request first and the response last. */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** More HTTP headers for each request. */
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
  /** How long a call may take from its start to the end of the answer, in milliseconds. The default is 60,000. */
  readonly timeout?: number | undefined;
  /** The longest answer to read, in bytes. The default is 64 MiB. */
  readonly maxResponseLength?: number | undefined;
  /** Limits for the XML of answers. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /** Whether a value that the schema does not allow is refused before it is sent. The default is true. */
  readonly validateRequest?: boolean | undefined;
  /** Whether an answer that the schema does not allow is an error. The default is true. */
  readonly validateResponse?: boolean | undefined;
  /** Allows credentials over http to a host that is not this machine. */
  readonly allowInsecureCredentials?: boolean | undefined;
  /** A second spelling of the service's namespace. */
  readonly alias?: NamespaceAlias | undefined;
  /** Speaks this version of SOAP instead of the binding's: for servers that take both. */
  readonly soapVersion?: SoapVersion["name"] | undefined;
  /** Header blocks of every request, before those of the call. */
  readonly soapHeaders?: readonly XmlElement[] | undefined;
  /** Reads, and if so asked sends, attachments: see {@link attachmentSupport}. Without it, an answer with some is an error. */
  readonly attachments?: AttachmentSupport | undefined;
  /** Told of warnings. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /** Told of each exchange, before its outcome is. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** The names of the options; the compiler sees to it that none is missing. */
export const clientOptions: Readonly<Record<keyof ClientOptions, 0>> = {
  endpoint: 0,
  transport: 0,
  authentication: 0,
  interceptors: 0,
  httpHeaders: 0,
  timeout: 0,
  maxResponseLength: 0,
  limits: 0,
  validateRequest: 0,
  validateResponse: 0,
  allowInsecureCredentials: 0,
  alias: 0,
  soapVersion: 0,
  soapHeaders: 0,
  attachments: 0,
  onIssue: 0,
  onExchange: 0,
};

/** What a response holds beside the operation's output. */
export interface ResponseInfo<ResponseHeaders = NoParts, ResponseContents = NoParts> {
  readonly status: number;
  readonly httpHeaders: Headers;
  /** The header blocks as they came. */
  readonly soapHeaders: readonly XmlElement[];
  /** The values of those header blocks that the operation declares, by property. */
  readonly headers: Partial<ResponseHeaders>;
  /** The values of the parts that the WSDL binds as attachments, by property; none without {@link ClientOptions.attachments}. */
  readonly contents: Partial<ResponseContents>;
  /** What came with the envelope; none without {@link ClientOptions.attachments}. */
  readonly attachments: readonly Attachment[];
}

/** What is special about one call. */
export interface CallOptions<
  InputHeaders = NoParts,
  ResponseHeaders = NoParts,
  InputContents = NoParts,
  ResponseContents = NoParts,
> {
  readonly signal?: AbortSignal | undefined;
  /** See {@link ClientOptions.timeout}. */
  readonly timeout?: number | undefined;
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
  /** The header blocks that the operation declares, by property. */
  readonly headers?: Partial<InputHeaders> | undefined;
  /** The parts that the WSDL binds as attachments (`mime:content`), by property; needs {@link ClientOptions.attachments}. */
  readonly contents?: Partial<InputContents> | undefined;
  /** Other header blocks of the envelope; `toXmlElement` makes one of a descriptor and a value. */
  readonly soapHeaders?: readonly XmlElement[] | undefined;
  /** What interceptors are to know of this call. */
  readonly context?: CallContext | undefined;
  /** Told of a successful response. */
  readonly onResponse?: ((info: ResponseInfo<ResponseHeaders, ResponseContents>) => void) | undefined;
}

/** The names of the options; the compiler sees to it that none is missing. */
export const callOptions: Readonly<Record<keyof CallOptions, 0>> = {
  signal: 0,
  timeout: 0,
  httpHeaders: 0,
  headers: 0,
  contents: 0,
  soapHeaders: 0,
  context: 0,
  onResponse: 0,
};

/**
 * Calls an operation. An input that may be without properties can be left out.
 *
 * Rejects with a {@link ValidationError} for an input that the schema does not allow (nothing is sent then), a
 * {@link SoapFault}, a {@link ResponseError} or a {@link TransportError}.
 */
export type ClientMethod<Input, Output, Parts = NoParts> =
  Record<string, never> extends Input
    ? (input?: Input, options?: CallOptionsOf<Parts>) => Promise<ResultOf<Output, Parts>>
    : (input: Input, options?: CallOptionsOf<Parts>) => Promise<ResultOf<Output, Parts>>;

/** What is special about one call of an operation with these parts. */
export type CallOptionsOf<Parts> = CallOptions<
  HeadersOf<Parts>,
  ResponseHeadersOf<Parts>,
  ContentsOf<Parts>,
  ResponseContentsOf<Parts>
>;

/** A method for each operation of a service. */
export type Client<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends OperationDescriptor<
    infer Input,
    infer Output,
    infer Parts
  >
    ? ClientMethod<Input, Output, Parts>
    : never;
};
