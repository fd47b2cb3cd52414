/**
 * SOAP clients and handlers for generated services, over anything that carries bytes.
 *
 * @module xsdsmith/soap
 */
export type { Issue, XmlError } from "./errors.js";
export type {
  Derivation,
  ElementDescriptor,
  IdentityConstraintDescriptor,
  Phantom,
  StandardSchemaProps,
} from "./schema/descriptors.js";
export type {
  ContentsOf,
  FaultsOf,
  GroupOf,
  HeadersOf,
  MimeContent,
  NoParts,
  OperationParts,
  ResponseContentsOf,
  ResponseHeadersOf,
  ResultOf,
} from "./schema/services.js";
export {
  type AttachmentOptions,
  type AttachmentSupport,
  attachmentSupport,
  type PackedMessage,
} from "./soap/attachments.js";
export type {
  Authentication,
  AuthenticationScheme,
  Handshake,
  HandshakeTarget,
  OfferedAuthentication,
} from "./soap/authentication.js";
export { type BasicOptions, basicAuthentication } from "./soap/basic-authentication.js";
export { bearerAuthentication, type TokenRequest, type TokenSource } from "./soap/bearer-authentication.js";
export type { BodyBytes } from "./soap/bytes.js";
export { CallContext, type ContextKey, contextKey } from "./soap/call-context.js";
export type {
  CallOptions,
  CallOptionsOf,
  Client,
  ClientMethod,
  ClientOptions,
  Exchange,
  ResponseInfo,
} from "./soap/client-options.js";
export { type CorsOptions, withCors } from "./soap/cors.js";
export { createClient } from "./soap/create-client.js";
export type { BasicCredentials } from "./soap/credentials.js";
export { isFault, isFaultOf, newFault, type TypedFault } from "./soap/declared-fault.js";
export type { EnvelopeReaderOptions } from "./soap/envelope.js";
export { type DeclaredFault, SoapFault, type SoapFaultContent, type SoapFaultOptions } from "./soap/fault.js";
export { type FetchTransportOptions, fetchTransport } from "./soap/fetch-transport.js";
export { createHandler } from "./soap/handler.js";
export type {
  Handler,
  HandlerExchange,
  HandlerOptions,
  Implementation,
  ImplementationResult,
  OperationContext,
} from "./soap/handler-options.js";
export { type ClientRequest, type Interceptor, type SendRequest, withHeaders } from "./soap/interceptor.js";
export { type LogEntry, log } from "./soap/log.js";
export type { MediaType } from "./soap/media-type.js";
export { readMessage, type WriteMessageOptions, writeMessage } from "./soap/message.js";
export type { MessageBody } from "./soap/message-body.js";
export type { Attachment } from "./soap/multipart.js";
export { type NamespaceAlias, type NamespaceSpellings, namespaceAlias } from "./soap/namespace-alias.js";
export { ResponseError } from "./soap/response-error.js";
export { type Repeatable, type RetryOptions, retry } from "./soap/retry.js";
export { headerElement, mustUnderstand, withSoapHeaders } from "./soap/soap-headers.js";
export type { SoapVersion } from "./soap/soap-version.js";
export {
  type Transport,
  type TransportConnection,
  TransportError,
  type TransportErrorOptions,
  type TransportRequest,
  type TransportResponse,
} from "./soap/transport.js";
export { type WsAddressingOptions, wsAddressing } from "./soap/ws-addressing.js";
export { securityTimestamp, type UsernameTokenOptions, usernameToken } from "./soap/ws-security.js";
export type { WsdlDocuments } from "./soap/wsdl-documents.js";
export { toXmlElement } from "./verbs/xml-elements.js";
export type { XmlLimits } from "./xml/limits.js";
export type { XmlName } from "./xml/names.js";
export type { XmlDocumentSink, XmlSink } from "./xml/ports.js";
export type { XmlElement } from "./xml/tree/xml-element.js";
