import { refuseUnknown } from "../text/unknown-option.js";
import { type OfferedAuthentication, withAuthorization } from "./authentication.js";
import { type BasicCredentials, basicAuthorization } from "./credentials.js";
import { defaultRefusalPause, PasswordGuard } from "./password-guard.js";

/** What happens after the server refused the credentials. */
export interface BasicOptions {
  /** How long the credentials are not sent after the server refused them, in milliseconds. The default is 900,000. */
  readonly refusalPause?: number | undefined;
}

/**
 * Basic authentication (RFC 7617) with the UTF-8 encoding, sent with every request. Until the server has accepted the
 * credentials, calls wait for each other; once it has refused them, they are not sent for a while, so that no account is
 * locked.
 *
 * @throws TypeError for credentials that the scheme cannot carry
 */
export function basicAuthentication(credentials: BasicCredentials, options: BasicOptions = {}): OfferedAuthentication {
  refuseUnknown(
    "basicAuthentication",
    options,
    Object.keys({ refusalPause: 0 } satisfies Record<keyof BasicOptions, 0>),
  );
  const { refusalPause = defaultRefusalPause } = options;
  const authorization = basicAuthorization(credentials);
  const guards = new Map<string, PasswordGuard>();
  return {
    name: "Basic",
    scheme: {
      name: "Basic",
      strength: 1,
      offeredAs: ["basic"],
      bindsConnection: false,
      sendsPassword: true,
      start() {
        let unsent: string | undefined = authorization.slice("Basic ".length);
        return {
          async next() {
            const token = unsent;
            unsent = undefined;
            return token;
          },
        };
      },
    },
    async send(request, next) {
      const { origin } = new URL(request.url);
      const guard = guards.get(origin) ?? new PasswordGuard(refusalPause);
      guards.set(origin, guard);
      guard.check();
      const { response } = await guard.attempt(request.signal, Number.POSITIVE_INFINITY, async () => {
        const answer = await next(withAuthorization(request, authorization));
        return { accepted: answer.status !== 401, response: answer };
      });
      return response;
    },
  };
}
