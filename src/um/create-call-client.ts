import { createUmClient, type UmClient, type UmClientOptions } from "./client.js";
import { createEwsPhoneClient, type EwsPhoneClient, type EwsPhoneClientOptions } from "./ews-client.js";

/** Either client; `service` tells which. */
export type AnyCallClient = UmClient | EwsPhoneClient;

/** The options of either client, and which it is to be. */
export type AnyCallClientOptions =
  | (UmClientOptions & { readonly service: "um" })
  | (EwsPhoneClientOptions & { readonly service: "ews" });

/**
 * Makes a client of the service that the options name: for programs that learn only at run time which one a mailbox has.
 *
 * @throws TypeError for options that cannot be met
 */
export function createCallClient(options: AnyCallClientOptions): AnyCallClient {
  switch (options.service) {
    case "um":
      return createUmClient(withoutService(options));
    case "ews":
      return createEwsPhoneClient(withoutService(options));
    default:
      throw new TypeError('the service is "um" or "ews"');
  }
}

function withoutService<T extends { readonly service: string }>({
  service: _service,
  ...options
}: T): Omit<T, "service"> {
  return options;
}
