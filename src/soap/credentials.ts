import { TransportError, type TransportRequest } from "./transport.js";

/** Who calls, for `basicAuthentication`. */
export interface BasicCredentials {
  /** Without a colon; a domain goes before it: `DOMAIN\user` or `user@domain`. */
  readonly user: string;
  readonly password: string;
}

/**
 * The value of the header `authorization` for Basic authentication (RFC 7617), in UTF-8.
 *
 * @throws TypeError for credentials that the scheme cannot carry
 */
export function basicAuthorization({ user, password }: BasicCredentials): string {
  if (typeof user !== "string" || typeof password !== "string") throw new TypeError("user and password are strings");
  if (user.includes(":")) throw new TypeError("a user name of Basic authentication has no colon");
  // RFC 7617, 2: neither may hold control characters.
  if (/[\0-\x1f\x7f-\x9f]/.test(user + password)) throw new TypeError("user and password have no control characters");
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

const credentialHeaders = ["authorization", "proxy-authorization", "cookie"];

/** Whether a request would send credentials that anyone on the way can read. */
function exposesCredentials(url: string, headers: Readonly<Record<string, string>>): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || isLoopback(hostname)) return false;
  return credentialHeaders.some((name) => headers[name] !== undefined);
}

/**
 * The last look at a request before it is sent.
 *
 * @param isConfidential - whether its body is a secret as well
 * @throws {@link TransportError} `transport-insecure` for credentials that anyone on the way could read
 */
export function refuseExposed({ url, headers }: TransportRequest, isConfidential: boolean): void {
  if (!exposesCredentials(url, isConfidential ? { authorization: "" } : headers)) return;
  const reason = "credentials are not sent over http to another machine; the option allowInsecureCredentials allows it";
  throw new TransportError("transport-insecure", reason);
}

/** `hostname` as URL gives it: addresses are in their canonical form. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}
