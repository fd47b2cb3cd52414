import { TransportError } from "./transport.js";

/** The time that a call has. */
export interface Deadline {
  /** Aborted when the time is over or the caller gives up. */
  readonly signal: AbortSignal;
  /** When the time is over, on the clock of `performance.now()`. */
  readonly at: number;
  /** The promise's outcome, or a {@link TransportError} as soon as the signal is aborted. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** To be called at the end of the call: gives the timer and the listener back. */
  end(): void;
}

/**
 * Starts the clock of a call.
 *
 * @param timeout - in milliseconds; `Infinity` for none
 * @throws {@link TransportError} `transport-aborted` where the caller's signal is aborted already
 */
export function startDeadline(timeout: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const onAbort = () => {
    controller.abort(new TransportError("transport-aborted", "the caller aborted the call", { cause: caller?.reason }));
  };
  if (caller?.aborted === true) onAbort();
  signal.throwIfAborted();
  caller?.addEventListener("abort", onAbort, { once: true });
  const onTimeout = () => {
    controller.abort(new TransportError("transport-timeout", `there was no whole answer within ${timeout} ms`));
  };
  // Timers of the platforms hold 31 bits.
  const timer = timeout > 0x7fff_ffff ? undefined : setTimeout(onTimeout, timeout);
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  // Nobody may be waiting when the signal is aborted.
  aborted.catch(() => undefined);
  return {
    signal,
    at: performance.now() + timeout,
    race: (promise) => Promise.race([promise, aborted]),
    end() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
      if (abort !== undefined) signal.removeEventListener("abort", abort);
    },
  };
}
