import type { AuthenticationScheme, Handshake, HandshakeTarget, OfferedAuthentication } from "../../soap.js";
import { refuseUnknown } from "../../text/unknown-option.js";
import { DerError } from "../der.js";
import { NtlmError } from "../ntlm/message.js";
import { authenticateMessage, type NtlmIdentity, negotiateMessage } from "../ntlm/ntlm-client.js";
import { answerOffers, type OfferOptions } from "./answer-offers.js";
import { HandshakeError } from "./handshake-error.js";
import { ntlmMechanisms, readAnswer, wrapFirst, wrapNext } from "./spnego.js";

/** Who calls, for {@link ntlmAuthentication}. */
export interface NtlmCredentials {
  /** `user`, `DOMAIN\user` or `user@domain`. */
  readonly user: string;
  readonly password: string;
  /** The NetBIOS name of the domain, where it is not part of the user name. */
  readonly domain?: string | undefined;
  /** Told to the server; the default is to tell nothing. */
  readonly workstation?: string | undefined;
}

const credentialNames = /* @__PURE__ */ Object.keys({
  user: 0,
  password: 0,
  domain: 0,
  workstation: 0,
} satisfies Record<keyof NtlmCredentials, 0>);

/** What happens after a refusal, and how many connections there are. */
export type NtlmOptions = Pick<OfferOptions, "refusalPause" | "connections">;

const optionNames = /* @__PURE__ */ Object.keys({
  refusalPause: 0,
  connections: 0,
} satisfies Record<keyof NtlmOptions, 0>);

/**
 * NTLMv2 ([MS-NLMP]) over HTTP ([MS-NTHT]), bare or within SPNEGO as the server offers it, with a MIC and, over TLS, with
 * channel bindings. Nothing older is ever sent. It needs a transport that knows its connections, such as
 * {@link nodeTransport}.
 *
 * @throws TypeError for credentials that are no strings
 */
export function ntlmAuthentication(credentials: NtlmCredentials, options: NtlmOptions = {}): OfferedAuthentication {
  refuseUnknown("ntlmAuthentication", credentials, credentialNames);
  refuseUnknown("ntlmAuthentication", options, optionNames);
  const { password, workstation = "" } = credentials;
  if (typeof credentials.user !== "string" || typeof password !== "string") {
    throw new TypeError("user and password are strings");
  }
  const [, before, name = credentials.user] = /^([^\\]*)\\(.*)$/s.exec(credentials.user) ?? [];
  const identity: NtlmIdentity = { user: name, password, domain: credentials.domain ?? before ?? "", workstation };
  const scheme: AuthenticationScheme = {
    name: "NTLM",
    strength: 2,
    offeredAs: ["ntlm", "negotiate"],
    bindsConnection: true,
    sendsPassword: true,
    start: (target) => startNtlm(identity, target),
  };
  return { name: "NTLM", bindsConnection: true, scheme, send: answerOffers([scheme], options) };
}

function startNtlm(identity: NtlmIdentity, { offeredAs, hostname }: HandshakeTarget): Handshake {
  const isWrapped = offeredAs === "negotiate";
  const negotiate = negotiateMessage();
  let step = 0;
  return {
    async next(token, channelBinding) {
      step++;
      if (step === 1) return base64(isWrapped ? wrapFirst(negotiate) : negotiate);
      if (step > 2) return undefined;
      if (token === undefined) throw new HandshakeError("the server does not go on with NTLM");
      return asHandshake(() => {
        const bytes = Buffer.from(token, "base64");
        const challenge = isWrapped ? unwrap(bytes) : bytes;
        const target = { channelBinding, servicePrincipal: `HTTP/${hostname}` };
        const { message, security } = authenticateMessage(identity, negotiate, challenge, target);
        // Servers ask for this MIC where the NTLM message has its own ([MS-SPNG] 3.3.5.1).
        return base64(isWrapped ? wrapNext(message, security.sign(ntlmMechanisms)) : message);
      });
    },
  };
}

/** Some servers answer with a bare NTLM message. */
function unwrap(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x4e) return bytes;
  const { isRejected, token } = readAnswer(bytes);
  if (isRejected || token === undefined) throw new HandshakeError("the server does not go on with NTLM");
  return token;
}

function asHandshake<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof NtlmError) throw new HandshakeError(cause.message);
    if (cause instanceof DerError) throw new HandshakeError(`the server's SPNEGO message has ${cause.message}`);
    throw cause;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
