import { XmlError } from "../errors.js";
import { type Handshake, type OfferedAuthentication, withAuthorization } from "./authentication.js";
import { TransportError } from "./transport.js";

/** What the function that gives a bearer token is told. */
export interface TokenRequest {
  /** Whether the server refused the token given last, so that it has to be a new one. */
  readonly refresh: boolean;
  /** The time and the patience of the call that the token is for. */
  readonly signal: AbortSignal;
}

/** A function that gives bearer tokens. */
export type TokenSource = (request: TokenRequest) => string | Promise<string>;

/**
 * A bearer token (RFC 6750), sent with every request. Where the server refuses one that a function gave, the function is
 * asked once more, and the request is sent again with what it gives then.
 *
 * @param token - the token, or a function that is asked for it before each request
 */
export function bearerAuthentication(token: string | TokenSource): OfferedAuthentication {
  if (typeof token !== "string" && typeof token !== "function") {
    throw new TypeError("bearerAuthentication takes a token or a function that gives one");
  }
  const source = typeof token === "string" ? () => token : token;
  return {
    name: "Bearer",
    scheme: {
      name: "Bearer",
      strength: 3,
      offeredAs: ["bearer"],
      bindsConnection: false,
      sendsPassword: false,
      start: ({ signal }) => startBearer(source, signal),
    },
    async send(request, next) {
      const { signal } = request;
      const first = await askForToken(source, { refresh: false, signal });
      const send = (value: string) => next(withAuthorization(request, `Bearer ${value}`));
      const response = await send(first);
      if (response.status !== 401 || typeof token === "string") return response;
      const second = await askForToken(source, { refresh: true, signal });
      return second === first ? response : send(second);
    },
  };
}

function startBearer(source: TokenSource, signal: AbortSignal): Handshake {
  let sent: string | undefined;
  let step = 0;
  return {
    async next() {
      if (step === 2) return undefined;
      const given = await askForToken(source, { refresh: step++ === 1, signal });
      if (given === sent) return undefined;
      sent = given;
      return given;
    },
  };
}

/** @throws {@link TransportError} `transport-auth` where the function fails, or gives something else */
async function askForToken(source: TokenSource, request: TokenRequest): Promise<string> {
  let token: string;
  try {
    token = await source(request);
  } catch (cause) {
    if (cause instanceof XmlError) throw cause;
    throw new TransportError("transport-auth", "the function that gives the token failed", { cause });
  }
  // RFC 6750, 2.1; the token itself stays out of the error.
  if (typeof token !== "string" || !/^[\w.~+/-]+=*$/.test(token)) {
    throw new TransportError("transport-auth", "the token is not one that a Bearer header can carry");
  }
  return token;
}
