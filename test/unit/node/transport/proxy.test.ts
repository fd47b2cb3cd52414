import { connect } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { type NodeTransport, nodeTransport } from "../../../../src/node/index.js";
import { proxyFinder } from "../../../../src/node/transport/proxy.js";
import { hasOpenssl, makeCertificate } from "./certificates.js";
import { http, type RawServer, startRawServer } from "./raw-server.js";
import { rejectionOf, send } from "./send.js";

const open: (RawServer | NodeTransport)[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function serve(...args: Parameters<typeof startRawServer>): Promise<RawServer> {
  const server = await startRawServer(...args);
  open.push(server);
  return server;
}

/** A proxy that makes tunnels, and answers other requests itself. */
function startProxy(wanted?: string): Promise<RawServer> {
  return serve(({ head }, socket) => {
    if (
      wanted !== undefined &&
      !head.includes(`roxy-Authorization: ${wanted}`) &&
      !head.includes(`roxy-authorization: ${wanted}`)
    ) {
      return http(407, "", { "Proxy-Authenticate": "Basic" });
    }
    const port = /^CONNECT [^ ]+:(\d+) /.exec(head)?.[1];
    if (port === undefined) return http(200, "<proxied/>");
    const target = connect(Number(port), "127.0.0.1", () => {
      socket.removeAllListeners("data");
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(target).pipe(socket);
    });
    target.on("error", () => socket.destroy());
    return undefined;
  });
}

function transportOf(...[options]: Parameters<typeof nodeTransport>): NodeTransport {
  const transport = nodeTransport(options);
  open.push(transport);
  return transport;
}

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe("a proxy", () => {
  it("of http is sent the whole URL, with its own credentials", async () => {
    const proxy = await startProxy("Basic dTpww6Q=");
    const transport = transportOf({ proxy: `http://u:p%C3%A4@127.0.0.1:${proxy.port}` });
    const answer = await send(transport, "http://mail.invalid/a?b=c", { headers: { authorization: "Bearer x" } });
    expect(text(answer.body)).toBe("<proxied/>");
    expect(proxy.requests[0]?.head).toMatch(/^POST http:\/\/mail\.invalid\/a\?b=c HTTP/);
    expect(proxy.requests[0]?.head).toMatch(/\r\nhost: mail\.invalid\r\n/i);
  });

  it("makes a tunnel for a pinned request", async () => {
    const server = await serve(() => http(200, "<ok/>"));
    const proxy = await startProxy();
    const transport = transportOf({ proxy: `http://127.0.0.1:${proxy.port}` });
    const pin = {};
    for (let count = 0; count < 2; count++) {
      const answer = await send(transport, `http://127.0.0.1:${server.port}/`, { pin });
      expect([text(answer.body), answer.connection?.id]).toEqual(["<ok/>", 1]);
    }
    expect(proxy.requests.map(({ head }) => head.split("\r\n")[0])).toEqual([
      `CONNECT 127.0.0.1:${server.port} HTTP/1.1`,
    ]);
  });

  it.each([
    ["refuses the credentials", http(407, ""), "transport-auth"],
    ["refuses the target", http(502, ""), "transport-refused"],
    ["is none", "SSH-2.0-x\r\n\r\n", "transport-refused"],
    ["talks on and on", `HTTP/1.1 200 ${"x".repeat(20_000)}`, "transport-refused"],
    ["hangs up", "", "transport-refused"],
  ])("that %s", async (_name, answer, code) => {
    const proxy = await serve((_request, socket) => {
      if (answer === "") socket.end();
      return answer;
    });
    const transport = transportOf({ proxy: `http://user:s3cret@127.0.0.1:${proxy.port}` });
    const error = await rejectionOf(send(transport, "https://mail.invalid/"));
    expect(error).toMatchObject({ code, unsent: true });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/s3cret|dXNlcjpzM2NyZXQ=/);
    await expect.poll(() => transport.sockets).toBe(0);
  });

  it.skipIf(!hasOpenssl())("makes a tunnel for https, and may speak TLS itself", async () => {
    const pair = makeCertificate();
    const server = await serve(() => http(200, "<ok/>"), pair);
    const proxy = await startProxy();
    for (const protocol of ["http", "https"]) {
      const through =
        protocol === "http"
          ? proxy
          : await serve((_request, socket) => {
              const target = connect(server.port, "127.0.0.1", () => {
                socket.removeAllListeners("data");
                socket.write("HTTP/1.1 200 OK\r\n\r\n");
                socket.pipe(target).pipe(socket);
              });
              return undefined;
            }, pair);
      const transport = transportOf({ tls: { ca: pair.cert }, proxy: `${protocol}://localhost:${through.port}` });
      const answer = await send(transport, `https://localhost:${server.port}/`, {
        headers: { authorization: "Bearer s3cret" },
      });
      expect(text(answer.body)).toBe("<ok/>");
      expect(through.requests[0]?.head).not.toContain("s3cret");
    }
  });
});

describe("the proxy for a URL", () => {
  const find = (environment: Record<string, string>, url: string) => {
    const proxy = proxyFinder("environment", environment)(new URL(url));
    return proxy === undefined ? undefined : `${proxy.protocol}//${proxy.hostname}:${proxy.port}`;
  };

  it.each<[Record<string, string>, string, string | undefined]>([
    [{}, "http://a/", undefined],
    [{ http_proxy: "http://p:8080" }, "http://a/", "http://p:8080"],
    [{ http_proxy: "http://p:8080" }, "https://a/", undefined],
    [{ HTTPS_PROXY: "p" }, "https://a/", "http://p:80"],
    [{ https_proxy: "https://[::1]" }, "https://a/", "https://::1:443"],
    [{ HTTP_PROXY: "http://p", REQUEST_METHOD: "GET" }, "http://a/", undefined],
    [{ http_proxy: "http://p", NO_PROXY: "*" }, "http://a/", undefined],
    [{ http_proxy: "http://p", no_proxy: "b, a.example" }, "http://a.example/", undefined],
    [{ http_proxy: "http://p", no_proxy: ".example" }, "http://A.example/", undefined],
    [{ http_proxy: "http://p", no_proxy: "example" }, "http://notexample/", "http://p:80"],
    [{ http_proxy: "http://p", no_proxy: "a:81" }, "http://a/", "http://p:80"],
    [{ http_proxy: "http://p", no_proxy: "a:80" }, "http://a/", undefined],
    [{ http_proxy: "" }, "http://a/", undefined],
  ])("of %o and %s", (environment, url, wanted) => {
    expect(find(environment, url)).toBe(wanted);
  });

  it.each(["", "p:80", "ftp://p", "http://u:%zz@p"])("cannot be %j", (proxy) => {
    expect(() => nodeTransport({ proxy })).toThrow(/^(?!.*zz).*(URL|percent)/);
  });
});
