import type { Socket } from "node:net";
import { ConnectError } from "./connect-error.js";
import type { HttpProxy } from "./proxy.js";

/** Longest head of a proxy's answer, in bytes. */
const longestHead = 16_384;

/**
 * Asks a proxy for a tunnel (RFC 9110, 9.3.6).
 *
 * @throws {@link ConnectError} where it refuses, or answers with something else than HTTP
 */
export async function openTunnel(
  socket: Socket,
  proxy: HttpProxy,
  target: { readonly hostname: string; readonly port: number },
): Promise<void> {
  const host = target.hostname.includes(":") ? `[${target.hostname}]` : target.hostname;
  const lines = [`CONNECT ${host}:${target.port} HTTP/1.1`, `Host: ${host}:${target.port}`];
  if (proxy.authorization !== undefined) lines.push(`Proxy-Authorization: ${proxy.authorization}`);
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  const [, status] = /^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(await readHead(socket)) ?? [];
  if (status === undefined) throw new ConnectError("proxy", "the proxy's answer is not HTTP");
  if (!status.startsWith("2")) {
    throw new ConnectError("proxy", `the proxy answered with HTTP status ${status}`, { status: Number(status) });
  }
}

/** Reads up to the empty line, and leaves what comes after it in the socket. */
function readHead(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const end = (settle: () => void) => {
      socket.off("readable", onReadable).off("error", onError).off("close", onClose);
      settle();
    };
    const onError = (error: Error) => end(() => reject(error));
    const onClose = () => end(() => reject(new Error("the proxy closed the connection")));
    const onReadable = () => {
      for (let chunk = socket.read() as Buffer | null; chunk !== null; chunk = socket.read() as Buffer | null) {
        head = Buffer.concat([head, chunk]);
        const length = head.indexOf("\r\n\r\n") + 4;
        if (length > 3) {
          if (head.length > length) socket.unshift(head.subarray(length));
          end(() => resolve(head.toString("latin1", 0, length)));
          return;
        }
        if (head.length > longestHead) {
          end(() => reject(new Error("the head of the proxy's answer is too long")));
          return;
        }
      }
    };
    socket.on("readable", onReadable).on("error", onError).on("close", onClose);
  });
}
