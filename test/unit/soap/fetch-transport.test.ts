import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { UMService } from "../../../generated/um.js";
import { type Client, type ClientOptions, createClient, fetchTransport } from "../../../src/soap.js";
import { envelope, rejection } from "./answers.js";

type Operations = typeof UMService extends { readonly operations: infer All } ? All : never;

const answer = envelope("<m:ResetPINResponse/>");
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function clientOf(
  serve: (response: ServerResponse, request: IncomingMessage) => void,
  options: Partial<ClientOptions> = {},
): Promise<Client<Operations>> {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => serve(response, request));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return createClient(UMService, { endpoint: `http://127.0.0.1:${port}/`, timeout: 5000, ...options });
}

const xml = { "content-type": "text/xml" };

describe("fetchTransport", () => {
  it("sends and reads", async () => {
    let seen: IncomingMessage | undefined;
    const client = await clientOf((response, request) => {
      seen = request;
      response.writeHead(200, xml).end(answer);
    });
    expect(await client.resetPIN()).toEqual({});
    expect(seen?.method).toBe("POST");
    expect(seen?.headers).toMatchObject({
      "content-type": "text/xml; charset=utf-8",
      "content-length": expect.stringMatching(/^\d+$/),
      soapaction: expect.stringMatching(/^".*\/ResetPIN"$/),
    });
    expect(seen?.headers).not.toHaveProperty("content-encoding");
  });

  it("says which ports fetch never connects to", async () => {
    const client = createClient(UMService, { endpoint: "http://127.0.0.1:1/" });
    expect(await rejection(client.resetPIN())).toMatchObject({
      code: "transport-refused",
      reason: "fetch never connects to this port (bad port)",
    });
  });

  it("reads compressed answers", async () => {
    const headers = { ...xml, "content-encoding": "gzip" };
    const client = await clientOf((response) => response.writeHead(200, headers).end(gzipSync(answer)));
    expect(await client.resetPIN()).toEqual({});
  });

  it("stops at an answer that is too long, also one that grows when it is unpacked", async () => {
    let closed = 0;
    const long = await clientOf(
      (response) => {
        response.on("close", () => closed++);
        response.writeHead(200, xml);
        const timer = setInterval(() => response.write("x".repeat(1000)), 1);
        response.on("close", () => clearInterval(timer));
      },
      { maxResponseLength: 5000 },
    );
    expect(await rejection(long.resetPIN())).toMatchObject({ code: "transport-too-large", status: 200 });
    await expect.poll(() => closed).toBe(1);
    const bomb = await clientOf(
      (response) => response.writeHead(200, { ...xml, "content-encoding": "gzip" }).end(gzipSync("x".repeat(100_000))),
      { maxResponseLength: 5000 },
    );
    expect(await rejection(bomb.resetPIN())).toMatchObject({ code: "transport-too-large" });
  });

  it("follows no redirect", async () => {
    let requests = 0;
    const client = await clientOf((response) => {
      requests++;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    const error = await rejection(client.resetPIN());
    expect(error).toMatchObject({ code: "transport-redirect", status: 307, headers: { location: "/elsewhere" } });
    expect(requests).toBe(1);
    const opaque = async () => Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
    const browser = await clientOf(() => undefined, { transport: fetchTransport({ fetch: opaque }) });
    expect(await rejection(browser.resetPIN())).toMatchObject({ code: "transport-redirect" });
  });

  it("notices an answer that breaks off", async () => {
    const client = await clientOf((response) => {
      response.writeHead(200, { ...xml, "content-length": answer.length });
      response.write(answer.slice(0, 50), () => response.destroy());
    });
    expect(await rejection(client.resetPIN())).toMatchObject({ code: "transport-truncated", status: 200 });
    const short = async () => new Response(answer.slice(0, 50), { headers: { ...xml, "content-length": "500" } });
    const lenient = await clientOf(() => undefined, { transport: fetchTransport({ fetch: short }) });
    expect(await rejection(lenient.resetPIN())).toMatchObject({ code: "transport-truncated" });
  });

  it("tells a connection that is refused from one that is lost", async () => {
    const refused = await clientOf(() => undefined);
    for (const server of servers.splice(0)) server.close();
    expect(await rejection(refused.resetPIN())).toMatchObject({
      code: "transport-refused",
      reason: "no connection could be made (ECONNREFUSED)",
      cause: expect.any(TypeError),
    });
    const lost = await clientOf((response) => response.destroy());
    expect(await rejection(lost.resetPIN())).toMatchObject({ code: "transport-failed", cause: expect.any(TypeError) });
  });

  it("tells a failure of TLS", async () => {
    const cause = Object.assign(new Error("self signed"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
    const client = await clientOf(() => undefined, { transport: fetchTransport({ fetch }) });
    expect(await rejection(client.resetPIN())).toMatchObject({ code: "transport-tls" });
  });

  it("ends with the time of the call, before and within an answer", async () => {
    const silent = await clientOf(() => undefined);
    expect(await rejection(silent.resetPIN({}, { timeout: 20 }))).toMatchObject({ code: "transport-timeout" });
    let closed = false;
    const slow = await clientOf((response) => {
      response.on("close", () => {
        closed = true;
      });
      response.writeHead(200, xml).write("<");
    });
    expect(await rejection(slow.resetPIN({}, { timeout: 50 }))).toMatchObject({ code: "transport-timeout" });
    await expect.poll(() => closed).toBe(true);
  });
});
