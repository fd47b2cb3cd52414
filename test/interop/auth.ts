import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  type KerberosModule,
  kerberosAuthentication,
  nodeTransport,
  ntlmAuthentication,
  type OfferOptions,
  strongestAuthentication,
  type TlsOptions,
} from "../../src/node/index.js";
import { startUmService, type UmServer } from "../../src/node/um-testing.js";
import type { OfferedAuthentication } from "../../src/soap.js";
import { type Authentication, basicAuthentication, bearerAuthentication, createUmClient } from "../../src/um.js";
import { freePort, Peers } from "./peers.js";

/** What it takes to run the acceptors. */
export const authPrograms: readonly string[] = [
  "apache2",
  "htpasswd",
  "krb5kdc",
  "kadmin.local",
  "kinit",
  "openssl",
  "curl",
  "ntlm_auth",
  "python3",
  "/usr/lib/apache2/modules/mod_auth_gssapi.so",
  "/usr/lib/apache2/modules/mod_auth_openidc.so",
  "/usr/lib/python3/dist-packages/gssapi",
];
export const authPackages =
  "apache2 apache2-utils libapache2-mod-auth-gssapi gss-ntlmssp libapache2-mod-auth-openidc krb5-kdc krb5-admin-server " +
  "krb5-user openssl curl winbind python3-gssapi";

/** One way to log in, or to fail to. */
export interface AuthCase {
  readonly name: string;
  readonly endpoint: string;
  readonly authentication: Authentication | undefined;
  /** `true`, or what the error says. */
  readonly wanted: true | RegExp;
  /** How many HTTP requests two calls take. */
  readonly requests: number;
  readonly tls?: TlsOptions;
  /** Without a ticket in the cache. */
  readonly hasNoTicket?: boolean;
}

export interface AuthOutcome extends AuthCase {
  readonly answers: readonly string[];
  readonly sent: number;
}

const path = "/EWS/UM2007Legacy.asmx";
const alice = { user: "LAB\\alice", password: "alicepw" };
const wrong = { ...alice, password: "nope" };
const bob = { user: "LAB\\bob", password: "pässwörd" };
/** The acceptors of channel bindings look for keys and certificates in the folder of this port. */
const apachePort = 18_400;

/** The package `kerberos`, from here or from the path in XSDSMITH_KERBEROS; `undefined` where it is not built. */
export function findKerberos(): KerberosModule | undefined {
  const name = process.env["XSDSMITH_KERBEROS"] ?? "kerberos";
  try {
    return createRequire(import.meta.url)(name) as KerberosModule;
  } catch {
    console.warn(
      "skipped: Kerberos: the package kerberos is not built: apt-get install libkrb5-dev; npm install kerberos",
    );
    return undefined;
  }
}

/** Apache, Samba and GSS-API before the embedded UM service. */
export class AuthLab {
  readonly peers: Peers = new Peers();
  readonly #kerberos: KerberosModule | undefined;
  #service: UmServer | undefined;
  #samba = 0;
  readonly #cbt = new Map<string, number>();

  constructor(kerberosModule: KerberosModule | undefined) {
    this.#kerberos = kerberosModule;
  }

