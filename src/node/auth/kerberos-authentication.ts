import type { AuthenticationScheme, Handshake, OfferedAuthentication } from "../../soap.js";
import { refuseUnknown } from "../../text/unknown-option.js";
import { answerOffers } from "./answer-offers.js";
import { HandshakeError } from "./handshake-error.js";

/** What is used of the package `kerberos`; anything with the same shape will do. */
export interface KerberosModule {
  readonly GSS_C_MUTUAL_FLAG: number;
  readonly GSS_C_SEQUENCE_FLAG: number;
  readonly GSS_MECH_OID_SPNEGO: number;
  /** Begins a handshake with a service, such as `HTTP@mail.example.com`. */
  initializeClient(
    service: string,
    options: { readonly principal?: string; readonly gssFlag?: number; readonly mechOID?: number },
  ): Promise<{
    /** Takes what the service sent, empty at first, and gives what to send; both in base64. */
    step(challenge: string): Promise<string>;
    readonly contextComplete: boolean;
  }>;
}

/** Whose ticket is sent, and for which service. */
export interface KerberosOptions {
  /** `user@REALM`, where the credential cache holds more than one. */
  readonly principal?: string | undefined;
  /** The host name in the service's principal; the default is the URL's. */
  readonly hostname?: string | undefined;
  /** The default is the package `kerberos`, loaded when it is needed. */
  readonly module?: KerberosModule | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  principal: 0,
  hostname: 0,
  module: 0,
} satisfies Record<keyof KerberosOptions, 0>);

/**
 * Kerberos over Negotiate (RFC 4559), with the ticket of the logged-on user and proof of the server. It sends no channel
 * bindings, since the package `kerberos` cannot: a server that requires them refuses.
 */
export function kerberosAuthentication(options: KerberosOptions = {}): OfferedAuthentication {
  refuseUnknown("kerberosAuthentication", options, optionNames);
  const scheme: AuthenticationScheme = {
    name: "Kerberos",
    strength: 4,
    offeredAs: ["negotiate"],
    bindsConnection: false,
    sendsPassword: false,
    start: ({ hostname }) => startKerberos(options, options.hostname ?? hostname),
  };
  return { name: "Kerberos", scheme, send: answerOffers([scheme], {}) };
}

function startKerberos(options: KerberosOptions, hostname: string): Handshake {
  let client: Awaited<ReturnType<KerberosModule["initializeClient"]>> | undefined;
  const step = async (token: string, failure: string): Promise<string> => {
    try {
      client ??= await open(options, hostname);
      // The package gives null where there is nothing more to send.
      return (await client.step(token)) ?? "";
    } catch (cause) {
      if (cause instanceof HandshakeError) throw cause;
      throw new HandshakeError(`${failure}: ${reasonOf(cause)}`, { cause });
    }
  };
  return {
    async next(token) {
      if (client !== undefined && token === undefined) return undefined;
      return step(token ?? "", "there is no Kerberos ticket to send");
    },
    async finish(token) {
      if (client === undefined || client.contextComplete) return;
      if (token === undefined) throw new HandshakeError("the server did not prove that it is the one it should be");
      await step(token, "the server's proof that it is the one it should be is wrong");
    },
  };
}

async function open({ principal, module }: KerberosOptions, hostname: string) {
  const kerberosModule = module ?? (await load());
  const { GSS_C_MUTUAL_FLAG, GSS_C_SEQUENCE_FLAG, GSS_MECH_OID_SPNEGO } = kerberosModule;
  const service = process.platform === "win32" ? `HTTP/${hostname}` : `HTTP@${hostname}`;
  return kerberosModule.initializeClient(service, {
    gssFlag: GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG,
    mechOID: GSS_MECH_OID_SPNEGO,
    ...(principal === undefined ? {} : { principal }),
  });
}

async function load(): Promise<KerberosModule> {
  // Not a literal: the package is optional, and the compiler shall not look for it.
  const name: string = "kerberos";
  try {
    const loaded = (await import(name)) as { readonly default?: KerberosModule } & KerberosModule;
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new HandshakeError("the scheme needs the package kerberos: npm install kerberos", { cause });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 200) : "unknown failure";
}
