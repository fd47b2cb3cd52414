import { channel } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Client, Dispatcher, Pool } from "undici";
import type { TransportConnection } from "../../soap.js";
import { serverEndPoint } from "./channel-binding.js";
import { connect, type Target } from "./connect.js";
import { ConnectionDemand } from "./connection-demand.js";
import type { HttpProxy } from "./proxy.js";
import type { TlsOptions } from "./tls-options.js";

export interface ConnectionsOptions {
  readonly undici: typeof import("undici");
  readonly tls: TlsOptions;
  readonly proxyFor: (url: URL) => HttpProxy | undefined;
  readonly connectTimeout: number;
  readonly idleTimeout: number;
  readonly keepAlive: number;
  readonly perOrigin: number;
}

/** Where a request is to be dispatched, and under which path. */
export interface Route {
  readonly dispatcher: Dispatcher;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** To be called before the request is dispatched; what it returns, when the response has been read. */
  enter(): () => void;
  /** What lies behind an error of the dispatcher. */
  explain(error: unknown): unknown;
  /** The connection of a pinned request; to be asked when the response is there. */
  connection(): TransportConnection | undefined;
}

interface Pooled {
  readonly dispatcher: Pool;
  readonly demand: ConnectionDemand;
}

interface Pinned {
  readonly origin: string;
  readonly demand: ConnectionDemand;
  readonly client: Client;
  connection: TransportConnection | undefined;
}

/** All connections of a transport. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #pools = new Map<string, Pooled>();
  readonly #pins = new WeakMap<object, Pinned>();
  /** Clients of pins that have a socket. */
  readonly #connected = new Set<Client>();
  readonly #sockets = new Set<Socket>();
  /** TLS alerts by the local port of their connection: undici forgets them when the connection ends. */
  readonly #alerts = new Map<number | undefined, Error>();
  readonly #onOpen = channel("xsdsmith:connection:open");
  readonly #onClose = channel("xsdsmith:connection:close");
  #lastId = 0;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** How many sockets are open or opening. */
  get size(): number {
    return this.#sockets.size;
  }

  route(url: URL, pin: object | undefined): Route {
    const proxy = this.#options.proxyFor(url);
    const path = url.pathname + url.search;
    const explain = (error: unknown) => this.#alerts.get(localPortOf(error)) ?? error;
    if (pin !== undefined) {
      const pinned = this.#pinned(pin, url, proxy);
      const { client: dispatcher, demand } = pinned;
      return {
        dispatcher,
        path,
        headers: {},
        enter: () => demand.enter(),
        explain,
        connection: () => pinned.connection,
      };
    }
    const isTunnel = url.protocol === "https:";
    const target = proxy === undefined || isTunnel ? targetOf(url, proxy) : { ...proxy, proxy: undefined };
    const { dispatcher, demand } = this.#pool(url.origin, target);
    const enter = () => demand.enter();
    const route = { dispatcher, path, headers: {}, enter, explain, connection: () => undefined };
    if (proxy === undefined || isTunnel) return route;
    // RFC 9112, 3.2.2: a proxy of http is sent the whole URL.
    const headers = proxy.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization };
    return { ...route, path: url.origin + path, headers };
  }

  /** Ends every connection, also those in use. */
  async close(): Promise<void> {
    const clients = [...[...this.#pools.values()].map(({ dispatcher }) => dispatcher), ...this.#connected];
    this.#pools.clear();
    await Promise.all(clients.map((client) => client.destroy()));
    for (const socket of this.#sockets) socket.destroy();
  }

  #pool(origin: string, target: Target): Pooled {
    let pooled = this.#pools.get(origin);
    if (pooled === undefined) {
      const demand = new ConnectionDemand();
      const options = { ...this.#clientOptions(target, demand), connections: this.#options.perOrigin };
      pooled = { dispatcher: new this.#options.undici.Pool(origin, options), demand };
      this.#pools.set(origin, pooled);
    }
    return pooled;
  }

  /** A tunnel even for http: other proxies share their connections to a server between clients. */
  #pinned(pin: object, url: URL, proxy: HttpProxy | undefined): Pinned {
    const known = this.#pins.get(pin);
    if (known !== undefined && known.origin === url.origin && !known.client.destroyed) return known;
    const onConnect = (socket: Socket) => {
      const channelBinding = socket instanceof TLSSocket ? bindingOf(socket) : undefined;
      pinned.connection = { id: ++this.#lastId, channelBinding };
    };
    const demand = new ConnectionDemand();
    const options = this.#clientOptions(targetOf(url, proxy), demand, onConnect);
    const client = new this.#options.undici.Client(url.origin, options);
    client.on("connect", () => this.#connected.add(client));
    client.on("disconnect", () => this.#connected.delete(client));
    const pinned: Pinned = { origin: url.origin, demand, client, connection: undefined };
    this.#pins.set(pin, pinned);
    return pinned;
  }

  #clientOptions(target: Target, demand: ConnectionDemand, onConnect?: (socket: Socket) => void): Client.Options {
    const { tls, connectTimeout: timeout, idleTimeout, keepAlive } = this.#options;
    return {
      pipelining: 1,
      keepAliveTimeout: keepAlive,
      keepAliveMaxTimeout: Math.max(keepAlive, 600_000),
      headersTimeout: idleTimeout,
      bodyTimeout: idleTimeout,
      connect: (_options, callback) => {
        const onSocket = (socket: Socket) => this.#track(socket, target);
        demand
          .connect((signal) => connect(target, { tls, timeout, signal, onSocket }))
          .then(
            (socket) => {
              onConnect?.(socket);
              if (socket instanceof TLSSocket) this.#listen(socket);
              callback(null, socket);
            },
            (error: Error) => callback(error, null),
          );
      },
    };
  }

  /** With TLS 1.3, a server refuses the client's certificate when the handshake is over for the client. */
  #listen(socket: TLSSocket): void {
    const port = socket.localPort;
    socket.once("error", (error) => {
      if (!("code" in error && String(error.code).startsWith("ERR_SSL_"))) return;
      this.#alerts.set(port, error);
      socket.once("close", () => setImmediate(() => this.#alerts.delete(port)));
    });
  }

  #track(socket: Socket, { protocol, hostname, port }: Target): void {
    const origin = `${protocol}//${hostname}:${port}`;
    this.#sockets.add(socket);
    if (this.#onOpen.hasSubscribers) this.#onOpen.publish({ origin, open: this.#sockets.size });
    socket.once("close", () => {
      this.#sockets.delete(socket);
      if (this.#onClose.hasSubscribers) this.#onClose.publish({ origin, open: this.#sockets.size });
    });
  }
}

function targetOf({ protocol, hostname, port }: URL, proxy: HttpProxy | undefined): Target {
  const standard = protocol === "https:" ? 443 : 80;
  return {
    protocol,
    hostname: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port === "" ? standard : Number(port),
    proxy,
  };
}

function bindingOf(socket: TLSSocket): Uint8Array | undefined {
  const certificate = socket.getPeerX509Certificate();
  return certificate === undefined ? undefined : serverEndPoint(certificate.raw);
}

/** undici tells the ports of a connection that failed. */
function localPortOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("socket" in error)) return undefined;
  const { socket } = error;
  const hasPort = typeof socket === "object" && socket !== null && "localPort" in socket;
  return hasPort && typeof socket.localPort === "number" ? socket.localPort : undefined;
}
