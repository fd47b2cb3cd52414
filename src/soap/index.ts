/**
 * SOAP clients and handlers for generated services, over anything that carries bytes.
 *
 * @module xsdsmith/soap
 */
export type { MimeContent } from "../schema/descriptors.js";
export type { XmlElement } from "../schema/xml-element.js";
export { type AttachmentOptions, type AttachmentSupport, attachmentSupport } from "./attachments.js";
export {
  type BasicOptions,
  basicAuthentication,
  bearerAuthentication,
  type TokenRequest,
} from "./authentication.js";
export type { BodyBytes } from "./bytes.js";
export { CallContext, type ContextKey, contextKey } from "./call-context.js";
export { createClient } from "./client.js";
export type { CallOptions, Client, ClientMethod, ClientOptions, Exchange, ResponseInfo } from "./client-options.js";
export { type CorsOptions, withCors } from "./cors.js";
export type { BasicCredentials } from "./credentials.js";
export { isFault, isFaultOf, newFault, type TypedFault } from "./declared-fault.js";
export type { EnvelopeReaderOptions } from "./envelope.js";
export { type DeclaredFault, SoapFault, type SoapFaultContent, type SoapFaultOptions } from "./fault.js";
export { type FetchTransportOptions, fetchTransport } from "./fetch-transport.js";
export { createHandler } from "./handler.js";
export type {
  Handler,
  HandlerExchange,
  HandlerOptions,
  Implementation,
  OperationContext,
} from "./handler-options.js";
export { type ClientRequest, type Interceptor, type SendRequest, withHeaders } from "./interceptor.js";
export { type LogEntry, log } from "./log.js";
export { readMessage, type WriteMessageOptions, writeMessage } from "./message.js";
export type { Attachment } from "./multipart.js";
export { type NamespaceAlias, type NamespaceSpellings, namespaceAlias } from "./namespace-alias.js";
export { ResponseError } from "./response-error.js";
export { type Repeatable, type RetryOptions, retry } from "./retry.js";
export { headerElement, mustUnderstand, withSoapHeaders } from "./soap-headers.js";
export {
  type Transport,
  type TransportConnection,
  TransportError,
  type TransportErrorOptions,
  type TransportRequest,
  type TransportResponse,
} from "./transport.js";
export { toXmlElement } from "./typed-element.js";
export { type WsAddressingOptions, wsAddressing } from "./ws-addressing.js";
export { securityTimestamp, type UsernameTokenOptions, usernameToken } from "./ws-security.js";
export type { WsdlDocuments } from "./wsdl-documents.js";
