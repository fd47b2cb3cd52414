import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, expectTypeOf, it } from "vitest";
import { UMService as FullService } from "../../generated/um.js";
import {
  complexType,
  element,
  operation,
  particle,
  sequence,
  service,
  ValidationError,
  XmlError,
  xsInt,
} from "../../src/lite/index.js";
import {
  basicAuthorization,
  createClient,
  SoapFault,
  type Transport,
  TransportError,
} from "../../src/lite/soap/index.js";
import { startUmService } from "../../src/node/um-testing.js";
import * as full from "../../src/soap.js";
import { root } from "../project-root.js";
import { readResponses, requestedOperations } from "../wire/outcome.js";
import type { RecordedResponse } from "../wire/raw-http.js";
import { UMService } from "./um.js";

const endpoint = "https://recorded.example/";

/** A transport that answers with what was recorded. */
function replay(response: RecordedResponse | undefined): Transport {
  return async () => {
    if (response === undefined) throw new TransportError("transport-failed", "the connection was closed");
    const { status, headers, truncated } = response;
    if (truncated) throw new TransportError("transport-truncated", "the answer broke off", { status, headers });
    return response;
  };
}

/** What a call comes to, on one line. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    return `value ${JSON.stringify(await call)}`;
  } catch (error) {
    if (error instanceof SoapFault || error instanceof full.SoapFault) {
      const { faultCode, faultCodeText, reason, actor, status, subcodes } = error;
      return `fault ${JSON.stringify([faultCode, faultCodeText, reason, actor, status, subcodes])}`;
    }
    if (error instanceof XmlError)
      return `error ${error.code.replace(/^xml-(?:namespace|well-formed)$/, "ill-formed")}`;
    throw error;
  }
}

const inputs: Readonly<Record<string, object>> = {
  Disconnect: { callId: "id" },
  GetCallInfo: { callId: "id" },
  PlayOnPhone: { entryId: "AAAA", dialString: "1" },
  PlayOnPhoneGreeting: { greetingType: "NormalCustom", dialString: "1" },
  SetMissedCallNotificationEnabled: { status: true },
  SetOofStatus: { status: true },
  SetPlayOnPhoneDialString: { dialString: "1" },
  SetTelephoneAccessFolderEmail: { base64FolderId: "AAAA" },
};

describe.each(["mono-asmx", "mono-asmx-strict", "php-soap", "node-soap"])("the recorded answers of %s", (stack) => {
  it("are to the small client what they are to the full one", async () => {
    const all = join(root, "../shared/data/wire", stack);
    const folder = existsSync(all) ? all : join(root, "test/fixtures/wire", stack);
    const wrong: string[] = [];
    const kinds = new Set<string>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".res.bin"))) {
      const request = join(folder, file.replace(".res.", ".req."));
      const operations = existsSync(request) ? requestedOperations(readFileSync(request)) : ["GetCallInfo"];
      for (const [index, response] of readResponses(join(folder, file)).entries()) {
        const name = operations[index] ?? operations[0] ?? "GetCallInfo";
        const method = Object.keys(UMService.operations).find((key) => key.toLowerCase() === name.toLowerCase()) ?? "";
        const options = { endpoint, transport: replay(response) };
        const calls = [full.createClient(FullService, options), createClient(UMService, options)].map((client) => {
          const run = (client as unknown as Record<string, (input: unknown) => Promise<unknown>>)[method];
          return outcome(run?.(inputs[name] ?? {}) ?? Promise.reject(new TypeError(`no method for ${name}`)));
        });
        const [one, other] = await Promise.all(calls);
        kinds.add(one?.replace(/ .*/s, "") ?? "");
        if (one !== other) wrong.push(`${file} ${name}: ${one}; the small client: ${other}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(kinds).toContain("fault");
  });
});

it("ends a call, and reads what happened to it", async () => {
  const server = await startUmService();
  try {
    const um = createClient(UMService, { endpoint: server.endpoint });
    const { playOnPhoneResponse: callId } = await um.playOnPhone({ entryId: "AAAA", dialString: "4255550123" });
    await um.disconnect({ callId });
    expect((await um.getCallInfo({ callId })).getCallInfoResponse.callState).toBe("Disconnected");
    const fault = await um.disconnect({ callId: "bm8gc3VjaCBjYWxs" }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SoapFault);
    expect((fault as SoapFault).detail).toContain("InvalidCallIdException");
    await expect(um.disconnect({ callId: "" })).rejects.toBeInstanceOf(ValidationError);
  } finally {
    await server.close();
  }
});

const number = element("urn:n", "Number", () =>
  complexType<{ n: number }>("urn:n", undefined, () => ({ content: sequence([particle("n", "N", xsInt)]) })),
);
const wrong = element("urn:n", "Wrong", () =>
  complexType<{ code: number }>("urn:n", undefined, () => ({ content: sequence([particle("code", "Code", xsInt)]) })),
);
const numbers = service("urn:n", "Numbers", "1.2", {
  next: operation<{ n: number }, { n: number }, { faults: { Wrong: { code: number } }; result: "n" }>(
    "Next",
    "urn:n/Next",
    () => number,
    () => number,
    { faults: () => ({ Wrong: wrong }), result: "n" },
  ),
});

/** A transport that notes what is sent, and answers with this body in an envelope of SOAP 1.2. */
function answering(body: string, sent: full.TransportRequest[] = []): Transport {
  const text = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>${body}</e:Body></e:Envelope>`;
  return async (request) => {
    sent.push(request);
    const headers = new Headers({ "content-type": "application/soap+xml; charset=utf-8" });
    return { status: body.includes("Fault") ? 500 : 200, headers, body: new TextEncoder().encode(text) };
  };
}

