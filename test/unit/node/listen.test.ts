import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Listener, listen } from "../../../src/node/index.js";

const listeners: Listener[] = [];

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.close(0)));
});

async function start(handler: (request: Request) => Promise<Response>): Promise<Listener> {
  const listener = await listen(handler);
  listeners.push(listener);
  return listener;
}

/** What a server answers to bytes, until it closes. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(text);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe("listen", () => {
  it("hands requests to the handler, and its responses back", async () => {
    const { url, port } = await start(async (request) => {
      const seen = `${request.method} ${request.url} ${request.headers.get("x-a")} ${await request.text()}`;
      return new Response(seen, { status: 201, headers: { "x-b": "2" } });
    });
    expect(url).toBe(`http://127.0.0.1:${port}`);
    const response = await fetch(`${url}/a?b`, { method: "POST", headers: { "x-a": "1" }, body: "é" });
    expect([response.status, response.headers.get("x-b")]).toEqual([201, "2"]);
    expect(await response.text()).toBe(`POST ${url}/a?b 1 é`);
    expect(await (await fetch(url)).text()).toBe(`GET ${url}/ null `);
  });

  it("refuses what is no request of the web", async () => {
    const { port } = await start(async () => new Response("never"));
    expect(await raw(port, "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(port, "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("lives on where a handler fails or a client goes away", async () => {
    const aborted: boolean[] = [];
    let began: (() => void) | undefined;
    const { url } = await start(async (request) => {
      if (request.url.endsWith("/fail")) throw new Error("failed");
      if (request.url.endsWith("/wait")) {
        began?.();
        await new Promise((resolve) => request.signal.addEventListener("abort", resolve));
        aborted.push(request.signal.aborted);
      }
      return new Response("here");
    });
    await expect(fetch(`${url}/fail`)).rejects.toThrow();
    const controller = new AbortController();
    const waiting = new Promise<void>((resolve) => {
      began = resolve;
    });
    const gone = fetch(`${url}/wait`, { signal: controller.signal });
    await waiting;
    controller.abort();
    await expect(gone).rejects.toThrow();
    await expect.poll(() => aborted).toEqual([true]);
    expect(await (await fetch(url)).text()).toBe("here");
  });

  it("ends when the requests in hand are answered", async () => {
    let finish: (() => void) | undefined;
    let began: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => {
      began = resolve;
    });
    const listener = await listen(async () => {
      began?.();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return new Response("last");
    });
    const answer = fetch(listener.url);
    await waiting;
    const closed = listener.close();
    finish?.();
    expect(await (await answer).text()).toBe("last");
    await closed;
    await expect(fetch(listener.url)).rejects.toThrow();
  });

  it("rejects where the port is taken", async () => {
    const { port } = await start(async () => new Response());
    await expect(listen(async () => new Response(), { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
