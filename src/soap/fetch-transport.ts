import { refuseOthers } from "../text/unknown-option.js";
import { readBytes, TooLongError } from "./bytes.js";
import { describeFailure } from "./connection-failure.js";
import { type Transport, TransportError, type TransportRequest } from "./transport.js";

/** What {@link fetchTransport} sends with. */
export interface FetchTransportOptions {
  /** The platform's `fetch` where it is not given. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  fetch: 0,
} satisfies Record<keyof FetchTransportOptions, 0>);

/** A transport over the platform's `fetch`, or one that is given. */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  refuseOthers("fetchTransport", options, optionNames);
  return async (request) => {
    const { fetch = globalThis.fetch } = options;
    let response: Response;
    try {
      const { method, body, signal } = request;
      const headers: Record<string, string> = { ...request.headers };
      response = await fetch(request.url, {
        method,
        headers,
        body: method === "GET" ? null : body,
        signal,
        redirect: "manual",
        cache: "no-store",
      });
    } catch (error) {
      throw describeFailure(error, request.signal, "transport-failed");
    }
    if (response.type === "opaqueredirect") {
      throw new TransportError(
        "transport-redirect",
        "the server redirects the request, and redirects are not followed",
      );
    }
    return { status: response.status, headers: response.headers, body: await readBody(response, request) };
  };
}

async function readBody(response: Response, request: TransportRequest): Promise<Uint8Array> {
  const { status, headers } = response;
  let body: Uint8Array;
  try {
    body = await readBytes(response.body, request.maxResponseLength);
  } catch (error) {
    if (!(error instanceof TooLongError))
      throw describeFailure(error, request.signal, "transport-truncated", { status, headers });
    const reason = `the answer is longer than ${request.maxResponseLength} bytes; the option maxResponseLength allows more`;
    throw new TransportError("transport-too-large", reason, { status, headers });
  }
  checkLength(body.byteLength, status, headers);
  return body;
}

/** Platforms differ in whether they notice a body that ends before its Content-Length. */
function checkLength(length: number, status: number, headers: Headers): void {
  const announced = headers.get("content-length");
  if (announced === null || headers.has("content-encoding") || !/^\d+$/.test(announced)) return;
  if (length < Number(announced)) {
    const reason = `the answer ends after ${length} of ${announced} bytes`;
    throw new TransportError("transport-truncated", reason, { status, headers });
  }
}
