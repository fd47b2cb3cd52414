import { ConcurrencyLimit } from "../../soap/concurrency-limit.js";
import { decodeLeniently } from "../../soap/decode-body.js";
import { defaultRefusalPause, PasswordGuard } from "../../soap/password-guard.js";
import {
  type Authentication,
  type AuthenticationScheme,
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from "../../soap.js";
import { excerptOf } from "../../text/excerpt.js";
import { readChallenges } from "./challenges.js";
import { type Offer, shakeHands } from "./handshake.js";
import { HandshakeError } from "./handshake-error.js";

/** What may be fallen back to, and what happens after a refusal. */
export interface OfferOptions {
  /**
   * Allows a weaker scheme where a stronger one that the server offers fails on this side (there is no ticket), and where
   * the server has offered a stronger one before. Without it, both are errors.
   */
  readonly allowDowngrade?: boolean | undefined;
  /**
   * How long credentials with a password are not sent after the server refused them, in milliseconds. The default is
   * 900,000: accounts are locked by attempts that follow each other faster.
   */
  readonly refusalPause?: number | undefined;
  /** The most connections to one origin for schemes that authenticate connections. The default is 16. */
  readonly connections?: number | undefined;
}

/**
 * How many connections may be logging in at a time, once the server has accepted the credentials: should the password
 * change then, it is sent no more often.
 */
const mostUnjudged = 3;

/** A connection of one request at a time. */
interface Slot {
  readonly pin: object;
  /** The connection that the server knows the user of. */
  authenticated: number | undefined;
}

/** What is known about one origin. */
interface Known {
  readonly guard: PasswordGuard;
  readonly limit: ConcurrencyLimit;
  readonly slots: Slot[];
  chosen: Offer | undefined;
  /** The strength of the strongest scheme that was offered so far. */
  strongest: number;
}

interface Call {
  readonly request: TransportRequest;
  readonly next: Transport;
  readonly known: Known;
  readonly slot: Slot | undefined;
}

/**
 * Waits for what the server offers, and answers with the strongest of some schemes. Credentials that the server refuses
 * are sent once, and the call rejects with a {@link TransportError} `transport-auth`.
 *
 * @throws TypeError for options that cannot be met
 */
export function answerOffers(schemes: readonly AuthenticationScheme[], options: OfferOptions): Authentication["send"] {
  const { refusalPause = defaultRefusalPause, connections = 16 } = options;
  const all = schemes.toSorted((one, other) => other.strength - one.strength);
  if (!(connections >= 1)) throw new TypeError("connections is a number above 0");
  const origins = new Map<string, Known>();
  const bindsConnection = all.some((scheme) => scheme.bindsConnection);
  return async (request, next) => {
    const { origin } = new URL(request.url);
    const known = origins.get(origin) ?? {
      guard: new PasswordGuard(refusalPause),
      limit: new ConcurrencyLimit(),
      slots: [],
      chosen: undefined,
      strongest: 0,
    };
    origins.set(origin, known);
    known.guard.check();
    if (!bindsConnection || known.chosen?.scheme.bindsConnection === false) {
      return send({ request, next, known, slot: undefined }, all, options);
    }
    await known.limit.enter(() => connections, request.signal);
    const slot = known.slots.pop() ?? { pin: {}, authenticated: undefined };
    try {
      return await send({ request: { ...request, pin: slot.pin }, next, known, slot }, all, options);
    } finally {
      known.slots.push(slot);
      known.limit.leave();
    }
  };
}

async function send(
  call: Call,
  schemes: readonly AuthenticationScheme[],
  { allowDowngrade = false }: OfferOptions,
): Promise<TransportResponse> {
  const { request, next, known, slot } = call;
  const isAuthenticated = slot?.authenticated !== undefined;
  if (known.chosen !== undefined && !isAuthenticated) return handshake(call, [known.chosen], allowDowngrade);
  const response = await next(request);
  if (response.status !== 401) return response;
  if (slot !== undefined) slot.authenticated = undefined;
  return handshake(call, choose(schemes, response, known, allowDowngrade), allowDowngrade);
}

/** The schemes to try, the strongest first. */
function choose(
  schemes: readonly AuthenticationScheme[],
  response: TransportResponse,
  known: Known,
  allowDowngrade: boolean,
): readonly Offer[] {
  const offered = new Set(readChallenges(response.headers.get("www-authenticate")).map(({ scheme }) => scheme));
  const offers = schemes.flatMap((scheme): Offer[] => {
    const offeredAs = scheme.offeredAs.find((name) => offered.has(name));
    return offeredAs === undefined ? [] : [{ scheme, offeredAs }];
  });
  const [best] = offers;
  if (best === undefined) {
    const shown = offered.size === 0 ? "nothing" : [...offered].slice(0, 8).join(", ");
    throw refusal(`the server offers ${shown}; expected ${schemes.map(({ name }) => name).join(" or ")}`, response);
  }
  if (best.scheme.strength < known.strongest && !allowDowngrade) {
    throw refusal(`the server offers nothing stronger than ${best.scheme.name}, and did before`, response);
  }
  known.strongest = Math.max(known.strongest, best.scheme.strength);
  return offers;
}

async function handshake(call: Call, offers: readonly Offer[], allowDowngrade: boolean): Promise<TransportResponse> {
  const { request, next, known, slot } = call;
  const failures: string[] = [];
  for (const offer of offers) {
    const { scheme } = offer;
    const attempt = () => shakeHands(offer, request, next);
    try {
      const { accepted, response } = await (scheme.sendsPassword
        ? known.guard.attempt(request.signal, scheme.bindsConnection ? mostUnjudged : Number.POSITIVE_INFINITY, attempt)
        : attempt());
      if (accepted) {
        known.chosen = offer;
        if (slot !== undefined && scheme.bindsConnection) slot.authenticated = response.connection?.id;
        return response;
      }
      known.chosen = undefined;
      const reason = `the server refused the credentials (${scheme.name}, HTTP status 401)`;
      // Another scheme with the same password would be another attempt.
      if (scheme.sendsPassword || !allowDowngrade) throw refusal(reason, response);
      failures.push(reason);
    } catch (error) {
      if (!(error instanceof HandshakeError)) throw error;
      known.chosen = undefined;
      failures.push(`${scheme.name}: ${error.message}`);
      if (!allowDowngrade) {
        const more = offers.length > 1 ? "; the option allowDowngrade allows a weaker scheme" : "";
        throw new TransportError("transport-auth", `${failures.join("; ")}${more}`, { cause: error.cause });
      }
    }
  }
  throw new TransportError("transport-auth", failures.join("; "));
}

function refusal(reason: string, { status, headers, body }: TransportResponse): TransportError {
  const excerpt = excerptOf(decodeLeniently(body.subarray(0, 4000), undefined));
  return new TransportError("transport-auth", reason, { status, headers, excerpt });
}
