import { TransportError } from "../../soap.js";

let loading: Promise<typeof import("undici")> | undefined;

/**
 * The package that speaks HTTP. It is optional, so it is loaded when it is needed.
 *
 * @throws {@link TransportError} where it is not installed
 */
export function loadUndici(): Promise<typeof import("undici")> {
  loading ??= import("undici").catch((cause: unknown) => {
    loading = undefined;
    throw new TransportError("transport-failed", "nodeTransport needs the package undici: npm install undici", {
      cause,
      unsent: true,
    });
  });
  return loading;
}
