import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { type NodeTransport, type NodeTransportOptions, nodeTransport } from "../../../../src/node/index.js";
import { basicAuthentication, TransportError } from "../../../../src/soap.js";
import { http, type RawServer, startRawServer } from "./raw-server.js";
import { rejectionOf, send } from "./send.js";

const open: (RawServer | NodeTransport)[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function serve(...args: Parameters<typeof startRawServer>): Promise<RawServer & { readonly url: string }> {
  const server = await startRawServer(...args);
  open.push(server);
  return Object.create(server, { url: { value: `http://127.0.0.1:${server.port}/` } });
}

function transportOf(options: NodeTransportOptions = {}): NodeTransport {
  const transport = nodeTransport(options);
  open.push(transport);
  return transport;
}

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe("nodeTransport", () => {
  it("sends and reads, and keeps its connection", async () => {
    const server = await serve(() => http(200, "<ok/>", { "X-One": "1" }));
    const transport = transportOf();
    for (let count = 0; count < 3; count++) {
      const { status, headers, body } = await send(transport, server.url);
      expect([status, headers.get("x-one"), text(body)]).toEqual([200, "1", "<ok/>"]);
    }
    // A connection is free again a moment after its answer is there.
    expect(server.connections).toBeLessThan(3);
    expect(server.requests[0]?.head).toMatch(/^POST \/ HTTP\/1\.1\r\n/);
    expect(server.requests[0]?.head).not.toMatch(/content-encoding|transfer-encoding|expect:/i);
    expect(server.requests[0]?.body).toBe("<a/>");
  });

  it("logs in by itself, and sends nothing in the open", async () => {
    const server = await serve(() => http(200, "<ok/>"));
    const authentication = basicAuthentication({ user: "a", password: "b" });
    const transport = transportOf({ authentication });
    await send(transport, server.url);
    expect(server.requests[0]?.head).toMatch(/^authorization: Basic YTpi\r$/m);
    const elsewhere = "http://mail.example.com/";
    expect(await rejectionOf(send(transport, elsewhere))).toMatchObject({ code: "transport-insecure" });
    const allowed = transportOf({ authentication, allowInsecureCredentials: true, proxy: server.url });
    await send(allowed, elsewhere);
    expect(server.requests[1]?.head).toMatch(/^POST http:\/\/mail\.example\.com\/ .*authorization: Basic YTpi\r$/ms);
  });

  it("ends its connections when it is closed", async () => {
    const server = await serve(() => http(200, ""));
    const transport = transportOf();
    await Promise.all([
      send(transport, server.url),
      send(transport, server.url),
      send(transport, server.url, { pin: {} }),
    ]);
    expect(transport.sockets).toBe(3);
    await transport.close();
    await expect.poll(() => [transport.sockets, server.open]).toEqual([0, 0]);
    expect(await rejectionOf(send(transport, server.url))).toMatchObject({ code: "transport-failed", unsent: true });
  });

  it.each([
    ["gzip", gzipSync("<ok/>")],
    ["x-gzip", gzipSync("<ok/>")],
    ["deflate", deflateSync("<ok/>")],
    ["deflate", deflateRawSync("<ok/>")],
    ["br", brotliCompressSync("<ok/>")],
    ["deflate, gzip", gzipSync(deflateSync("<ok/>"))],
    ["identity", Buffer.from("<ok/>")],
  ])("reads answers in %s", async (encoding, packed) => {
    const server = await serve((_request, socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${packed.length}\r\n\r\n`);
      return packed;
    });
    expect(text((await send(transportOf(), server.url)).body)).toBe("<ok/>");
  });

  it.each([0, -1, Number.NaN])("refuses a time of %d", (connectTimeout) => {
    expect(() => nodeTransport({ connectTimeout })).toThrow(TypeError);
  });
});

const gzip = (bytes: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bytes.length}\r\n\r\n`),
    bytes,
  ]);
const whole = gzipSync(`<a>${"x".repeat(100)}</a>`);
const end = Buffer.from("");

describe("an answer that is not whole", () => {
  it.each<[string, string, string | Uint8Array | undefined]>([
    ["is missing", "transport-failed", end],
    ["ends in its head", "transport-failed", "HTTP/1.1 200 OK\r\nContent-"],
    ["is shorter than its Content-Length", "transport-truncated", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n<a/>"],
    ["has no last chunk", "transport-truncated", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n"],
    ["has a broken chunk", "transport-truncated", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n<a/>"],
    ["has half its gzip", "transport-truncated", gzip(whole.subarray(0, 20))],
    ["has gzip without its end", "transport-truncated", gzip(whole.subarray(0, -8))],
    ["has a wrong checksum", "transport-truncated", gzip(Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]))],
    ["says gzip and is not", "transport-truncated", gzip(Buffer.from("<a/>"))],
    ["has an unknown encoding", "transport-truncated", http(200, "<a/>", { "Content-Encoding": "zip" })],
    ["is encoded thrice", "transport-truncated", http(200, "<a/>", { "Content-Encoding": "gzip, gzip, gzip" })],
    ["is no HTTP", "transport-failed", "SSH-2.0-OpenSSH_9.2\r\n"],
    [
      "has two lengths",
      "transport-failed",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n<a/><a/>a",
    ],
    ["has a head that is too long", "transport-too-large", http(200, "<a/>", { "X-Big": "a".repeat(100_000) })],
    ["has a body that is too long", "transport-too-large", http(200, "a".repeat(5000))],
    ["grows when it is unpacked", "transport-too-large", gzip(gzipSync(Buffer.alloc(5_000_000)))],
  ])("%s", async (_name, code, bytes) => {
    const server = await serve((_request, socket) => {
      if (bytes !== undefined) socket.write(bytes);
      setTimeout(() => socket.end(), 20);
      return undefined;
    });
    const transport = transportOf();
    const error = await rejectionOf(send(transport, server.url, { maxResponseLength: 1000 }));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ code, unsent: false, attempts: 1 });
    await expect.poll(() => transport.sockets).toBe(0);
  });

  it("is shown as far as it came", async () => {
    const server = await serve((_request, socket) => {
      socket.end("HTTP/1.1 500 Oops\r\nContent-Length: 99\r\nX-A: b\r\n\r\n<html>Runtime Error</html>");
      return undefined;
    });
    expect(await rejectionOf(send(transportOf(), server.url))).toMatchObject({
      status: 500,
      headers: { "x-a": "b" },
      excerpt: "<html>Runtime Error</html>",
    });
  });
});

describe("a connection that is not made", () => {
  it("is refused", async () => {
    const server = await serve(() => undefined);
    await server.close();
    expect(await rejectionOf(send(transportOf(), server.url))).toMatchObject({
      code: "transport-refused",
      message: "transport-refused: no connection could be made (ECONNREFUSED)",
      unsent: true,
    });
    const unknown = await rejectionOf(send(transportOf(), "http://no-such-host.invalid/"));
    expect(unknown).toMatchObject({ code: "transport-refused", unsent: true });
  });

  it("takes its time", async () => {
    // It listens and never accepts: the program that runs the tests is the one that would.
    const server = await serve(() => undefined);
    const transport = transportOf({ connectTimeout: 50 });
    const error = await rejectionOf(send(transport, `https://127.0.0.1:${server.port}/`));
    expect(error).toMatchObject({ code: "transport-timeout", unsent: true });
    expect(error.message).toContain("50 ms");
    await expect.poll(() => transport.sockets).toBe(0);
  });

  it("is given up with the signal", async () => {
    const server = await serve(() => undefined);
    const transport = transportOf();
    const reason = new TransportError("transport-timeout", "over");
    const controller = new AbortController();
    const { signal } = controller;
    // The server waits for TLS of its own, which a plain one never begins.
    const outcomes = [{}, { pin: {} }].map((more) =>
      rejectionOf(send(transport, `https://127.0.0.1:${server.port}/`, { signal, ...more })),
    );
    await expect.poll(() => server.open).toBe(2);
    controller.abort(reason);
    expect(await Promise.all(outcomes)).toEqual([reason, reason]);
    await expect.poll(() => [transport.sockets, server.open]).toEqual([0, 0]);
  });

  it("speaks no TLS", async () => {
    const server = await serve((_request, socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const plain = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    const { port } = plain.address() as { port: number };
    const error = await rejectionOf(send(transportOf(), `https://127.0.0.1:${port}/`));
    plain.close();
    expect(error).toMatchObject({ code: "transport-tls", unsent: true });
    expect(server.requests).toEqual([]);
  });
});

describe("a server that is silent", () => {
  it.each([
    ["before its answer", undefined],
    ["in its answer", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<a/>"],
  ])("%s ends with the signal, and its connection with it", async (_name, bytes) => {
    const server = await serve(() => bytes);
    const transport = transportOf();
    const reason = new TransportError("transport-timeout", "over");
    const controller = new AbortController();
    const outcome = rejectionOf(send(transport, server.url, { signal: controller.signal }));
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort(reason);
    expect(await outcome).toBe(reason);
    await expect.poll(() => [transport.sockets, server.open]).toEqual([0, 0]);
  });

  it("ends with the idle time", async () => {
    const server = await serve(() => "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<a/>");
    const error = await rejectionOf(send(transportOf({ idleTimeout: 100 }), server.url));
    expect(error).toMatchObject({ code: "transport-timeout", status: 200 });
  });
});

describe("redirects", () => {
  const redirecting = (status: number, location: string | undefined) =>
    serve(({ head }) =>
      head.startsWith("POST / ") || location === "/"
        ? http(status, "", location === undefined ? {} : { Location: location })
        : http(200, "<ok/>"),
    );

  it("are answers unless they are to be followed", async () => {
    const server = await redirecting(307, "/next");
    expect((await send(transportOf(), server.url)).status).toBe(307);
    expect(server.requests.length).toBe(1);
  });

  it.each([307, 308])("with %d within the origin keep method, headers and body", async (status) => {
    const server = await redirecting(status, "/next");
    const headers = { authorization: "Basic c2VjcmV0", soapaction: '"a"' };
    const answer = await send(transportOf({ redirects: "same-origin" }), server.url, { headers });
    expect(text(answer.body)).toBe("<ok/>");
    expect(server.requests[1]?.head).toMatch(/^POST \/next /);
    expect(server.requests[1]?.head).toContain("c2VjcmV0");
    expect(server.requests[1]?.body).toBe("<a/>");
  });

  it.each([
    [301, "/next", /another method/],
    [302, "/next", /another method/],
    [303, "/next", /another method/],
    [307, undefined, /no valid URL/],
    [307, "http://[", /no valid URL/],
    [307, "/", /more than 5 times/],
    [307, "https://127.0.0.1/", /another origin/],
    [308, "http://localhost/?token=secret", /another origin/],
    [307, "ftp://127.0.0.1/", /another origin/],
  ])("with %d to %s are refused", async (status, location, message) => {
    const server = await redirecting(status, location);
    const error = await rejectionOf(send(transportOf({ redirects: "same-origin" }), server.url));
    expect(error).toMatchObject({ code: "transport-redirect", status, message: expect.stringMatching(message) });
    expect(inspect(error)).not.toContain("secret");
  });

  it("bring nothing to another origin", async () => {
    const other = await serve(() => http(200, "<ok/>"));
    for (const status of [301, 302, 303, 307, 308]) {
      const server = await redirecting(status, other.url);
      for (const redirects of ["none", "same-origin"] as const) {
        await send(transportOf({ redirects }), server.url).catch(() => undefined);
      }
    }
    expect(other.connections).toBe(0);
  });
});

describe("pinned requests", () => {
  it("share a connection that no other request uses", async () => {
    const server = await serve(() => http(200, ""));
    const transport = transportOf();
    const [first, second] = [{}, {}];
    const ids: (number | undefined)[] = [];
    for (const pin of [first, undefined, second, first, undefined]) {
      ids.push((await send(transport, server.url, { pin })).connection?.id);
    }
    expect(ids).toEqual([1, undefined, 2, 1, undefined]);
    expect(server.connections).toBe(3);
  });

  it("tell when their connection is another", async () => {
    const server = await serve((_request, socket, index) => {
      if (index === 0) setTimeout(() => socket.end(), 5);
      return http(200, "");
    });
    const transport = transportOf();
    const pin = {};
    expect((await send(transport, server.url, { pin })).connection?.id).toBe(1);
    await expect.poll(() => transport.sockets).toBe(0);
    expect((await send(transport, server.url, { pin })).connection?.id).toBe(2);
  });
});

describe("diagnostics channels", () => {
  it("tell of requests and connections, without secrets", async () => {
    const events: unknown[] = [];
    const names = ["request:start", "request:end", "request:error", "connection:open", "connection:close"];
    const listeners = names.map((name) => {
      const listener = (event: unknown) => void events.push([name, event]);
      subscribe(`xsdsmith:${name}`, listener);
      return () => unsubscribe(`xsdsmith:${name}`, listener);
    });
    const server = await serve((_request, socket, index) => {
      if (index === 1) socket.destroy();
      return http(200, "<ok/>");
    });
    const transport = transportOf();
    const headers = { authorization: "Bearer secret", soapaction: '"http://a/messages/PlayOnPhone"' };
    await send(transport, `${server.url}a?key=secret`, { headers });
    await rejectionOf(send(transport, server.url, { headers }));
    await transport.close();
    await expect.poll(() => transport.sockets).toBe(0);
    for (const stop of listeners) stop();
    const about = { operation: "PlayOnPhone", duration: expect.any(Number) };
    expect(events).toEqual(
      expect.arrayContaining([
        ["request:start", expect.objectContaining({ ...about, url: `${server.url}a` })],
        ["connection:open", { origin: server.url.slice(0, -1), open: 1 }],
        ["request:end", expect.objectContaining({ ...about, status: 200, responseLength: 5 })],
        ["request:error", expect.objectContaining({ ...about, code: "transport-failed" })],
        ["connection:close", { origin: server.url.slice(0, -1), open: 0 }],
      ]),
    );
    expect(JSON.stringify(events)).not.toContain("secret");
  });
});
