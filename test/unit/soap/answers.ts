import { type UMService as Operations, UMService } from "../../../generated/um.js";
import type { Client } from "../../../src/soap.js";
import { type ClientOptions, createClient, type Transport, type TransportRequest } from "../../../src/soap.js";

/** What an in-memory server answers with. */
export interface CannedAnswer {
  readonly status?: number;
  /** The default is `text/xml; charset=utf-8`; the empty string leaves the header out. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A transport that gives one answer to all requests and keeps them. */
export function answering(answer: CannedAnswer): {
  readonly transport: Transport;
  readonly requests: TransportRequest[];
} {
  const requests: TransportRequest[] = [];
  const { status = 200, contentType = "text/xml; charset=utf-8", body } = answer;
  const transport: Transport = async (request) => {
    requests.push(request);
    const headers = new Headers(answer.headers);
    if (contentType !== "") headers.set("content-type", contentType);
    return { status, headers, body: typeof body === "string" ? new TextEncoder().encode(body) : body };
  };
  return { transport, requests };
}

/** A client of the UM service that gets one answer. */
export function clientFor(answer: CannedAnswer, options: Partial<ClientOptions> = {}): Client<Operations> {
  const { transport } = answering(answer);
  return createClient(UMService, { endpoint: "https://mail.example.com/EWS/UM2007Legacy.asmx", transport, ...options });
}

export const messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
export const soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
export const soap12 = "http://www.w3.org/2003/05/soap-envelope";

/** An envelope around a body, with the prefixes `s` and `m`. */
export function envelope(body: string, namespace: string = soap11): string {
  return `<s:Envelope xmlns:s="${namespace}" xmlns:m="${messages}"><s:Body>${body}</s:Body></s:Envelope>`;
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("the promise did not reject");
}
