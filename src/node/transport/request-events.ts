import { channel } from "node:diagnostics_channel";
import { XmlError } from "../../errors.js";
import type { TransportRequest, TransportResponse } from "../../soap.js";

/** What the channels `xsdsmith:request:start`, `:end` and `:error` of `node:diagnostics_channel` publish. */
export interface RequestEvent {
  /** The same for the events of one HTTP request. */
  readonly id: number;
  /** Without its query. */
  readonly url: string;
  /** The last part of the SOAPAction; `undefined` without one. */
  readonly operation: string | undefined;
  /** In milliseconds; 0 at the start. */
  readonly duration: number;
  /** Of the response, like its length in bytes. */
  readonly status?: number | undefined;
  readonly responseLength?: number | undefined;
  /** Of the error. */
  readonly code?: string | undefined;
}

const channels = {
  start: channel("xsdsmith:request:start"),
  end: channel("xsdsmith:request:end"),
  error: channel("xsdsmith:request:error"),
};
let lastId = 0;

/** Publishes the events of one HTTP request. They hold no header and nothing of a body. */
export async function traceRequest(
  request: TransportRequest,
  url: URL,
  send: () => Promise<TransportResponse>,
): Promise<TransportResponse> {
  if (!Object.values(channels).some(({ hasSubscribers }) => hasSubscribers)) return send();
  const start = performance.now();
  const about = { id: ++lastId, url: url.origin + url.pathname, operation: operationOf(request.headers["soapaction"]) };
  const publish = (name: keyof typeof channels, more: Partial<RequestEvent>) => {
    const event: RequestEvent = { ...about, duration: name === "start" ? 0 : performance.now() - start, ...more };
    channels[name].publish(event);
  };
  publish("start", {});
  try {
    const response = await send();
    publish("end", { status: response.status, responseLength: response.body.byteLength });
    return response;
  } catch (error) {
    publish("error", { code: error instanceof XmlError ? error.code : "unknown" });
    throw error;
  }
}

function operationOf(action: string | undefined): string | undefined {
  return action === undefined ? undefined : /([^/#:"]+)"?$/.exec(action)?.[1];
}
