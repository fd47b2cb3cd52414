import type { UMCallState, UMEventCause } from "../../generated/um.js";
import type { CallOptions } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import { InvalidCallIdError } from "./errors.js";
import { type PollRate, pause } from "./poll-rate.js";

/** What comes with the state of a call. */
export interface StateDetails {
  /** Why the call ended; None while it lasts, and after an ordinary end. */
  readonly eventCause: UMEventCause;
  /** What the telephone side answered last, where Exchange Web Services tell: the number, as 486. */
  readonly sipResponseCode?: number | undefined;
  readonly sipResponseText?: string | undefined;
}

/** The call goes on. */
export interface OngoingState extends StateDetails {
  readonly callState: Exclude<UMCallState, "Disconnected">;
}

/** The call is over, and `eventCause` says why: None for an ordinary end. */
export interface DisconnectedState extends StateDetails {
  readonly callState: "Disconnected";
}

/** What the server knows of a call. */
export type CallInfo = OngoingState | DisconnectedState;

/** The call was known and is not any more, so it is over; nobody can say why it ended. */
export interface ForgottenState {
  readonly callState: "Forgotten";
  readonly eventCause: undefined;
}

/** A stage of a call; the last one of a call is Disconnected or Forgotten. */
export type CallState = CallInfo | ForgottenState;

/** How often the state of a call is asked for, and until when. */
export interface FollowOptions {
  /** How long to wait between an answer and the next question, in milliseconds. The default is 1,000. */
  readonly every?: number | undefined;
  /** Ends the following, not the call. */
  readonly signal?: AbortSignal | undefined;
}

/** The names of the options; the compiler sees to it that none is missing. */
export const followOptions: Readonly<Record<keyof FollowOptions, 0>> = { every: 0, signal: 0 };

/** Where the states come from. */
export interface CallSource {
  info(options: CallOptions): Promise<CallInfo>;
  /** Shared by all calls of a client. */
  readonly pollRate: PollRate;
  /** Whether the server has known the call: only then can it have forgotten it. */
  wasKnown(): boolean;
  /** Told of each state. */
  onState(state: CallState): void;
}

/** Asks for the state of a call again and again, and gives each one that differs from the one before, up to its end. */
export async function* followCall(source: CallSource, options: FollowOptions): AsyncGenerator<CallState, void, void> {
  refuseUnknown("states", options, Object.keys(followOptions));
  const { every = 1000, signal } = options;
  if (!(every > 0)) throw new TypeError("every is a number of milliseconds above 0");
  let last: CallState | undefined;
  for (;;) {
    await source.pollRate.turn(signal);
    const state = await ask(source, signal);
    source.onState(state);
    if (state.callState !== last?.callState || state.eventCause !== last.eventCause) {
      yield state;
      last = state;
    }
    if (isOver(state)) return;
    await pause(every, signal);
  }
}

export function isOver(state: CallState): state is DisconnectedState | ForgottenState {
  return state.callState === "Disconnected" || state.callState === "Forgotten";
}

async function ask(source: CallSource, signal: AbortSignal | undefined): Promise<CallState> {
  try {
    return await source.info({ signal });
  } catch (error) {
    if (!(error instanceof InvalidCallIdError) || !source.wasKnown()) throw error;
    return { callState: "Forgotten", eventCause: undefined };
  }
}
