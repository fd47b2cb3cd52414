import type { OperationDescriptor } from "../descriptors.js";
import type { TransportRequest, TransportResponse } from "./transport.js";

/** A request on its way from a client's method to the transport. */
export interface ClientRequest extends TransportRequest {
  readonly operation: OperationDescriptor;
  /** Counts the attempts of a call; whoever repeats the request adds to it. */
  readonly attempts: { count: number };
}

/** What an interceptor stands before: the next one, or the transport. */
export type SendRequest = (request: ClientRequest) => Promise<TransportResponse>;

/**
 * Stands between a client's methods and its transport: may change the request, send it more than once or not at all,
 * and see the response. Authentication is one.
 */
export type Interceptor = (request: ClientRequest, next: SendRequest) => Promise<TransportResponse>;

/** The request with other or more headers; names in lower case. */
export function withHeaders(request: ClientRequest, headers: Readonly<Record<string, string>>): ClientRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** Interceptors before a transport as one function: the first interceptor is the outermost. */
export function chainInterceptors(interceptors: readonly Interceptor[], send: SendRequest): SendRequest {
  return interceptors.reduceRight<SendRequest>((next, interceptor) => (request) => interceptor(request, next), send);
}
