import type { Authentication, OfferedAuthentication } from "../../soap.js";
import { refuseUnknown } from "../../text/unknown-option.js";
import { answerOffers, type OfferOptions } from "./answer-offers.js";

/**
 * Waits for what the server offers and takes the strongest: Kerberos before a bearer token, NTLM and Basic. Nothing is sent to
 * a server that does not ask for it.
 *
 * @throws TypeError for options that cannot be met
 */
export function strongestAuthentication(
  authentications: readonly OfferedAuthentication[],
  options: OfferOptions = {},
): Authentication {
  refuseUnknown("strongestAuthentication", options, offerOptions);
  if (!Array.isArray(authentications) || authentications.length === 0) {
    throw new TypeError("strongestAuthentication takes a list of at least one authentication");
  }
  const schemes = authentications.map(({ scheme }: OfferedAuthentication) => {
    if (scheme === undefined) throw new TypeError("an authentication in the list cannot wait for an offer");
    return scheme;
  });
  return {
    name: schemes.map(({ name }) => name).join(" or "),
    bindsConnection: schemes.some(({ bindsConnection }) => bindsConnection),
    send: answerOffers(schemes, options),
  };
}

const offerOptions = /* @__PURE__ */ Object.keys({
  allowDowngrade: 0,
  refusalPause: 0,
  connections: 0,
} satisfies Record<keyof OfferOptions, 0>);
