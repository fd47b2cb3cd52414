import type { ServiceDescriptor } from "../schema/services.js";
import { refuseUnknown } from "../text/unknown-option.js";
import { type ClientCore, newClient } from "./client.js";
import type { Client, ClientOptions } from "./client-options.js";
import { fastLayer } from "./fast-layer.js";
import { headerSupport } from "./soap-headers.js";

const core: ClientCore = { layer: fastLayer, headers: headerSupport, refuse: refuseUnknown };

/**
 * Makes a client of a service: an object with a method for each operation.
 *
 * @throws TypeError for what is no service, and for options that are unknown or cannot be met
 */
export function createClient<Operations extends object>(
  service: ServiceDescriptor<Operations>,
  options: ClientOptions,
): Client<Operations> {
  return newClient(core, service, options);
}
