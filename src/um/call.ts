import { XmlError } from "../index.js";
import { callOptions } from "../soap/client-options.js";
import type { CallOptions } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import { InvalidCallIdError } from "./errors.js";
import {
  type CallInfo,
  type CallState,
  type DisconnectedState,
  type FollowOptions,
  type ForgottenState,
  followCall,
  followOptions,
  isOver,
  type OngoingState,
} from "./follow-call.js";
import type { PollRate } from "./poll-rate.js";

declare global {
  // What `lib.esnext.disposable` declares: programs without that library see the method of a call all the same.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** The symbol of `await using`; where the runtime has none, one that nothing else uses. */
const asyncDispose: typeof Symbol.asyncDispose = /* @__PURE__ */ (() =>
  Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose"))() as typeof Symbol.asyncDispose;

/** How a call is ended, and whether one that is unknown counts as ended. */
export interface DisconnectOptions extends CallOptions {
  /** Takes a call that the server does not know (any more) for one that is over, instead of rejecting. */
  readonly ignoreUnknownCall?: boolean | undefined;
}

/** How long to wait for an answer of the telephone, and how often to look. */
export interface ConnectedOptions extends FollowOptions {
  /** How long to wait for somebody to answer, in milliseconds. The default is 60,000. */
  readonly timeout?: number | undefined;
}

const disconnectOptions = (): Record<keyof DisconnectOptions, 0> => ({
  ...callOptions,
  ignoreUnknownCall: 0,
});

const connectedOptions = (): Record<keyof ConnectedOptions, 0> => ({
  ...followOptions,
  timeout: 0,
});

/** A telephone call that the server placed. It goes on whether or not anybody holds this object. */
export interface Call {
  /** What the server calls it: a text that another process, or another day, can take up with `um.call(id)`. */
  readonly id: string;
  /** The state of the call now. Rejects with an {@link InvalidCallIdError} for a call that the server does not know. */
  info(options?: CallOptions): Promise<CallInfo>;
  /**
   * The states of the call as they come, the present one first; the last one is Disconnected, or Forgotten for a call that
   * the server knew and does not know any more. Polls: see {@link FollowOptions}, and `pollsPerSecond` of the client.
   *
   * Throws what `info` rejects with, and a {@link TransportError} `transport-aborted` when the signal is aborted.
   */
  states(options?: FollowOptions): AsyncIterable<CallState>;
  /**
   * Waits until somebody answers. Rejects as `states` throws, and with a {@link CallError}: `um-call-ended` where the call
   * ends without an answer, `um-call-timeout` where nobody answers in time; the telephone may ring on then.
   */
  connected(options?: ConnectedOptions): Promise<OngoingState>;
  /** Ends the call. Rejects with an {@link InvalidCallIdError} for one that the server does not know, unless told otherwise. */
  disconnect(options?: DisconnectOptions): Promise<void>;
  /** `await using call = …` ends the call with the block, where it has not ended before. */
  [asyncDispose](): Promise<void>;
  /** The identifier. */
  toString(): string;
}

/** A call, or its identifier. */
export type CallReference = string | Pick<Call, "id">;

/** A call did not come to what was waited for. Codes: `um-call-ended`, `um-call-timeout`. */
export class CallError extends XmlError {
  override readonly name: string = "CallError";
  readonly callId: string;
  /** The last state that was seen; `undefined` where none was. */
  readonly state: CallState | undefined;

  constructor(code: string, reason: string, callId: string, state: CallState | undefined) {
    super(code, reason);
    this.callId = callId;
    this.state = state;
  }
}

/** What a call does, it does through its client. */
export interface CallOperations {
  info(callId: string, options: CallOptions): Promise<CallInfo>;
  disconnect(callId: string, options: CallOptions): Promise<void>;
  readonly pollRate: PollRate;
}

/** @param wasKnown - whether the server knew the call when this object was made */
export function createCall(id: string, operations: CallOperations, wasKnown: boolean): Call {
  let isKnown = wasKnown;
  let last: CallState | undefined;
  const source = {
    pollRate: operations.pollRate,
    info: (options: CallOptions) => operations.info(id, options),
    wasKnown: () => isKnown,
    onState(state: CallState) {
      isKnown = true;
      last = state;
    },
  };
  const disconnect = (options: DisconnectOptions = {}) => endCall(id, operations, options);
  return {
    id,
    info: (options = {}) => operations.info(id, options),
    states: (options = {}) => followCall(source, options),
    connected: (options = {}) => waitForAnswer(id, (follow) => followCall(source, follow), options),
    disconnect,
    async [asyncDispose]() {
      if (last === undefined || !isOver(last)) await disconnect({ ignoreUnknownCall: true });
    },
    toString: () => id,
  };
}

/** Rejects as {@link Call.disconnect} does. */
export async function endCall(
  callId: string,
  operations: Pick<CallOperations, "disconnect">,
  given: DisconnectOptions,
): Promise<void> {
  refuseUnknown("disconnect", given, Object.keys(disconnectOptions()));
  const { ignoreUnknownCall = false, ...options } = given;
  try {
    await operations.disconnect(callId, options);
  } catch (error) {
    if (!(error instanceof InvalidCallIdError) || !ignoreUnknownCall) throw error;
  }
}

/** What is no reference at all is for the validation of the request to refuse. */
export function callIdOf(reference: CallReference): string {
  return typeof reference === "object" && reference !== null && "id" in reference
    ? reference.id
    : (reference as string);
}

async function waitForAnswer(
  callId: string,
  follow: (options: FollowOptions) => AsyncIterable<CallState>,
  given: ConnectedOptions,
): Promise<OngoingState> {
  refuseUnknown("connected", given, Object.keys(connectedOptions()));
  const { timeout = 60_000, signal, ...options } = given;
  if (!(timeout > 0)) throw new TypeError("the timeout is a number of milliseconds above 0");
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  let isLate = false;
  // Timers of the platforms hold 31 bits.
  const timer = setTimeout(
    () => {
      isLate = true;
      controller.abort();
    },
    Math.min(timeout, 0x7fff_ffff),
  );
  let last: CallState | undefined;
  try {
    for await (const state of follow({ ...options, signal: controller.signal })) {
      last = state;
      if (state.callState === "Connected") return state;
      if (isOver(state)) throw new CallError("um-call-ended", describeEnd(state), callId, state);
    }
    throw new CallError("um-call-ended", "the call ended before anybody answered", callId, last);
  } catch (error) {
    if (!isLate) throw error;
    throw new CallError("um-call-timeout", `nobody answered within ${timeout} ms`, callId, last);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

function describeEnd(state: DisconnectedState | ForgottenState): string {
  const cause = state.eventCause ?? "the server does not know it any more";
  return `the call ended before anybody answered: ${cause}`;
}
