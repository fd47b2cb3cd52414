import type { Issue, XmlError } from "../errors.js";
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
import type { XmlName } from "../xml/names.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import type { AttachmentSupport } from "./attachments.js";
import type { SoapFault } from "./fault.js";
import type { Attachment } from "./multipart.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import type { SoapVersion } from "./soap-version.js";
import type { WsdlDocuments } from "./wsdl-documents.js";

/** What an implementation may want to know beside the input. */
export interface OperationContext<
  InputHeaders = NoParts,
  ResponseHeaders = NoParts,
  InputContents = NoParts,
  ResponseContents = NoParts,
> {
  readonly operation: OperationDescriptor;
  /** The HTTP request; its body has been read. */
  readonly request: Request;
  /** The version of SOAP that is spoken. */
  readonly soap: SoapVersion["name"];
  /** The header blocks as they came. */
  readonly soapHeaders: readonly XmlElement[];
  /** The values of those header blocks that the operation declares, by property. */
  readonly headers: Partial<InputHeaders>;
  /** To be filled in: the declared header blocks of the answer, by property. */
  readonly responseHeaders: { -readonly [Name in keyof ResponseHeaders]?: ResponseHeaders[Name] | undefined };
  /**
   * The values of the parts that the WSDL binds as attachments (`mime:content`), by property; none without
   * {@link HandlerOptions.attachments}.
   */
  readonly contents: Partial<InputContents>;
  /** To be filled in: such parts of the answer, by property; they need {@link HandlerOptions.attachments}. */
  readonly responseContents: { -readonly [Name in keyof ResponseContents]?: ResponseContents[Name] | undefined };
  /** What came with the envelope; none without {@link HandlerOptions.attachments}. */
  readonly attachments: readonly Attachment[];
}

/**
 * A function for each operation of a service. It may throw a {@link SoapFault} to answer with a fault, with the fault's
 * HTTP status if it has one; an output that may be without properties can be left out.
 */
export type Implementation<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends OperationDescriptor<
    infer Input,
    infer Output,
    infer Parts
  >
    ? (
        input: Input,
        context: OperationContext<
          HeadersOf<Parts>,
          ResponseHeadersOf<Parts>,
          ContentsOf<Parts>,
          ResponseContentsOf<Parts>
        >,
      ) => ImplementationResult<ResultOf<Output, Parts>>
    : never;
};

/** What a function of an implementation gives. */
export type ImplementationResult<Output> =
  Record<string, never> extends Output ? Output | void | Promise<Output | void> : Output | Promise<Output>;

/** One exchange as the server saw it. */
export interface HandlerExchange {
  /** `undefined` where the request names no operation. */
  readonly operation: string | undefined;
  readonly request: string;
  readonly response: string;
  readonly status: number;
}

/** Limits, checks and what is told of the exchanges of a handler. */
export interface HandlerOptions {
  /** The longest request to read, in bytes. The default is 1 MiB. */
  readonly maxRequestLength?: number | undefined;
  /** Limits for the XML of requests. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /** Whether a request that the schema does not allow is refused. The default is true. */
  readonly validateRequest?: boolean | undefined;
  /** Whether an output that the schema does not allow is an internal error. The default is true. */
  readonly validateResponse?: boolean | undefined;
  /**
   * Header blocks that the implementation knows besides those that the operation declares; any other with
   * `mustUnderstand` is refused.
   */
  readonly understood?: readonly XmlName[] | undefined;
  /** The versions of SOAP that are understood, each answered in its own. The default is that of the binding. */
  readonly versions?: readonly SoapVersion["name"][] | undefined;
  /** Reads, and if so asked sends, attachments. Without it, a request with some is refused. */
  readonly attachments?: AttachmentSupport | undefined;
  /** What `?wsdl` answers with. */
  readonly wsdl?: WsdlDocuments | undefined;
  /** A second spelling of the service's namespace. */
  readonly alias?: NamespaceAlias | undefined;
  /**
   * The fault for a well-formed request that is no valid one; the default has the version's code for the sender's mistakes and the
   * error's message.
   */
  readonly invalidRequest?: ((error: XmlError, operation: OperationDescriptor | undefined) => SoapFault) | undefined;
  /** Told of what an implementation throws that is no fault: the answer does not say what it was. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Told of warnings about requests. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /** Told of each exchange that had a SOAP answer. */
  readonly onExchange?: ((exchange: HandlerExchange) => void) | undefined;
}

/** The names of the options; the compiler sees to it that none is missing. */
export const handlerOptions: Readonly<Record<keyof HandlerOptions, 0>> = {
  maxRequestLength: 0,
  limits: 0,
  validateRequest: 0,
  validateResponse: 0,
  understood: 0,
  versions: 0,
  attachments: 0,
  wsdl: 0,
  alias: 0,
  invalidRequest: 0,
  onError: 0,
  onIssue: 0,
  onExchange: 0,
};

/** A web-standard server: a request in, a response out. It never rejects. */
export type Handler = (request: Request) => Promise<Response>;
