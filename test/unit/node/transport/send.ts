import type { Transport, TransportRequest, TransportResponse } from "../../../../src/soap.js";

/** Sends a request that has what it needs, and what is given. */
export function send(
  transport: Transport,
  url: string,
  request: Partial<TransportRequest> = {},
): Promise<TransportResponse> {
  return transport({
    url,
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8", soapaction: '"urn:a/Op"' },
    body: "<a/>",
    signal: new AbortController().signal,
    maxResponseLength: 1_000_000,
    ...request,
  });
}

/** What a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new TypeError("rejected with something that is no error");
  }
  throw new TypeError("not rejected");
}
