import type { OperationDescriptor } from "../schema/services.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { ClientRequest, Interceptor } from "./interceptor.js";
import { TransportError, type TransportResponse } from "./transport.js";

/**
 * What may be repeated of an operation:
 *
 * - `never`: nothing, whatever happened
 * - `unsent`: a request that the server has certainly not acted on: no connection could be made, or it answered 503 with
 *   a Retry-After
 * - `idempotent`: also a request whose connection broke before a whole answer came
 */
export type Repeatable = "never" | "unsent" | "idempotent";

/** Which calls are repeated, how often, and after how long. */
export interface RetryOptions {
  /** Asked for each operation; the default is `unsent` for all. */
  readonly repeatable?: ((operation: OperationDescriptor) => Repeatable) | undefined;
  /** How often a call is tried, the first time included. The default is 4. */
  readonly attempts?: number | undefined;
  /** The longest wait before the second attempt, in milliseconds; it doubles each time. The default is 200. */
  readonly delay?: number | undefined;
  /** The longest wait before any attempt, in milliseconds. The default is 10,000. */
  readonly maxDelay?: number | undefined;
  /** A number from 0 up to 1; the default is `Math.random`. */
  readonly random?: (() => number) | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  repeatable: 0,
  attempts: 0,
  delay: 0,
  maxDelay: 0,
  random: 0,
} satisfies Record<keyof RetryOptions, 0>);

/**
 * Repeats requests where nothing can happen twice. It ends with the call's deadline, and an error says how many attempts
 * there were.
 *
 * @throws TypeError for options that cannot be met
 */
export function retry(options: RetryOptions = {}): Interceptor {
  refuseUnknown("retry", options, optionNames);
  const { repeatable = () => "unsent", attempts = 4, delay = 200, maxDelay = 10_000, random = Math.random } = options;
  if (!(Number.isInteger(attempts) && attempts > 0)) throw new TypeError("attempts is an integer above 0");
  if (!(delay >= 0 && maxDelay >= 0)) throw new TypeError("delay and maxDelay are numbers of milliseconds");
  return async (request, next) => {
    const may = repeatable(request.operation);
    for (let attempt = 1; ; attempt++) {
      let outcome: Outcome;
      try {
        outcome = { response: await next(request) };
      } catch (error) {
        outcome = { error };
      }
      const pause = attempt < attempts ? pauseAfter(outcome, may) : undefined;
      // Full jitter: clients that fail together do not come back together.
      const wait = pause === undefined ? 0 : pause + random() * Math.min(maxDelay, delay * 2 ** (attempt - 1));
      if (pause === undefined || pause > maxDelay || !isWithin(wait, request)) {
        if (outcome.response !== undefined) return outcome.response;
        throw outcome.error;
      }
      await sleep(wait, request.signal);
      request.attempts.count++;
    }
  };
}

type Outcome =
  | { readonly response: TransportResponse; readonly error?: never }
  | { readonly error: unknown; readonly response?: never };

/** The least wait before the next attempt in milliseconds; `undefined` where there must be none. */
function pauseAfter({ response, error }: Outcome, may: Repeatable): number | undefined {
  if (may === "never") return undefined;
  if (response !== undefined) {
    return response.status === 503 ? retryAfter(response.headers.get("retry-after")) : undefined;
  }
  if (!(error instanceof TransportError)) return undefined;
  if (error.code === "transport-insecure") return undefined;
  if (error.unsent && (error.code === "transport-refused" || error.code === "transport-timeout")) return 0;
  const isBroken = error.code === "transport-failed" || error.code === "transport-truncated";
  return may === "idempotent" && isBroken ? 0 : undefined;
}

/** Retry-After (RFC 9110, 10.2.3) in milliseconds. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function isWithin(wait: number, { deadline, signal }: ClientRequest): boolean {
  return !signal.aborted && (deadline === undefined || performance.now() + wait < deadline);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
