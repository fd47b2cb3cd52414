import { XmlError } from "../errors.js";

/** What became of one endpoint that was asked. */
export interface DiscoveryAttempt {
  /** Without its query. */
  readonly url: string;
  readonly error: XmlError;
}

/** No endpoint gave the settings. The code is `um-autodiscover`. */
export class AutodiscoverError extends XmlError {
  override readonly name: string = "AutodiscoverError";
  readonly attempts: readonly DiscoveryAttempt[];

  constructor(reason: string, attempts: readonly DiscoveryAttempt[]) {
    const shown = attempts.map(({ url, error }) => `${url}: ${error.message}`).join("; ");
    super("um-autodiscover", shown === "" ? reason : `${reason}: ${shown}`, { cause: attempts.at(-1)?.error });
    this.attempts = attempts;
  }
}
