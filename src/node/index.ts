/**
 * What needs Node.js: a transport with TLS, proxies and connection-bound authentication, and a listener for handlers.
 *
 * @module xsdsmith/node
 */

export { AutodiscoverError, type DiscoveryAttempt } from "../autodiscover/autodiscover-error.js";
export type { DiscoveredServices, DiscoverOptions } from "../autodiscover/discover.js";
export type { DiscoveredProtocol } from "../autodiscover/message.js";
export type {
  Authentication,
  AuthenticationScheme,
  Handshake,
  HandshakeTarget,
  Interceptor,
  OfferedAuthentication,
  Transport,
  TransportRequest,
  TransportResponse,
} from "../soap.js";
export type { OfferOptions } from "./auth/answer-offers.js";
export { HandshakeError } from "./auth/handshake-error.js";
export { type KerberosModule, type KerberosOptions, kerberosAuthentication } from "./auth/kerberos-authentication.js";
export { type NtlmCredentials, type NtlmOptions, ntlmAuthentication } from "./auth/ntlm-authentication.js";
export { strongestAuthentication } from "./auth/strongest-authentication.js";
export { discover, type NodeDiscoverOptions } from "./discover.js";
export { type Listener, type ListenOptions, listen } from "./listen.js";
export { type OpenTelemetryOptions, openTelemetry } from "./open-telemetry.js";
export { type SignMessageOptions, signMessage } from "./signature/sign-message.js";
export { type SignatureHash, type VerifySignatureOptions, verifySignature } from "./signature/verify-signature.js";
export { type NodeTransport, type NodeTransportOptions, nodeTransport } from "./transport/node-transport.js";
export type { ProxyOption } from "./transport/proxy.js";
export type { RequestEvent } from "./transport/request-events.js";
export type { Pem, TlsOptions } from "./transport/tls-options.js";
