import type { Transport, TransportRequest, TransportResponse } from "./transport.js";

/**
 * How to log in: what `basicAuthentication` and its like give, and what the option `authentication` of every client, of
 * `discover` and of `nodeTransport` takes. One value is one identity; it may serve several clients.
 *
 * An own one is an object with a name and a function that sends the request with whatever the server wants to see.
 */
export interface Authentication {
  /** For messages: `Basic`, `NTLM`. */
  readonly name: string;
  /** Whether it logs in connections, not requests: it needs a transport with {@link Transport.pinsConnections}. */
  readonly bindsConnection?: boolean | undefined;
  /** Sends a request with the credentials, more than once where the scheme has it so. */
  send(request: TransportRequest, next: Transport): Promise<TransportResponse>;
}

/** One that can also wait until a server offers its scheme, as in `strongestAuthentication`. */
export interface OfferedAuthentication extends Authentication {
  readonly scheme: AuthenticationScheme;
}

/** A way to log in that a server offers, as `strongestAuthentication` chooses between them. */
export interface AuthenticationScheme {
  /** For messages. */
  readonly name: string;
  /** The scheme with the highest is taken. */
  readonly strength: number;
  /** The names, in lower case, under which servers offer it; the first one offered is taken. */
  readonly offeredAs: readonly string[];
  /** Whether the handshake authenticates a connection, and the requests that come over it later. */
  readonly bindsConnection: boolean;
  /** Whether a refusal counts as an attempt with a wrong password. */
  readonly sendsPassword: boolean;
  /** Begins a handshake. */
  start(target: HandshakeTarget): Handshake;
}

/** Whom a handshake is with. */
export interface HandshakeTarget {
  /** The name under which the server offers the scheme. */
  readonly offeredAs: string;
  readonly hostname: string;
  /** The time and the patience of the call. */
  readonly signal: AbortSignal;
}

/** One authentication over one connection, token by token. It throws a `HandshakeError` where it cannot go on. */
export interface Handshake {
  /**
   * What to send next, without the scheme's name; `undefined` where the handshake is at its end, so that a refusal is one.
   *
   * @param token - what the server sent, in base64; `undefined` at the beginning
   * @param channelBinding - of the connection that the token came over
   */
  next(token: string | undefined, channelBinding: Uint8Array | undefined): Promise<string | undefined>;
  /** Looks at what came with the server's consent, for schemes that have a proof of the server. */
  finish?(token: string | undefined): Promise<void>;
}

/** @throws TypeError for what is no authentication, and for one that this transport cannot carry */
export function checkAuthentication(authentication: Authentication | undefined, transport: Transport): void {
  if (authentication === undefined) return;
  if (typeof authentication !== "object" || typeof authentication?.send !== "function") {
    throw new TypeError("authentication is what basicAuthentication(…) and its like give");
  }
  if (transport.authenticates === true) {
    throw new TypeError("the transport logs in already; give authentication to it or to the client, not to both");
  }
  if (authentication.bindsConnection === true && transport.pinsConnections !== true) {
    const { name } = authentication;
    throw new TypeError(
      `${name} logs in connections; only a transport that knows its own, nodeTransport(), carries it`,
    );
  }
}

/** The request with these credentials. */
export function withAuthorization(request: TransportRequest, authorization: string): TransportRequest {
  return { ...request, headers: { ...request.headers, authorization } };
}
