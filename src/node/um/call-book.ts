import type { UMCallInfo, UMEventCause } from "../../../generated/um.js";

/** What tells the time, in milliseconds; `Date` is one. */
export interface UmClock {
  /** In milliseconds. */
  now(): number;
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends UmClock {
  /** Moves the time on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * A clock for tests.
 *
 * @param start - the time at the beginning, in milliseconds
 */
export function manualClock(start = 0): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

/** How long the stages of a call last, in milliseconds. */
export interface UmCallTimes {
  /** From the request until somebody answers. */
  readonly connectAfter: number;
  /** From the request until the other side hangs up. */
  readonly endAfter: number;
  /** From the end of a call until the server does not know it any more. */
  readonly forgetAfter: number;
}

/** A call that was placed. */
export interface UmCall {
  readonly callId: string;
  readonly dialString: string;
  /** The item that is played, or the greeting. */
  readonly plays: string;
}

interface PlacedCall extends UmCall {
  readonly placedAt: number;
  /** Why the call will not be answered; `None` for one that will. */
  readonly failure: UMEventCause;
  endedAt: number | undefined;
}

/** The calls of a server: Connecting, then Connected, then Disconnected, then forgotten. */
export class UmCallBook {
  readonly #clock: UmClock;
  readonly #times: UmCallTimes;
  readonly #calls = new Map<string, PlacedCall>();
  #sweepAt = 1000;

  constructor(clock: UmClock, times: UmCallTimes) {
    this.#clock = clock;
    this.#times = times;
  }

  /** The calls that are not forgotten, the oldest first. */
  get calls(): readonly UmCall[] {
    this.#sweep();
    return [...this.#calls.values()].map(({ callId, dialString, plays }) => ({ callId, dialString, plays }));
  }

  /** Places a call; the identifier is a GUID and a host name in base64, as Exchange makes it. */
  place(dialString: string, plays: string, failure: UMEventCause): string {
    if (this.#calls.size >= this.#sweepAt) this.#sweep();
    const callId = btoa(`${crypto.randomUUID()}@um.example.com`);
    this.#calls.set(callId, { callId, dialString, plays, failure, placedAt: this.#clock.now(), endedAt: undefined });
    return callId;
  }

  /** The state of a call; `undefined` for one that is not known. */
  info(callId: string): UMCallInfo | undefined {
    const call = this.#find(callId);
    if (call === undefined) return undefined;
    const now = this.#clock.now();
    if (this.#end(call) <= now) {
      return { callState: "Disconnected", eventCause: call.endedAt === undefined ? call.failure : "None" };
    }
    const connected = now >= call.placedAt + this.#times.connectAfter;
    return { callState: connected ? "Connected" : "Connecting", eventCause: "None" };
  }

  /** Ends a call, also one that has ended; false for one that is not known. */
  disconnect(callId: string): boolean {
    const call = this.#find(callId);
    if (call === undefined) return false;
    const now = this.#clock.now();
    if (this.#end(call) > now) call.endedAt = now;
    return true;
  }

  #find(callId: string): PlacedCall | undefined {
    const call = this.#calls.get(callId);
    if (call === undefined || !this.#isForgotten(call)) return call;
    this.#calls.delete(callId);
    return undefined;
  }

  #end({ placedAt, failure, endedAt }: PlacedCall): number {
    const { connectAfter, endAfter } = this.#times;
    return endedAt ?? placedAt + (failure === "None" ? endAfter : connectAfter);
  }

  #isForgotten(call: PlacedCall): boolean {
    return this.#clock.now() >= this.#end(call) + this.#times.forgetAfter;
  }

  #sweep(): void {
    for (const call of this.#calls.values()) {
      if (this.#isForgotten(call)) this.#calls.delete(call.callId);
    }
    this.#sweepAt = Math.max(1000, 2 * this.#calls.size);
  }
}
