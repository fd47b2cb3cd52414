import type { CallOptions, ClientOptions } from "../soap.js";
import { type Call, type CallReference, callIdOf, createCall, type DisconnectOptions, endCall } from "./call.js";
import type { UmServiceKind } from "./errors.js";
import type { CallInfo } from "./follow-call.js";
import { PollRate } from "./poll-rate.js";

/**
 * What a client of either service needs to know. Requests are always validated: a mistake in one would reach the server
 * as a null, and the operation would run with it.
 */
export interface CallClientOptions extends Omit<ClientOptions, "alias" | "validateRequest"> {
  /**
   * How often the state of calls is asked for while they are followed, in questions per second for all calls of the client
   * together; calls take turns. The default is 50.
   */
  readonly pollsPerSecond?: number | undefined;
}

/** The names of the options; the compiler sees to it that none is missing. */
export const callClientOptions: Readonly<Record<keyof CallClientOptions, 0>> = {
  endpoint: 0,
  transport: 0,
  authentication: 0,
  interceptors: 0,
  httpHeaders: 0,
  timeout: 0,
  maxResponseLength: 0,
  limits: 0,
  validateResponse: 0,
  allowInsecureCredentials: 0,
  soapVersion: 0,
  soapHeaders: 0,
  attachments: 0,
  onIssue: 0,
  onExchange: 0,
  pollsPerSecond: 0,
};

/** What both services can do. */
export interface CallClient {
  readonly service: UmServiceKind;
  /** Takes up a call by its identifier, whoever started it. Nothing is sent. */
  call(callId: string): Call;
  /** The state of a call and, once it is Disconnected, why it ended. */
  getCallInfo(call: CallReference, options?: CallOptions): Promise<CallInfo>;
  /** Ends a call. */
  disconnect(call: CallReference, options?: DisconnectOptions): Promise<void>;
  /** Whether the mailbox is enabled for Unified Messaging. */
  isUmEnabled(options?: CallOptions): Promise<boolean>;
}

/** The methods of a client that have to do with calls, from the two operations that they need. */
export interface CallMethods extends Pick<CallClient, "call" | "getCallInfo" | "disconnect"> {
  /** A call that the server has just placed. */
  started(callId: string): Call;
}

export function callMethods(
  options: CallClientOptions,
  info: (callId: string, options?: CallOptions) => Promise<CallInfo>,
  disconnect: (callId: string, options?: CallOptions) => Promise<void>,
): CallMethods {
  const operations = { info, disconnect, pollRate: new PollRate(options.pollsPerSecond ?? 50) };
  return {
    call: (callId) => createCall(callId, operations, false),
    started: (callId) => createCall(callId, operations, true),
    getCallInfo: (call, callOptions) => info(callIdOf(call), callOptions),
    disconnect: (call, callOptions = {}) => endCall(callIdOf(call), operations, callOptions),
  };
}

/** The options for `createClient`. */
export function clientOptions({ pollsPerSecond: _pollsPerSecond, ...options }: CallClientOptions): ClientOptions {
  return options;
}
