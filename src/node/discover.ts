import { resolveSrv } from "node:dns/promises";
import {
  type DiscoveredServices,
  type DiscoverOptions,
  discoverOptions,
  discoverOver,
} from "../autodiscover/discover.js";
import type { Transport } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import { nodeTransport } from "./transport/node-transport.js";

/** The same, with a transport of Node.js. */
export interface NodeDiscoverOptions extends DiscoverOptions {
  /** The default is a {@link nodeTransport} that is closed at the end. */
  readonly transport?: Transport | undefined;
}

const nodeDiscoverOptions = (): Record<keyof NodeDiscoverOptions, 0> => ({
  ...discoverOptions,
  transport: 0,
});

/**
 * Finds the UM and EWS URLs of a mailbox by Autodiscover. Credentials go over https only, and to no host outside the
 * address's domain that is not trusted by name.
 *
 * @throws {@link AutodiscoverError} where no endpoint gives the settings, TypeError for what is no address
 */
export async function discover(email: string, options: NodeDiscoverOptions = {}): Promise<DiscoveredServices> {
  refuseUnknown("discover", options, Object.keys(nodeDiscoverOptions()));
  const { transport } = options;
  if (transport !== undefined) return discoverOver({ transport, resolveService: resolveSrv }, email, options);
  const own = nodeTransport();
  try {
    return await discoverOver({ transport: own, resolveService: resolveSrv }, email, options);
  } finally {
    await own.close();
  }
}
