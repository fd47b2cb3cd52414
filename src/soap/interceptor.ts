import type { OperationDescriptor } from "../schema/services.js";
import type { CallContext } from "./call-context.js";
import type { Attachment } from "./multipart.js";
import type { SoapVersion } from "./soap-version.js";
import type { TransportRequest, TransportResponse } from "./transport.js";

/** A request on its way from a client's method to the transport. */
export interface ClientRequest extends Omit<TransportRequest, "body"> {
  readonly operation: OperationDescriptor;
  readonly soap: SoapVersion["name"];
  /** The envelope. */
  readonly body: string;
  /** What the envelope refers to; joined with it after the last interceptor. */
  readonly attachments: readonly Attachment[];
  /** What the caller tells the interceptors, and they each other. */
  readonly context: CallContext;
  /** Whether the envelope holds a secret, so that it is not sent in the open. */
  readonly confidential?: boolean | undefined;
  /** Counts the attempts of a call; whoever repeats the request adds to it. */
  readonly attempts: { count: number };
}

/** What an interceptor stands before: the next one, or the transport. */
export type SendRequest = (request: ClientRequest) => Promise<TransportResponse>;

/**
 * Stands between a client's methods and its transport: may change the request, send it more than once or not at all,
 * and see the response.
 */
export type Interceptor = (request: ClientRequest, next: SendRequest) => Promise<TransportResponse>;

/** The request with other or more headers; names in lower case. */
export function withHeaders(request: ClientRequest, headers: Readonly<Record<string, string>>): ClientRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

/**
 * Interceptors before a transport as one function: the first interceptor is the outermost.
 *
 * @throws TypeError for what is no interceptor
 */
export function chainInterceptors(interceptors: readonly Interceptor[], send: SendRequest): SendRequest {
  if (interceptors.some((interceptor) => typeof interceptor !== "function")) {
    throw new TypeError("an interceptor is a function; how to log in is the option authentication");
  }
  return interceptors.reduceRight<SendRequest>((next, interceptor) => (request) => interceptor(request, next), send);
}
