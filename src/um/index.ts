/**
 * The Exchange Unified Messaging web service: its client, its errors, and its messages as generated code.
 *
 * @module xsdsmith/um
 */
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
export { type Call, CallError, type CallReference, type ConnectedOptions, type DisconnectOptions } from "./call.js";
export type { CallClient, CallClientOptions } from "./call-client.js";
export {
  createUmClient,
  type PlayOnPhoneGreetingRequest,
  type PlayOnPhoneRequest,
  type UmClient,
  type UmClientOptions,
} from "./client.js";
export { type AnyCallClient, type AnyCallClientOptions, createCallClient } from "./create-call-client.js";
export {
  AccessDeniedError,
  DialingRulesError,
  InvalidCallIdError,
  InvalidObjectIdError,
  InvalidRequestError,
  NotUmEnabledError,
  ServerBusyError,
  SettingNotStoredError,
  TelephonyError,
  UmError,
  type UmRefusal,
  type UmServiceKind,
  UnknownUmError,
} from "./errors.js";
export {
  createEwsPhoneClient,
  type EwsPhoneClient,
  type EwsPhoneClientOptions,
  type EwsPlayOnPhoneRequest,
  type NotByEws,
  type UmConfiguration,
} from "./ews-client.js";
export type {
  CallInfo,
  CallState,
  DisconnectedState,
  FollowOptions,
  ForgottenState,
  OngoingState,
} from "./follow-call.js";
export { parseUmMessage, serializeUmMessage, type UmMessageOptions } from "./message.js";
export { type UmNamespace, umNamespaceAlias } from "./namespace.js";
export { umRetry } from "./retry.js";
export type { SettingOptions } from "./settings.js";