  async start(): Promise<void> {
    const service = await startUmService();
    this.#service = service;
    const { origin, port } = new URL(service.endpoint);
    await this.peers.startAt("auth-apache", apachePort, String(apachePort + 43), origin);
    this.#samba = await freePort();
    const starting = [this.peers.startAt("ntlm-samba", this.#samba, port)];
    for (const kind of ["require", "allow", "ignore", "require server384"]) {
      const [mode = "", certificate = "server"] = kind.split(" ");
      const at = await freePort();
      this.#cbt.set(kind, at);
      starting.push(this.peers.startAt("gss-cbt", at, port, "spnego", mode, certificate));
    }
    await Promise.all(starting);
    process.env["KRB5_CONFIG"] = this.#file("krb5.conf");
    this.#useTickets(true);
    await kinit("alice", "alicepw");
  }

  async close(): Promise<void> {
    await this.peers.close();
    await this.#service?.close();
  }

  get cases(): readonly AuthCase[] {
    const http = `http://localhost:${apachePort}`;
    const https = `https://localhost:${apachePort + 43}`;
    const https384 = `https://localhost:${apachePort + 44}`;
    const to = (origin: string, kind: string) => `${origin}/${kind}${path}`;
    const log = (
      name: string,
      endpoint: string,
      authentication: Authentication | undefined,
      requests: number,
      more: Partial<AuthCase> = {},
    ): AuthCase => ({ name, endpoint, authentication, requests, wanted: true, ...more });
    const refused = (scheme: string) => ({ wanted: new RegExp(`^transport-auth: the server refused.*\\(${scheme}`) });
    const spnego = (credentials: typeof alice) => {
      const own = ntlmAuthentication(credentials);
      return offered({ ...own, scheme: { ...own.scheme, offeredAs: ["negotiate"] } });
    };
    const token = (seconds: number) => jwt({ aud: "https://mail.lab.invalid", upn: "alice@lab.invalid" }, seconds);
    const pem = (name: string) => readFileSync(this.#file(`tls/${name}`), "utf8");
    const certificate = (name: string): TlsOptions => ({ cert: pem(`${name}.pem`), key: pem(`${name}.key`) });
    const samba = `http://127.0.0.1:${this.#samba}${path}`;
    const ntlmCases = [http, https, https384].flatMap((origin) => {
      const where = origin === http ? "http" : origin === https ? "https" : "https, SHA-384";
      return [
        log(`NTLM, gss-ntlmssp, ${where}`, to(origin, "ntlm"), ntlmAuthentication(alice), 4),
        log(`NTLM in SPNEGO, gss-ntlmssp, ${where}`, to(origin, "negotiate"), ntlmAuthentication(alice), 4),
        log(`NTLM, wrong password, ${where}`, to(origin, "ntlm"), ntlmAuthentication(wrong), 3, refused("NTLM")),
      ];
    });
    const cbtCases = [...this.#cbt].flatMap(([kind, port]) => {
      const endpoint = `https://localhost:${port}${path}`;
      return [
        log(`NTLM, channel bindings: ${kind}`, endpoint, ntlmAuthentication(alice), 4),
        log(`NTLM in SPNEGO, channel bindings: ${kind}`, endpoint, spnego(alice), 4),
        log(`NTLM, wrong password, channel bindings: ${kind}`, endpoint, ntlmAuthentication(wrong), 3, refused("NTLM")),
      ];
    });
    const expired = /^transport-auth: the server refused the credentials \(HTTP status 401\); it offers Bearer/;
    return [
      log("Basic", to(http, "basic"), offered(basicAuthentication({ user: "alice", password: "alicepw" })), 3),
      log("Basic, DOMAIN\\user", to(http, "basic"), offered(basicAuthentication(alice)), 3),
      log("Basic, UTF-8", to(http, "basic"), offered(basicAuthentication({ user: "bob", password: "pässwörd" })), 3),
      log("Basic, wrong password", to(http, "basic"), offered(basicAuthentication(wrong)), 2, refused("Basic")),
      log("Bearer", to(http, "bearer"), bearerAuthentication(token(600)), 2),
      log(
        "Bearer, refreshed",
        to(http, "bearer"),
        bearerAuthentication(({ refresh }) => token(refresh ? 600 : -600)),
        4,
      ),
      log("Bearer, expired", to(http, "bearer"), bearerAuthentication(token(-600)), 2, { wanted: expired }),
      log("client certificate", `https://localhost:${apachePort + 45}/cert${path}`, undefined, 2, {
        tls: certificate("client"),
      }),
      log("no client certificate", `https://localhost:${apachePort + 45}/cert${path}`, undefined, 2, {
        wanted: /^transport-tls: /,
      }),
      log("another's client certificate", `https://localhost:${apachePort + 45}/cert${path}`, undefined, 2, {
        tls: certificate("rogue"),
        wanted: /^transport-tls: /,
      }),
      ...ntlmCases,
      log("NTLM, UTF-8", to(http, "ntlm"), ntlmAuthentication(bob), 4),
      log("NTLM, Samba", samba, ntlmAuthentication(alice), 4),
      log("NTLM in SPNEGO, Samba", samba, spnego(alice), 4),
      log("NTLM, Samba, no domain", samba, ntlmAuthentication({ user: "alice", password: "alicepw" }), 4),
      log("NTLM, Samba, wrong password", samba, ntlmAuthentication(wrong), 3, refused("NTLM")),
      ...cbtCases,
      log("nothing that both know", to(http, "basic"), ntlmAuthentication(alice), 2, {
        wanted: /^transport-auth: the server offers basic; expected NTLM/,
      }),
      ...this.#kerberosCases(to(http, "krb"), to(https384, "krb"), to(http, "negotiate"), to(https, "all")),
    ];
  }

  #kerberosCases(http: string, https: string, negotiate: string, all: string): readonly AuthCase[] {
    const module = this.#kerberos;
    if (module === undefined) return [];
    const ticket = () => kerberosAuthentication({ module });
    const noTicket = /^transport-auth: Kerberos: there is no Kerberos ticket to send/;
    const ways = [basicAuthentication(alice), ntlmAuthentication(alice), kerberosAuthentication({ module })];
    const both = (options?: OfferOptions) => strongestAuthentication(ways, options);
    const log = (
      name: string,
      endpoint: string,
      authentication: Authentication | undefined,
      more: Partial<AuthCase> = {},
    ): AuthCase => ({
      name,
      endpoint,
      authentication,
      requests: 3,
      wanted: true,
      ...more,
    });
    const bound = [...this.#cbt].map(([kind, port]) =>
      log(
        `Kerberos, channel bindings: ${kind}`,
        `https://localhost:${port}${path}`,
        ticket(),
        // The package cannot send bindings.
        kind.startsWith("require") ? { wanted: /^transport-auth: the server refused.*\(Kerberos/, requests: 4 } : {},
      ),
    );
    return [
      log("Kerberos, http", http, ticket()),
      log("Kerberos, https, SHA-384", https, ticket()),
      log("Kerberos before NTLM", negotiate, both()),
      log("Kerberos before NTLM and Basic", all, both()),
      ...bound,
      log("Kerberos, no ticket", http, ticket(), { hasNoTicket: true, wanted: noTicket, requests: 2 }),
      log("Kerberos, no ticket, and NTLM not allowed", negotiate, both(), {
        hasNoTicket: true,
        wanted: noTicket,
        requests: 2,
      }),
      log("Kerberos, no ticket, and NTLM allowed", negotiate, both({ allowDowngrade: true }), {
        hasNoTicket: true,
        requests: 4,
      }),
    ];
  }

  /** Two calls one after the other. */
  async run(each: AuthCase): Promise<AuthOutcome> {
    let sent = 0;
    const onRequest = () => {
      sent++;
    };
    const ca = readFileSync(this.#file("tls/ca.pem"));
    const transport = nodeTransport({ tls: { ca, ...each.tls } });
    const { endpoint, authentication } = each;
    const um = createUmClient({ endpoint, transport, authentication, timeout: 10_000 });
    this.#useTickets(each.hasNoTicket !== true);
    subscribe("xsdsmith:request:start", onRequest);
    const answers: string[] = [];
    for (let call = 0; call < 2; call++) {
      answers.push(await um.isUmEnabled().then(String, (error: Error) => error.message));
    }
    unsubscribe("xsdsmith:request:start", onRequest);
    await transport.close();
    return { ...each, answers, sent };
  }

  #useTickets(has: boolean): void {
    process.env["KRB5CCNAME"] = has ? `FILE:${join(this.peers.folder, "cc")}` : "FILE:/nonexistent";
  }

  #file(name: string): string {
    return join(this.peers.folder, `run/auth-${apachePort}`, name);
  }
}

/** Whether the calls ended as they should. */
export function isAsWanted({ wanted, answers, requests, sent }: AuthOutcome): boolean {
  const [first = ""] = answers;
  return sent === requests && (wanted === true ? answers.every((answer) => answer === "true") : wanted.test(first));
}

/** Sent only where the server asks for it. */
function offered(authentication: OfferedAuthentication): Authentication {
  return strongestAuthentication([authentication]);
}

function jwt(claims: object, seconds: number): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ ...claims, sub: "alice", iat: now, exp: now + seconds })}`;
  const key = "jwt-shared-secret-0123456789abcdef";
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

function kinit(principal: string, password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("kinit", [principal], { stdio: ["pipe", "ignore", "ignore"] });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`kinit ended with ${code}`))));
    child.stdin.end(`${password}\n`);
  });
}
