import { type BasicCredentials, basicAuthorization } from "../../soap/credentials.js";
import type { AuthenticationScheme } from "./scheme.js";

/**
 * Basic authentication (RFC 7617) for {@link authenticate}: sent only to servers that ask for it.
 *
 * @throws TypeError for credentials that the scheme cannot carry
 */
export function basic(credentials: BasicCredentials): AuthenticationScheme {
  const token = basicAuthorization(credentials).slice("Basic ".length);
  return {
    name: "Basic",
    strength: 1,
    offeredAs: ["basic"],
    bindsConnection: false,
    sendsPassword: true,
    start() {
      let isSent = false;
      return {
        async next() {
          if (isSent) return undefined;
          isSent = true;
          return token;
        },
        async finish() {
          // Basic has no proof of the server.
        },
      };
    },
  };
}
