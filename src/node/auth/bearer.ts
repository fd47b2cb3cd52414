import { askForToken, type TokenRequest } from "../../soap/authentication.js";
import type { AuthenticationScheme } from "./scheme.js";

/**
 * A bearer token (RFC 6750) for {@link authenticate}: sent only to servers that ask for one. Where the server refuses what
 * the function gave, it is asked once more.
 *
 * @param token - asked for it before each request
 */
export function bearer(token: (request: TokenRequest) => string | Promise<string>): AuthenticationScheme {
  return {
    name: "Bearer",
    strength: 3,
    offeredAs: ["bearer"],
    bindsConnection: false,
    sendsPassword: false,
    start({ signal }) {
      let sent: string | undefined;
      let step = 0;
      return {
        async next() {
          if (step === 2) return undefined;
          const refresh = step++ === 1;
          const given = await askForToken(() => token({ refresh, signal }));
          if (given === sent) return undefined;
          sent = given;
          return given;
        },
        async finish() {
          // A token is no proof of the server.
        },
      };
    },
  };
}
