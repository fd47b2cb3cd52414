/**
 * The Exchange Unified Messaging web service: its client and its errors.
 *
 * @module xsdsmith/um
 */
export type {
  ConnectingSIDType,
  ExchangeVersionType,
  NonEmptyStringType,
} from "../generated/ews-phone-types.js";
export type { UMCallState, UMEventCause, UMGreetingType, UMProperties } from "../generated/um.js";
export {
  type Authentication,
  type BasicCredentials,
  type BasicOptions,
  basicAuthentication,
  bearerAuthentication,
  type CallOptions,
  type ClientOptions,
  type Exchange,
  type Interceptor,
  type NoParts,
  type OfferedAuthentication,
  ResponseError,
  type RetryOptions,
  SoapFault,
  type TokenRequest,
  type TokenSource,
  type Transport,
  TransportError,
} from "./soap.js";
export { type Call, CallError, type CallReference, type ConnectedOptions, type DisconnectOptions } from "./um/call.js";
export type { CallClient, CallClientOptions } from "./um/call-client.js";
export {
  createUmClient,
  type PlayOnPhoneGreetingRequest,
  type PlayOnPhoneRequest,
  type UmClient,
  type UmClientOptions,
} from "./um/client.js";
export { type AnyCallClient, type AnyCallClientOptions, createCallClient } from "./um/create-call-client.js";
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
} from "./um/errors.js";
export {
  createEwsPhoneClient,
  type EwsPhoneClient,
  type EwsPhoneClientOptions,
  type EwsPlayOnPhoneRequest,
  type NotByEws,
  type UmConfiguration,
} from "./um/ews-client.js";
export type {
  CallInfo,
  CallState,
  DisconnectedState,
  FollowOptions,
  ForgottenState,
  OngoingState,
  StateDetails,
} from "./um/follow-call.js";
export type { UmNamespace } from "./um/namespace.js";
export { umRetry } from "./um/retry.js";
export type { SettingOptions } from "./um/settings.js";