it("speaks SOAP 1.2, and gives what an answer wraps", async () => {
  const sent: full.TransportRequest[] = [];
  const transport = answering('<Number xmlns="urn:n"><N>2</N></Number>', sent);
  const client = createClient(numbers, {
    endpoint,
    transport,
    authorization: () => basicAuthorization({ user: "u", password: "p" }),
  });
  expectTypeOf(client.next).returns.resolves.toEqualTypeOf<number>();
  expect(await client.next({ n: 1 })).toBe(2);
  expect(sent[0]?.headers).toEqual({
    accept: "application/soap+xml",
    authorization: "Basic dTpw",
    "content-type": 'application/soap+xml; charset=utf-8; action="urn:n/Next"',
  });
  expect(sent[0]?.body).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>' +
      '<Number xmlns="urn:n"><N>1</N></Number></soap:Body></soap:Envelope>',
  );
});

const fault = (detail: string) =>
  '<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value xmlns:x="urn:x">x:Odd</e:Value></e:Subcode></e:Code>' +
  '<e:Reason><e:Text xml:lang="de">Falsch</e:Text><e:Text xml:lang="en">Wrong</e:Text></e:Reason>' +
  `<e:Detail>${detail}</e:Detail></e:Fault>`;

it.each([
  ['<Wrong xmlns="urn:n"><Code>7</Code></Wrong>', { name: "Wrong", value: { code: 7 } }],
  ['<Wrong xmlns="urn:n"><Code>seven</Code></Wrong>', undefined],
  ['<Wrong xmlns="urn:n"><Code><Deep><Deeper/></Deep>7</Code><Code/></Wrong>', undefined],
  ['<Wrong xmlns="urn:n"><!-- -->text<Code>7</Code></Wrong><Wrong xmlns="urn:n"/>', undefined],
  ['<Wrong xmlns="urn:n"/><Wrong xmlns="urn:n"><Code>7</Code></Wrong>', { name: "Wrong", value: { code: 7 } }],
  ["<Other/>", undefined],
])("reads a fault with the detail %s", async (detail, declared) => {
  const client = createClient(numbers, { endpoint, transport: answering(fault(detail)) });
  const error = await client.next({ n: 1 }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(SoapFault);
  expect(error).toMatchObject({
    message: "soap-fault: Sender: Wrong",
    subcodes: [{ namespace: "urn:x", localName: "Odd" }],
    detail,
    declared,
    status: 500,
  });
});

it("sends no credentials in the open, and takes no other endpoint than a URL of http", async () => {
  const options = { transport: answering(""), authorization: () => "Bearer t" };
  const open = createClient(numbers, { ...options, endpoint: "http://server.example/" });
  await expect(open.next({ n: 1 })).rejects.toMatchObject({ code: "transport-insecure" });
  expect(() => createClient(numbers, { ...options, endpoint: "ftp://server.example/" })).toThrow(TypeError);
  expect(() => createClient(numbers, { ...options, endpoint: "https://u:p@server.example/" })).toThrow(TypeError);
});

it("gives up in time, and when the caller does", async () => {
  const transport: Transport = () => new Promise(() => undefined);
  const client = createClient(numbers, { endpoint, transport });
  await expect(client.next({ n: 1 }, { timeout: 5 })).rejects.toMatchObject({ code: "transport-timeout" });
  const signal = AbortSignal.abort("no");
  await expect(client.next({ n: 1 }, { signal })).rejects.toMatchObject({ code: "transport-aborted" });
});
