import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { XmlError } from "../../../errors.js";
import type { Exchange } from "../../../soap.js";
import { pageHtml } from "../../../um/console/page-html.js";
import { pageScript } from "../../../um/console/page-script.js";
import { pageStyle } from "../../../um/console/page-style.js";
import type { ConsoleEvent } from "../../../um/console/protocol.js";
import type { AnyCallClient } from "../../../um.js";
import { ConsoleAccess, type Refusal } from "./access.js";
import { type CallWish, FollowedCalls } from "./followed-calls.js";

export interface UmConsoleOptions {
  /** Makes the client whose calls are shown; the console wants to be told of its exchanges. */
  readonly connect: (onExchange: (exchange: Exchange) => void) => AnyCallClient;
  /** Shown at the top of the page. */
  readonly endpoint: string;
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** How long to wait between two questions about a call, in milliseconds. The default is 1,000. */
  readonly every?: number | undefined;
}

/** A console that listens on 127.0.0.1. */
export interface UmConsole {
  /** The address to open, once: its token makes the browser's tab the one that may use the console. */
  readonly link: string;
  readonly port: number;
  /** Stops asking for calls, which go on, and ends. */
  close(): Promise<void>;
}

/** Serves the console page on this machine only. Rejects where the port cannot be had. */
export async function startUmConsole(options: UmConsoleOptions): Promise<UmConsole> {
  const calls = new FollowedCalls(options.connect, options.endpoint, options.every ?? 1000);
  let access: ConsoleAccess | undefined;
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    if (access === undefined) response.destroy();
    else serve(access, calls, request, response).catch(() => response.destroy());
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
  access = new ConsoleAccess(port);
  return {
    link: `http://127.0.0.1:${port}/#token=${access.token}`,
    port,
    close() {
      calls.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const files: ReadonlyMap<string, readonly [type: string, text: () => string]> = new Map([
  ["/", ["text/html", () => pageHtml]],
  ["/console.js", ["text/javascript", pageScript]],
  ["/console.css", ["text/css", () => pageStyle]],
]);

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

async function serve(
  access: ConsoleAccess,
  calls: FollowedCalls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const refusal = access.checkOrigin(request);
  if (refusal !== undefined) return refuse(response, refusal);
  const route = `${request.method} ${request.url}`;
  const file = request.method === "GET" ? files.get(request.url ?? "") : undefined;
  if (file !== undefined) {
    response.setHeader("content-type", `${file[0]}; charset=utf-8`);
    response.end(file[1]());
    return;
  }
  if (route === "POST /session") return openSession(access, request, response);
  const unknown = access.checkSession(request);
  if (unknown !== undefined) return refuse(response, unknown);
  switch (route) {
    case "GET /events":
      return streamEvents(calls, response);
    case "POST /calls":
      return act(response, async () => calls.start(readWish(await readBody(request))));
    case "POST /calls/follow":
      return act(response, async () => calls.take(readText(await readBody(request), "callId")));
    case "POST /calls/disconnect":
      return act(response, async () => calls.disconnect(readText(await readBody(request), "callId")));
    default:
      answer(response, 404, { error: "there is nothing here" });
  }
}

async function openSession(access: ConsoleAccess, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let token: string;
  try {
    token = readText(await readBody(request), "token");
  } catch (error) {
    if (error instanceof RequestError) return answer(response, 400, { error: error.message });
    throw error;
  }
  const session = access.openSession(token);
  if (session === undefined) refuse(response, { status: 401, reason: "the token is not, or not any more, good" });
  else answer(response, 200, { session });
}

/** Server-sent events, as the HTML standard writes them. */
function streamEvents(calls: FollowedCalls, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (event: ConsoleEvent) => void response.write(`data: ${JSON.stringify(event)}\n\n`);
  send(calls.snapshot);
  const stop = calls.listen(send);
  const beat = setInterval(() => response.write(": alive\n\n"), 15_000);
  response.once("close", () => {
    clearInterval(beat);
    stop();
  });
}

async function act(response: ServerResponse, action: () => Promise<void>): Promise<void> {
  try {
    await action();
    answer(response, 200, {});
  } catch (error) {
    if (error instanceof RequestError) answer(response, 400, { error: error.message });
    else if (error instanceof XmlError) answer(response, 502, { error: error.message });
    else throw error;
  }
}

/** What the page sent is not what it sends. */
class RequestError extends Error {
  override readonly name: string = "RequestError";
}

const maxBody = 16_384;

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  // A form of another page cannot send this type without asking.
  if (request.headers["content-type"] !== "application/json") throw new RequestError("the request is not JSON");
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBody) throw new RequestError("the request is too long");
    chunks.push(chunk);
  }
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new RequestError("the request is not JSON");
  }
  if (typeof body !== "object" || body === null) throw new RequestError("the request is not an object");
  return body as Readonly<Record<string, unknown>>;
}

function readText(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (typeof value !== "string") throw new RequestError(`the request has no ${name}`);
  return value;
}

function readWish(body: Readonly<Record<string, unknown>>): CallWish {
  const number = readText(body, "number");
  if (!Object.hasOwn(body, "greeting")) return { number, item: readText(body, "item") };
  const greeting = readText(body, "greeting");
  if (greeting !== "NormalCustom" && greeting !== "OofCustom") throw new RequestError("there is no such greeting");
  return { number, greeting };
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  // What is left of the request is not read.
  response.setHeader("connection", "close");
  answer(response, status, { error: reason });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
