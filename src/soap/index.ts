export type { XmlElement } from "../xml-element.js";
export {
  type BasicCredentials,
  basicAuthentication,
  bearerAuthentication,
  type TokenRequest,
} from "./authentication.js";
export {
  type CallOptions,
  type Client,
  type ClientMethod,
  type ClientOptions,
  createClient,
  type Exchange,
  type ResponseInfo,
} from "./client.js";
export type { EnvelopeReaderOptions } from "./envelope.js";
export { SoapFault, type SoapFaultContent } from "./fault.js";
export { type FetchTransportOptions, fetchTransport } from "./fetch-transport.js";
export {
  createHandler,
  type Handler,
  type HandlerExchange,
  type HandlerOptions,
  type Implementation,
  type OperationContext,
} from "./handler.js";
export { type ClientRequest, type Interceptor, type SendRequest, withHeaders } from "./interceptor.js";
export { type LogEntry, log } from "./log.js";
export { readMessage, type WriteMessageOptions, writeMessage } from "./message.js";
export type { NamespaceAlias } from "./namespace-alias.js";
export { ResponseError } from "./response-error.js";
export { type Repeatable, type RetryOptions, retry } from "./retry.js";
export {
  type Transport,
  type TransportConnection,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from "./transport.js";
export { toXmlElement } from "./typed-element.js";
export type { WsdlDocuments } from "./wsdl-documents.js";
