export * from "../../generated/um.js";
export {
  type BasicCredentials,
  basicAuthentication,
  bearerAuthentication,
  type CallOptions,
  type Exchange,
  type Interceptor,
  ResponseError,
  SoapFault,
  type Transport,
  TransportError,
} from "../soap/index.js";
export {
  createUmClient,
  type DisconnectOptions,
  type PlayOnPhoneGreetingRequest,
  type PlayOnPhoneRequest,
  type UmClient,
  type UmClientOptions,
} from "./client.js";
export { type UmException, UmFault } from "./faults.js";
export { parseUmMessage, serializeUmMessage, type UmMessageOptions } from "./message.js";
export { type UmNamespace, umNamespaceAlias } from "./namespace.js";
export { umRetry } from "./retry.js";
