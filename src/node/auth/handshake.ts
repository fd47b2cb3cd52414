import { withAuthorization } from "../../soap/authentication.js";
import {
  type AuthenticationScheme,
  type Handshake,
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from "../../soap.js";
import { readChallenges } from "./challenges.js";
import { HandshakeError } from "./handshake-error.js";

/** A scheme, and the name under which the server offers it. */
export interface Offer {
  readonly scheme: AuthenticationScheme;
  readonly offeredAs: string;
}

export interface HandshakeOutcome {
  readonly accepted: boolean;
  readonly response: TransportResponse;
}

/** No scheme takes more; a server that goes on and on is not listened to. */
const mostSteps = 5;

/** How often a handshake begins anew because the connection was closed in the middle of it. */
const mostStarts = 2;

/**
 * Sends a request with the messages of one handshake. The server judges the credentials once.
 *
 * @throws {@link HandshakeError} where the handshake came to no judgement, and what the transport throws
 */
export async function shakeHands(offer: Offer, request: TransportRequest, next: Transport): Promise<HandshakeOutcome> {
  for (let starts = 1; ; starts++) {
    const outcome = await runOnce(offer, request, next);
    if (outcome !== "connection lost") return outcome;
    if (starts === mostStarts) {
      throw new HandshakeError(`the server closes the connection in the middle of ${offer.scheme.name}`);
    }
  }
}

async function runOnce(
  { scheme, offeredAs }: Offer,
  request: TransportRequest,
  next: Transport,
): Promise<HandshakeOutcome | "connection lost"> {
  const hostname = new URL(request.url).hostname.replace(/^\[(.*)\]$/, "$1");
  const handshake = scheme.start({ offeredAs, hostname, signal: request.signal });
  let response: TransportResponse | undefined;
  for (let step = 0; step < mostSteps; step++) {
    const message = await handshake.next(tokenOf(response, offeredAs), response?.connection?.channelBinding);
    if (message === undefined) break;
    const before = response?.connection?.id;
    // Servers spell their own schemes as they like; clients as the registry does.
    const name = `${offeredAs.charAt(0).toUpperCase()}${offeredAs.slice(1)}`.replace("Ntlm", "NTLM");
    response = await next(withAuthorization(request, `${name} ${message}`));
    if (scheme.bindsConnection && response.connection === undefined) {
      const reason = `${scheme.name} authenticates connections, which this transport does not know; use nodeTransport`;
      throw new TransportError("transport-auth", reason);
    }
    if (response.status !== 401) {
      await finish(handshake, tokenOf(response, offeredAs));
      return { accepted: true, response };
    }
    if (before !== undefined && scheme.bindsConnection && response.connection?.id !== before) return "connection lost";
  }
  if (response === undefined) throw new HandshakeError("there is nothing to send");
  return { accepted: false, response };
}

/** The server has acted on the request, so nothing else is tried where its proof is missing. */
async function finish(handshake: Handshake, token: string | undefined): Promise<void> {
  try {
    await handshake.finish?.(token);
  } catch (error) {
    if (!(error instanceof HandshakeError)) throw error;
    throw new TransportError("transport-auth", error.message, { cause: error.cause });
  }
}

/** What the server sent to go on with. */
function tokenOf(response: TransportResponse | undefined, offeredAs: string): string | undefined {
  const challenges = readChallenges(response?.headers.get("www-authenticate") ?? null);
  return challenges.find(({ scheme, token }) => scheme === offeredAs && token !== undefined)?.token;
}
