/** A way to authenticate that {@link authenticate} can choose. */
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

/** One authentication over one connection, token by token. */
export interface Handshake {
  /**
   * What to send next, without the scheme's name; `undefined` where the handshake is at its end, so that a refusal is one.
   *
   * @param token - what the server sent, in base64; `undefined` at the beginning
   * @param channelBinding - of the connection that the token came over
   * @throws {@link HandshakeError}
   */
  next(token: string | undefined, channelBinding: Uint8Array | undefined): Promise<string | undefined>;
  /**
   * Looks at what came with the server's consent.
   *
   * @throws {@link HandshakeError} where the server does not prove that it is the one it should be
   */
  finish(token: string | undefined): Promise<void>;
}

/** A handshake cannot go on, for a reason on this side or in what the server sent; the server did not judge anything. */
export class HandshakeError extends Error {
  override readonly name: string = "HandshakeError";
}
