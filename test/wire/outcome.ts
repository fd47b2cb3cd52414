import { readFileSync } from "node:fs";
import { ParseError, ValidationError, XmlError } from "../../src/index.js";
import { type Transport, TransportError } from "../../src/soap.js";
import { createUmClient, SoapFault, type UmClient, UmError, UnknownUmError } from "../../src/um.js";
import { type RecordedResponse, splitResponses } from "./raw-http.js";

const calls: { readonly [operation: string]: (um: UmClient) => Promise<unknown> } = {
  Disconnect: (um) => um.disconnect("id"),
  GetCallInfo: (um) => um.getCallInfo("id"),
  GetUMProperties: (um) => um.getProperties(),
  IsUMEnabled: (um) => um.isUmEnabled(),
  PlayOnPhone: async (um) => (await um.playOnPhone({ entryId: "AAAA", dialString: "1" })).id,
  PlayOnPhoneGreeting: async (um) =>
    (await um.playOnPhoneGreeting({ greetingType: "NormalCustom", dialString: "1" })).id,
  ResetPIN: (um) => um.resetPin(),
  SetMissedCallNotificationEnabled: (um) => um.setMissedCallNotificationEnabled(true),
  SetOofStatus: (um) => um.setOutOfOffice(true),
  SetPlayOnPhoneDialString: (um) => um.setPlayOnPhoneDialString("1"),
  SetTelephoneAccessFolderEmail: (um) => um.setTelephoneAccessFolderEmail("AAAA"),
};

/** The operations that a recorded connection asked for, in their order; those that cannot be told are GetCallInfo. */
export function requestedOperations(request: Uint8Array): readonly string[] {
  // UTF-16 requests are read too: their names are the same without the zero bytes.
  const text = Buffer.from(request).toString("latin1").replaceAll("\0", "");
  const found = [...text.matchAll(/<(?:[\w-]+:)?Body>\s*<(?:[\w-]+:)?(\w+)/g)].map((match) => match[1] ?? "");
  return found.map((name) => (name in calls ? name : "GetCallInfo"));
}

/** What the client makes of a recorded response, on one line. */
export async function outcomeOf(response: RecordedResponse | undefined, operation: string): Promise<string> {
  const warnings: string[] = [];
  const um = createUmClient({
    endpoint: "https://recorded.example/",
    transport: replay(response),
    onIssue: ({ code }) => warnings.push(` [${code}]`),
  });
  const call = calls[operation];
  if (call === undefined) throw new TypeError(`no call for ${operation}`);
  let outcome: string;
  try {
    outcome = `value ${JSON.stringify(await call(um)) ?? "none"}`;
  } catch (error) {
    outcome = describe(error);
  }
  return shorten(outcome + warnings.join(""));
}

/** The responses that a file holds; `undefined` stands for none at all. */
export function readResponses(file: string): readonly (RecordedResponse | undefined)[] {
  const responses = splitResponses(readFileSync(file), file.endsWith("http-head.res.bin") ? "HEAD" : "POST");
  return responses.length === 0 ? [undefined] : responses;
}

/** What the platform's own transport says to a connection that ends early. */
export function replay(response: RecordedResponse | undefined): Transport {
  return async () => {
    if (response === undefined) throw new TransportError("transport-failed", "the connection was closed");
    const { status, headers } = response;
    if (response.truncated)
      throw new TransportError("transport-truncated", "the answer broke off", { status, headers });
    return response;
  };
}

/** A fault, or an error of ours; anything else is a crash and goes on. */
function describe(error: unknown): string {
  if (error instanceof UmError && error.cause instanceof SoapFault) {
    const reported = error.reported ?? `(${error.cause.faultCodeText})`;
    return `fault ${error instanceof UnknownUmError ? "unknown " : ""}${reported}: ${error.reason}`;
  }
  if (error instanceof SoapFault || !(error instanceof XmlError)) throw error;
  const kind = error instanceof TransportError || error instanceof ParseError || error instanceof ValidationError;
  if (!kind) throw error;
  return `error ${error.message}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
