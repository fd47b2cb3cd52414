import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly reason: string;
}

/**
 * Who may talk to the console: pages that it served itself, opened with the link that was printed. A page of another origin, or
 * one whose host name was made to point here, gets nothing.
 */
export class ConsoleAccess {
  /** For the link; good for one session. */
  readonly token: string = secret();
  #token: Buffer | undefined = digest(this.token);
  #session: Buffer | undefined;
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;

  constructor(port: number) {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    this.#hosts = new Set(hosts);
    this.#origins = new Set(hosts.map((host) => `http://${host}`));
  }

  /** What holds for every request, also for those of the page itself. */
  checkOrigin({ headers }: IncomingMessage): Refusal | undefined {
    // A host name that an attacker points to 127.0.0.1 shows here: the browser takes his page for the same origin.
    if (headers.host === undefined || !this.#hosts.has(headers.host.toLowerCase())) {
      return { status: 421, reason: "the host of the request is not the console" };
    }
    const { origin, "sec-fetch-site": site } = headers;
    const isForeign = origin !== undefined && !this.#origins.has(origin);
    // `none`: the user typed the address. Browsers without the header send an origin with each POST.
    if (isForeign || (site !== undefined && site !== "same-origin" && site !== "none")) {
      return { status: 403, reason: "the request comes from another origin" };
    }
    return undefined;
  }

  /** What holds for requests that tell or do something. */
  checkSession({ headers }: IncomingMessage): Refusal | undefined {
    const [, session] = /^Bearer (.+)$/.exec(headers.authorization ?? "") ?? [];
    if (session !== undefined && this.#session !== undefined && timingSafeEqual(digest(session), this.#session)) {
      return undefined;
    }
    return { status: 401, reason: "the request has no session" };
  }

  /** A session for the token, once; `undefined` for another token, and for one that has been used. */
  openSession(token: string): string | undefined {
    if (this.#token === undefined || !timingSafeEqual(digest(token), this.#token)) return undefined;
    this.#token = undefined;
    const session = secret();
    this.#session = digest(session);
    return session;
  }
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}

/** Digests are of one length, and say nothing of what they were made of. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
