export { type Listener, type ListenOptions, listen } from "./listen.js";
export { type NodeTransport, type NodeTransportOptions, nodeTransport } from "./transport/node-transport.js";
export type { ProxyOption } from "./transport/proxy.js";
export type { RequestEvent } from "./transport/request-events.js";
export type { TlsOptions } from "./transport/tls-options.js";
