import { XmlError } from "../errors.js";
import { type BasicCredentials, basicAuthorization } from "./credentials.js";
import { type Interceptor, withHeaders } from "./interceptor.js";
import { defaultRefusalPause, PasswordGuard } from "./password-guard.js";
import { TransportError } from "./transport.js";

/** What happens after the server refused the credentials. */
export interface BasicOptions {
  /** How long the credentials are not sent after the server refused them, in milliseconds. The default is 900,000. */
  readonly refusalPause?: number | undefined;
}

/**
 * Basic authentication (RFC 7617) with the UTF-8 encoding. Until the server has accepted the credentials, calls wait for
 * each other; once it has refused them, they are not sent for a while, so that no account is locked.
 *
 * @throws TypeError for credentials that the scheme cannot carry
 */
export function basicAuthentication(credentials: BasicCredentials, options: BasicOptions = {}): Interceptor {
  const { refusalPause = defaultRefusalPause } = options;
  const authorization = basicAuthorization(credentials);
  const guards = new Map<string, PasswordGuard>();
  return async (request, next) => {
    const { origin } = new URL(request.url);
    const guard = guards.get(origin) ?? new PasswordGuard(refusalPause);
    guards.set(origin, guard);
    guard.check();
    const { response } = await guard.attempt(request.signal, Number.POSITIVE_INFINITY, async () => {
      const answer = await next(withHeaders(request, { authorization }));
      return { accepted: answer.status !== 401, response: answer };
    });
    return response;
  };
}

/** What the function that gives a bearer token is told. */
export interface TokenRequest {
  /** Whether the server refused the token given last, so that it has to be a new one. */
  readonly refresh: boolean;
  /** The time and the patience of the call that the token is for. */
  readonly signal: AbortSignal;
}

/**
 * A bearer token (RFC 6750). Where the server refuses one that a function gave, the function is asked once more, and the
 * request is sent again with what it gives then.
 *
 * @param token - the token, or a function that is asked for it before each request
 */
export function bearerAuthentication(
  token: string | ((request: TokenRequest) => string | Promise<string>),
): Interceptor {
  return async (request, next) => {
    const { signal } = request;
    const ask = (refresh: boolean) => (typeof token === "string" ? token : token({ refresh, signal }));
    const first = await askForToken(() => ask(false));
    const send = (value: string) => next(withHeaders(request, { authorization: `Bearer ${value}` }));
    const response = await send(first);
    if (response.status !== 401 || typeof token === "string") return response;
    const second = await askForToken(() => ask(true));
    return second === first ? response : send(second);
  };
}

/**
 * Asks a function for a token.
 *
 * @throws {@link TransportError} `transport-auth` where it fails, or gives something else
 */
export async function askForToken(ask: () => string | Promise<string>): Promise<string> {
  let token: string;
  try {
    token = await ask();
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
