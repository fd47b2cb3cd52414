import { ConnectError } from "./connect-error.js";

/**
 * Whether anybody waits for the connections of a dispatcher. undici connects anew after a request is aborted, for nobody;
 * and it goes on connecting when the request that it connects for is aborted.
 */
export class ConnectionDemand {
  #users = 0;
  readonly #connecting = new Set<AbortController>();

  /** One request more; the function returned takes it back. */
  enter(): () => void {
    this.#users++;
    return () => {
      this.#users--;
      if (this.#users > 0) return;
      for (const controller of this.#connecting) controller.abort();
    };
  }

  /** Connects as long as somebody waits. */
  async connect<T>(open: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#users === 0) throw unwanted();
    const controller = new AbortController();
    this.#connecting.add(controller);
    try {
      return await open(controller.signal);
    } finally {
      this.#connecting.delete(controller);
    }
  }
}

function unwanted(): ConnectError {
  return new ConnectError("connect", "nobody waits for the connection");
}
