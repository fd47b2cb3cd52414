import { TransportError } from "../soap.js";

/** In milliseconds. */
const longestLag = 100;

interface Waiting {
  resolve(): void;
}

/** Lets so many pass, and no more in any second, evenly and in the order in which they came. */
export class PollRate {
  readonly #interval: number;
  /** In the order of arrival; who gives up is taken out. */
  readonly #waiting = new Set<Waiting>();
  #next = 0;
  /** When the last ones passed, as many as may in one second; the oldest at {@link #oldest}. */
  readonly #passed: number[];
  #oldest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws TypeError for a rate that is no number above 0 */
  constructor(perSecond: number) {
    if (!(perSecond > 0)) throw new TypeError("pollsPerSecond is a number above 0");
    this.#interval = 1000 / perSecond;
    this.#passed = new Array<number>(Math.max(1, Math.floor(perSecond))).fill(Number.NEGATIVE_INFINITY);
  }

  /** Resolves when it is the caller's turn; rejects as {@link abortable} does. */
  turn(signal: AbortSignal | undefined): Promise<void> {
    const now = performance.now();
    if (this.#waiting.size === 0 && now >= this.#turnAt()) {
      this.#next = now;
      this.#pass(now);
      return signal?.aborted === true ? Promise.reject(aborted(signal)) : Promise.resolve();
    }
    return abortable(signal, (resolve) => {
      const waiting = { resolve };
      this.#waiting.add(waiting);
      this.#arm();
      return () => void this.#waiting.delete(waiting);
    });
  }

  /** When the next one may pass: behind the one before, and a second behind the one that fills the second. */
  #turnAt(): number {
    return Math.max(this.#next, (this.#passed[this.#oldest] ?? 0) + Math.max(1000, this.#interval));
  }

  #pass(now: number): void {
    this.#next += this.#interval;
    this.#passed[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#passed.length;
  }

  #arm(): void {
    if (this.#timer !== undefined || this.#waiting.size === 0) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#release();
        this.#arm();
      },
      Math.max(0, this.#turnAt() - performance.now()),
    );
  }

  /** Timers come late, and none waits less than a millisecond: all whose turn has come by now, after a stall not at once. */
  #release(): void {
    const now = performance.now();
    this.#next = Math.max(this.#next, now - longestLag);
    for (const waiting of this.#waiting) {
      if (this.#turnAt() > now) break;
      this.#pass(now);
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }
}

/** Waits so many milliseconds; rejects as {@link abortable} does. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return abortable(signal, (resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    return () => clearTimeout(timer);
  });
}

/**
 * Waits for something that can be called off. Rejects with a {@link TransportError} `transport-aborted` when the signal is
 * aborted.
 *
 * @param start - begins the waiting, and returns what calls it off
 */
function abortable(signal: AbortSignal | undefined, start: (resolve: () => void) => () => void): Promise<void> {
  if (signal === undefined) return new Promise((resolve) => void start(resolve));
  if (signal.aborted) return Promise.reject(aborted(signal));
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      callOff();
      reject(aborted(signal));
    };
    const callOff = start(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

function aborted({ reason }: AbortSignal): TransportError {
  return new TransportError("transport-aborted", "the caller stopped following the call", { cause: reason });
}
