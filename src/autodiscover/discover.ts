import { XmlError } from "../errors.js";
import { type Authentication, checkAuthentication } from "../soap/authentication.js";
import { startDeadline } from "../soap/deadline.js";
import { decodeLeniently } from "../soap/decode-body.js";
import { parseMediaType } from "../soap/media-type.js";
import { type Transport, TransportError, type TransportRequest, type TransportResponse } from "../soap/transport.js";
import { excerptOf } from "../text/excerpt.js";
import { AutodiscoverError, type DiscoveryAttempt } from "./autodiscover-error.js";
import { type DiscoveredProtocol, type DiscoveryAnswer, readAnswer, writeRequest } from "./message.js";

/** A record of DNS (RFC 2782). */
export interface ServiceRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** Who asks, and which servers are trusted. */
export interface DiscoverOptions {
  /** How to log in; sent over https only, and only to hosts that are trusted. */
  readonly authentication?: Authentication | undefined;
  /** Endpoints to ask first, such as those of service connection points. They are trusted. */
  readonly endpoints?: readonly string[] | undefined;
  /**
   * Whether credentials may go to a host that a redirect or DNS names. Hosts in the domain of the address, and below it,
   * are trusted without it; others are not.
   */
  readonly trust?: ((url: URL) => boolean | Promise<boolean>) | undefined;
  /** Which URLs are wanted where a server gives several; the default is those from outside the organisation. */
  readonly prefer?: "external" | "internal" | undefined;
  /** For all together, in milliseconds. The default is 60,000. */
  readonly timeout?: number | undefined;
  /** For each endpoint, in milliseconds: some names lead nowhere. The default is 15,000. */
  readonly endpointTimeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The names of the options; the compiler sees to it that none is missing. */
export const discoverOptions: Readonly<Record<keyof DiscoverOptions, 0>> = {
  authentication: 0,
  endpoints: 0,
  trust: 0,
  prefer: 0,
  timeout: 0,
  endpointTimeout: 0,
  signal: 0,
};

/** What {@link discoverOver} needs beside the options. */
export interface DiscoverMeans {
  readonly transport: Transport;
  /** Asks DNS for SRV records; the last resort is left out without it. */
  readonly resolveService?: ((name: string) => Promise<readonly ServiceRecord[]>) | undefined;
}

/** Where the services of a mailbox are. */
export interface DiscoveredServices {
  /** Of the UM web service; `undefined` where the mailbox has none. */
  readonly umUrl: string | undefined;
  /** Of Exchange Web Services. */
  readonly ewsUrl: string | undefined;
  readonly displayName: string | undefined;
  readonly smtpAddress: string | undefined;
  /** All that the server told, also what is not over https. */
  readonly protocols: readonly DiscoveredProtocol[];
  /** Who told. */
  readonly endpoint: string;
}

/** [MS-OXDSCLI] 3.1.5: more are a loop. */
const mostRedirects = 10;

/** Credentials that two servers refused are wrong, or these are the wrong servers. */
const mostRefusals = 2;

const longestAnswer = 1_000_000;

const untrusted = "the host is not trusted; the option trust allows it";

interface Search {
  readonly options: DiscoverOptions;
  readonly means: DiscoverMeans;
  readonly signal: AbortSignal;
  /** The domain whose hosts are trusted. */
  readonly domain: string;
  readonly attempts: DiscoveryAttempt[];
  readonly asked: Set<string>;
  redirects: number;
}

/**
 * Finds the services of a mailbox by POX Autodiscover ([MS-OXDSCLI]): asks the endpoints given, then
 * `https://domain/autodiscover/autodiscover.xml`, then the same at `autodiscover.domain`; then where
 * `http://autodiscover.domain` redirects to, asked without credentials; then what DNS names.
 *
 * @throws {@link AutodiscoverError} where none gives the settings, TypeError for what is no address and for options that
 * cannot be met
 */
export async function discoverOver(
  means: DiscoverMeans,
  email: string,
  options: DiscoverOptions = {},
): Promise<DiscoveredServices> {
  for (const endpoint of options.endpoints ?? []) {
    if (!/^https:\/\//i.test(endpoint) || !URL.canParse(endpoint)) throw new TypeError("an endpoint is an https URL");
  }
  if (means.transport.authenticates === true) {
    // It would log in wherever a server or DNS leads.
    throw new TypeError(
      "discover decides who gets the credentials: authentication is given to it, not to the transport",
    );
  }
  checkAuthentication(options.authentication, means.transport);
  const deadline = startDeadline(options.timeout ?? 60_000, options.signal);
  const { signal } = deadline;
  const search: Search = {
    options,
    means,
    signal,
    domain: domainOf(email),
    attempts: [],
    asked: new Set(),
    redirects: 0,
  };
  try {
    return await deadline.race(searchFor(email, search));
  } finally {
    deadline.end();
  }
}

async function searchFor(email: string, search: Search): Promise<DiscoveredServices> {
  for await (const url of candidates(email, search)) {
    const found = await follow(email, url, search);
    search.signal.throwIfAborted();
    if (found !== undefined) return found;
    const refused = search.attempts.filter(({ error }) => error.code === "transport-auth").length;
    if (refused >= mostRefusals) throw new AutodiscoverError("the credentials were refused", search.attempts);
  }
  throw new AutodiscoverError("no endpoint gave the settings", search.attempts);
}

/** The endpoints in their order, each found when those before it have failed. */
async function* candidates(email: string, search: Search): AsyncGenerator<URL> {
  const domain = domainOf(email);
  for (const endpoint of search.options.endpoints ?? []) yield new URL(endpoint);
  for (const host of [domain, `autodiscover.${domain}`]) {
    // An address that a server named may be of a domain that the credentials are not for.
    const url = new URL(`https://${host}/autodiscover/autodiscover.xml`);
    if (await mayGoTo(url, search)) yield url;
    else note(url, untrusted, search);
  }
  const redirected = await askForRedirect(
    new URL(`http://autodiscover.${domain}/autodiscover/autodiscover.xml`),
    search,
  );
  if (redirected !== undefined) yield redirected;
  const records = await search.means.resolveService?.(`_autodiscover._tcp.${domain}`).catch(() => []);
  const sorted = [...(records ?? [])].sort((one, other) => one.priority - other.priority || other.weight - one.weight);
  for (const { name, port } of sorted.slice(0, 5)) {
    const host = `https://${name.replace(/\.$/, "")}${port === 443 ? "" : `:${port}`}`;
    if (!URL.canParse(host)) continue;
    const url = new URL("/autodiscover/autodiscover.xml", host);
    if (await mayGoTo(url, search)) yield url;
  }
}

/** Asks an endpoint and those that it names; `undefined` where that leads nowhere, which is noted. */
async function follow(email: string, start: URL, search: Search): Promise<DiscoveredServices | undefined> {
  let url = start;
  for (;;) {
    const key = `${email} ${url.href}`;
    if (search.asked.has(key)) return undefined;
    search.asked.add(key);
    const outcome = await askEndpoint(email, url, search);
    if (outcome === undefined) return undefined;
    if (outcome instanceof URL) {
      if (!(await mayFollow(url, outcome, search))) return undefined;
      url = outcome;
    } else if (outcome.kind === "redirectAddress") {
      if (++search.redirects > mostRedirects) return note(url, "there are too many redirects", search);
      if (!isAddress(outcome.email)) return note(url, "the server names something that is no address", search);
      return searchFor(outcome.email, search);
    } else return toServices(outcome, url, search.options);
  }
}

/** The settings, the URL or the address to ask instead; `undefined` for a failure, which is noted. */
async function askEndpoint(
  email: string,
  url: URL,
  search: Search,
): Promise<URL | Extract<DiscoveryAnswer, { kind: "settings" | "redirectAddress" }> | undefined> {
  let response: TransportResponse;
  try {
    response = await post(url, writeRequest(email), search);
    if (response.status >= 300 && response.status < 400) return locationOf(response, url);
    if (response.status !== 200) throw statusError(response);
    const { charset } = parseMediaType(response.headers.get("content-type"));
    const answer = readAnswer(response.body, charset);
    if (answer.kind === "redirectUrl") return new URL(answer.url);
    if (answer.kind === "settings" || answer.kind === "redirectAddress") return answer;
    const reason =
      answer.kind === "error" ? `the server answers with error ${answer.code}: ${answer.message}` : undefined;
    return note(url, excerptOf(reason ?? "the answer holds no settings"), search);
  } catch (error) {
    if (search.signal.aborted) throw error;
    if (!(error instanceof XmlError)) return note(url, "the server names something that is no URL", search);
    search.attempts.push({ url: shown(url), error });
    return undefined;
  }
}

async function post(url: URL, body: string, { options, means, signal }: Search): Promise<TransportResponse> {
  const deadline = startDeadline(options.endpointTimeout ?? 15_000, signal);
  const request: TransportRequest = {
    url: url.href,
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8", accept: "text/xml" },
    body,
    signal: deadline.signal,
    deadline: deadline.at,
    maxResponseLength: longestAnswer,
  };
  const { transport } = means;
  try {
    return await deadline.race(options.authentication?.send(request, transport) ?? transport(request));
  } finally {
    deadline.end();
  }
}

/** A GET without credentials, of which only the redirect counts. */
async function askForRedirect(url: URL, search: Search): Promise<URL | undefined> {
  const deadline = startDeadline(search.options.endpointTimeout ?? 15_000, search.signal);
  try {
    const limits = { signal: deadline.signal, maxResponseLength: longestAnswer };
    const request = { url: url.href, method: "GET", headers: {}, body: "", ...limits } as const;
    const response = await deadline.race(search.means.transport(request));
    if (response.status < 300 || response.status > 399) throw statusError(response);
    const target = locationOf(response, url);
    return (await mayFollow(url, target, search)) ? target : undefined;
  } catch (error) {
    if (search.signal.aborted) throw error;
    if (error instanceof XmlError) search.attempts.push({ url: shown(url), error });
    return undefined;
  } finally {
    deadline.end();
  }
}

async function mayFollow(from: URL, to: URL, search: Search): Promise<boolean> {
  if (++search.redirects > mostRedirects) return note(from, "there are too many redirects", search) ?? false;
  if (await mayGoTo(to, search)) return true;
  return (
    note(from, `the server redirects to ${shown(to)}, which is not trusted; the option trust allows it`, search) ??
    false
  );
}

/** Credentials go over https to a host in the address's domain, or to one that the caller trusts. */
async function mayGoTo(url: URL, { domain, options }: Search): Promise<boolean> {
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
  if (url.hostname === domain || url.hostname.endsWith(`.${domain}`)) return true;
  return (await options.trust?.(url)) === true;
}

function toServices(
  { displayName, smtpAddress, protocols }: Extract<DiscoveryAnswer, { kind: "settings" }>,
  url: URL,
  { prefer = "external" }: DiscoverOptions,
): DiscoveredServices {
  const order = prefer === "external" ? ["EXPR", "EXHTTP", "EXCH"] : ["EXCH", "EXPR", "EXHTTP"];
  const pick = (name: "umUrl" | "ewsUrl") =>
    order
      .flatMap((type) => protocols.filter((protocol) => protocol.type === type).map((protocol) => protocol[name]))
      .find((found) => found !== undefined && URL.canParse(found) && new URL(found).protocol === "https:");
  return { umUrl: pick("umUrl"), ewsUrl: pick("ewsUrl"), displayName, smtpAddress, protocols, endpoint: shown(url) };
}

function locationOf(response: TransportResponse, url: URL): URL {
  const location = response.headers.get("location");
  if (location === null || !URL.canParse(location, url)) throw statusError(response);
  return new URL(location, url);
}

function statusError({ status, headers, body }: TransportResponse): TransportError {
  const code =
    status === 401 ? "transport-auth" : status >= 300 && status < 400 ? "transport-redirect" : "transport-status";
  const excerpt = excerptOf(decodeLeniently(body.subarray(0, 4000), undefined));
  return new TransportError(code, `the server answered with HTTP status ${status}`, { status, headers, excerpt });
}

function note(url: URL, reason: string, search: Search): undefined {
  search.attempts.push({ url: shown(url), error: new XmlError("um-autodiscover", reason) });
  return undefined;
}

function shown({ origin, pathname }: URL): string {
  return origin + pathname;
}

function isAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@/?#:\\[\]]+$/.test(email) && URL.canParse(`https://${email.slice(email.indexOf("@") + 1)}/`);
}

function domainOf(email: string): string {
  if (!isAddress(email)) throw new TypeError("the email address is not one: expected user@domain");
  return new URL(`https://${email.slice(email.indexOf("@") + 1)}/`).hostname;
}
