import { refuseUnknown } from "../text/unknown-option.js";
import type { Handler } from "./handler-options.js";

/** Which pages of other origins may call, and with what (Fetch, 3.2). */
export interface CorsOptions {
  /** The origins whose pages may call (`https://app.example.com`), or `*` for any. */
  readonly origins: "*" | readonly string[];
  /** HTTP headers that requests may have besides those of SOAP, such as `authorization`. */
  readonly requestHeaders?: readonly string[] | undefined;
  /** Whether pages may send cookies and the like; only with named origins. The default is false. */
  readonly credentials?: boolean | undefined;
  /** How long a browser may remember the permission, in seconds. The default is 600. */
  readonly maxAge?: number | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  origins: 0,
  requestHeaders: 0,
  credentials: 0,
  maxAge: 0,
} satisfies Record<keyof CorsOptions, 0>);

/**
 * Lets pages of other origins call a handler (Fetch, CORS protocol).
 *
 * @throws TypeError for credentials that any origin may send
 */
export function withCors(handler: Handler, options: CorsOptions): Handler {
  refuseUnknown("withCors", options, optionNames);
  const { origins, requestHeaders = [], credentials = false, maxAge = 600 } = options;
  if (origins === "*" && credentials) throw new TypeError("credentials need the names of the origins");
  const allowed = ["content-type", "soapaction", ...requestHeaders].join(", ");
  return async (request) => {
    const origin = request.headers.get("origin");
    const isAllowed = origin !== null && (origins === "*" || origins.includes(origin));
    const isPreflight = request.method === "OPTIONS" && request.headers.has("access-control-request-method");
    const response = isPreflight ? new Response(null, { status: 204 }) : await handler(request);
    const headers = new Headers(response.headers);
    if (origins !== "*") headers.append("vary", "origin");
    if (isAllowed) {
      headers.set("access-control-allow-origin", origins === "*" ? "*" : origin);
      if (credentials) headers.set("access-control-allow-credentials", "true");
      if (isPreflight) {
        headers.set("access-control-allow-methods", "POST");
        headers.set("access-control-allow-headers", allowed);
        headers.set("access-control-max-age", String(maxAge));
      }
    }
    return new Response(response.body, { status: response.status, headers });
  };
}
