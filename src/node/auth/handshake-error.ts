/** A handshake cannot go on, for a reason on this side or in what the server sent; the server did not judge anything. */
export class HandshakeError extends Error {
  override readonly name: string = "HandshakeError";
}
