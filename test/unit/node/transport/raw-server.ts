import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

/** One request as it came over a connection. */
export interface RawRequest {
  readonly head: string;
  readonly body: string;
}

export interface RawServer {
  readonly port: number;
  readonly requests: readonly RawRequest[];
  /** How many connections there were. */
  readonly connections: number;
  /** Those that are open. */
  readonly open: number;
  close(): Promise<void>;
}

/** A server that reads requests with a Content-Length, and answers each as it is told, byte for byte. */
export async function startRawServer(
  answer: (request: RawRequest, socket: Socket, index: number) => string | Uint8Array | undefined,
  tls?: TlsOptions,
): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    let pending = "";
    socket.on("data", (data) => {
      pending += data.toString("latin1");
      for (;;) {
        const end = pending.indexOf("\r\n\r\n") + 4;
        if (end < 4) return;
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(pending.slice(0, end))?.[1] ?? 0);
        if (pending.length < end + length) return;
        const request = { head: pending.slice(0, end), body: pending.slice(end, end + length) };
        pending = pending.slice(end + length);
        requests.push(request);
        const bytes = answer(request, socket, requests.length - 1);
        if (bytes !== undefined) socket.write(bytes);
      }
    });
  };
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** An HTTP/1.1 response with a Content-Length. */
export function http(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ "Content-Length": String(Buffer.byteLength(body)), ...headers });
  return `HTTP/1.1 ${status} X\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
