import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { ConnectError, type ConnectStage } from "./connect-error.js";
import { openTunnel } from "./open-tunnel.js";
import type { HttpProxy } from "./proxy.js";
import { type TlsOptions, toConnectionOptions } from "./tls-options.js";

/** Where a connection is to lead, and how. */
export interface Target {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number;
  /** Through a tunnel of this proxy. */
  readonly proxy: HttpProxy | undefined;
}

export interface ConnectOptions {
  readonly tls: TlsOptions;
  /** For the whole way to the server, in milliseconds. */
  readonly timeout: number;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
  /** Told of each socket as soon as there is one, connected or not. */
  readonly onSocket: (socket: Socket) => void;
}

/**
 * Opens a connection: to the host or its proxy, through the tunnel, into TLS.
 *
 * @throws {@link ConnectError}
 */
export async function connect(target: Target, options: ConnectOptions): Promise<Socket | TLSSocket> {
  let stage: ConnectStage = "connect";
  let socket: Socket | undefined;
  let end: ConnectError | undefined;
  const giveUp = (error: ConnectError) => {
    end = error;
    socket?.destroy(error);
  };
  const timer = setTimeout(() => {
    giveUp(new ConnectError(stage, `no connection within ${options.timeout} ms`, { isTimeout: true }));
  }, options.timeout);
  const onAbort = () => giveUp(new ConnectError(stage, "nobody waits for the connection"));
  options.signal.addEventListener("abort", onAbort, { once: true });
  try {
    const first = target.proxy ?? target;
    socket = connectTcp({ host: first.hostname, port: first.port, noDelay: true, keepAlive: true });
    options.onSocket(socket);
    await until(socket, "connect");
    if (target.proxy !== undefined) {
      stage = "proxy";
      if (target.proxy.protocol === "https:")
        socket = await secure(socket, target.proxy.hostname, { ca: options.tls.ca });
      await openTunnel(socket, target.proxy, target);
    }
    if (target.protocol === "https:") {
      stage = "tls";
      socket = await secure(socket, target.hostname, options.tls);
    }
    return socket;
  } catch (cause) {
    socket?.destroy();
    if (end !== undefined) throw end;
    if (cause instanceof ConnectError) throw cause;
    throw new ConnectError(stage, cause instanceof Error ? cause.message : "unknown failure", { cause });
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener("abort", onAbort);
  }
}

async function secure(socket: Socket, hostname: string, options: TlsOptions): Promise<TLSSocket> {
  const name = options.servername ?? hostname;
  // RFC 6066, 3: no addresses in server_name; the certificate is checked against the address all the same.
  const servername = isIP(name) === 0 ? name : "";
  const secured = connectTls({ ...toConnectionOptions(options), socket, servername, host: name });
  // The timer of the connection ends the socket below.
  socket.once("close", () => secured.destroy());
  await until(secured, "secureConnect");
  return secured;
}

function until(socket: Socket, event: "connect" | "secureConnect"): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => () => {
      socket.off(event, onEvent).off("error", onError).off("close", onClose);
      end();
    };
    const onEvent = settle(resolve);
    const onError = (error: Error) => settle(() => reject(error))();
    const onClose = settle(() => reject(new Error("the connection was closed before it was ready")));
    socket.on(event, onEvent).on("error", onError).on("close", onClose);
    // Errors that come after the outcome belong to nobody.
    socket.on("error", () => undefined);
  });
}
