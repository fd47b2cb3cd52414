import { ConcurrencyLimit } from "./concurrency-limit.js";
import { TransportError } from "./transport.js";

/** How long credentials with a password rest after a refusal, in milliseconds. */
export const defaultRefusalPause = 900_000;

/**
 * Keeps a wrong password from being sent often enough to lock an account: one attempt at a time until the server has
 * accepted one, and none for a while after it refused one.
 */
export class PasswordGuard {
  readonly #pause: number;
  readonly #limit = new ConcurrencyLimit();
  #isProven = false;
  #refusedUntil = Number.NEGATIVE_INFINITY;

  /** @param pause - how long nothing is sent after a refusal, in milliseconds */
  constructor(pause: number) {
    this.#pause = pause;
  }

  /** @throws {@link TransportError} `transport-auth` for a while after a refusal */
  check(): void {
    const rest = this.#refusedUntil - performance.now();
    if (rest <= 0) return;
    const shown = rest === Number.POSITIVE_INFINITY ? "again" : `again for ${Math.ceil(rest / 1000)} s`;
    const reason = `the server refused the credentials before; they are not sent ${shown}`;
    throw new TransportError("transport-auth", reason, { unsent: true });
  }

  /**
   * Sends credentials when it is their turn.
   *
   * @param most - how many attempts may be under way, once the server has accepted one
   * @param send - resolves with what the server made of them; it rejects where the server did not say
   */
  async attempt<T extends { readonly accepted: boolean }>(
    signal: AbortSignal,
    most: number,
    send: () => Promise<T>,
  ): Promise<T> {
    await this.#limit.enter(() => (this.#isProven ? most : 1), signal);
    try {
      this.check();
      const outcome = await send();
      this.#isProven = outcome.accepted;
      if (!outcome.accepted) this.#refusedUntil = performance.now() + this.#pause;
      return outcome;
    } finally {
      this.#limit.leave();
    }
  }
}
