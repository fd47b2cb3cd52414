import { TransportError, type TransportResponse } from "../../soap.js";

/** How many redirects of one request are followed. */
export const mostRedirects = 5;

/**
 * Where a response sends the request, if it does so as it is to be followed: with the same method and body (307, 308), to
 * the same origin.
 *
 * @throws {@link TransportError} `transport-redirect` for another redirect
 */
export function redirectTarget(url: URL, { status, headers }: TransportResponse): URL | undefined {
  if (status < 300 || status > 399 || status === 304) return undefined;
  const refuse = (reason: string) =>
    new TransportError("transport-redirect", `the server redirects the request (HTTP status ${status}) ${reason}`, {
      status,
      headers,
    });
  const location = headers.get("location");
  if (location === null || location === "" || !URL.canParse(location, url.href)) throw refuse("to no valid URL");
  const target = new URL(location, url);
  if (target.origin !== url.origin) throw refuse("to another origin, which is not followed");
  if (status !== 307 && status !== 308) throw refuse("with another method, which is not followed");
  return target;
}
