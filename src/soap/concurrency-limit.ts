/** Lets so many in at a time; the others wait for their turn. */
export class ConcurrencyLimit {
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  /**
   * Waits until there is room. It rejects with the signal's reason.
   *
   * @param most - asked again at each turn
   */
  async enter(most: () => number, signal: AbortSignal): Promise<void> {
    while (this.#inside >= most()) await this.#turn(signal);
    signal.throwIfAborted();
    this.#inside++;
  }

  leave(): void {
    this.#inside--;
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.delete(go);
        reject(signal.reason);
      };
      const go = () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      if (signal.aborted) return onAbort();
      signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting.add(go);
    });
  }
}
