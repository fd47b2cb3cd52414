/**
 * A small client of SOAP services, for code that `generate --runtime lite` made; see `docs/lite.md` for what it leaves out.
 *
 * @module xsdsmith/lite/soap
 */
export { type BasicCredentials, basicAuthorization } from "../../soap/credentials.js";
export { type FetchTransportOptions, fetchTransport } from "../../soap/fetch-transport.js";
export { ResponseError } from "../../soap/response-error.js";
export {
  type Transport,
  TransportError,
  type TransportErrorOptions,
  type TransportRequest,
  type TransportResponse,
} from "../../soap/transport.js";
export { type CallOptions, type Client, type ClientMethod, type ClientOptions, createClient } from "./client.js";
export type { SoapVersion } from "./envelope.js";
export { SoapFault, type SoapFaultContent } from "./fault.js";
