import { describe, expect, it } from "vitest";
import { type Issue, ValidationError } from "../../../src/index.js";
import type { Transport, TransportRequest } from "../../../src/soap.js";
import {
  createUmClient,
  InvalidCallIdError,
  InvalidRequestError,
  SoapFault,
  type UmClient,
  type UmClientOptions,
  UmError,
} from "../../../src/um.js";
import { type InfosetElement, infosetOf } from "./infoset.js";
import { documented, readFault, readFixture, readSample, samples } from "./messages.js";

const endpoint = "https://mail.example.com/EWS/UM2007Legacy.asmx";
const callId = "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QGRmLWV1bS0wMS5leGNoYW5nZS5jb3JwLm1pY3Jvc29mdC5jb20=";
const entryId = "AAAAAGsd2rbQLVtLobUGbrq/9IUHAEX2ikn/L8JJtI5WHI0FAW8AAAFXHhsAACxVpEl+KVVLl957wp//x6UAGAetcDUAAA==";
const folderId = "AAAAAGsd2rbQLVtLobUGbrq/9IUBAEX2ikn/L8JJtI5WHI0FAW8AAAFXHhsAAA==";

/** A client of a server that answers with one text. */
function umFor(
  text: string,
  status = 200,
  options: Partial<UmClientOptions> = {},
): { readonly um: UmClient; readonly requests: TransportRequest[] } {
  const requests: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const headers = new Headers({ "content-type": "text/xml; charset=utf-8" });
    return { status, headers, body: new TextEncoder().encode(text) };
  };
  return { um: createUmClient({ endpoint, transport, ...options }), requests };
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("the promise did not reject");
    },
    (error: unknown) => error,
  );
}

/** Each method with the arguments and the result of the documentation's messages. */
const methods: readonly (readonly [operation: string, call: (um: UmClient) => Promise<unknown>, result: unknown])[] = [
  ["disconnect", (um) => um.disconnect(callId), undefined],
  ["getcallinfo", (um) => um.getCallInfo(callId), { callState: "Connected", eventCause: "None" }],
  [
    "getumproperties",
    (um) => um.getProperties(),
    {
      oofStatus: false,
      missedCallNotificationEnabled: true,
      playOnPhoneDialString: "12345",
      telephoneAccessNumbers: "54321",
      telephoneAccessFolderEmail: folderId,
    },
  ],
  ["isumenabled", (um) => um.isUmEnabled(), true],
  [
    "playonphone",
    async (um) => (await um.playOnPhone({ entryId, dialString: "12345" })).id,
    "NDEzYjEzNmMtZTE2Zi00NTJlLWI3YzctNDhkMTE3MDE3YjlmQGRmLWV1bS0wMS5leGNoYW5nZS5jb3JwLm1pY3Jvc29mdC5jb20=",
  ],
  [
    "playonphonegreeting",
    async (um) => (await um.playOnPhoneGreeting({ greetingType: "NormalCustom", dialString: "12345" })).id,
    "MjA4MTQ5MmItMTBmZC00ZGFmLThiMzEtNDllNDJjM2Y3MjIxQGRmLWV1bS0wMS5leGNoYW5nZS5jb3JwLm1pY3Jvc29mdC5jb20=",
  ],
  ["resetpin", (um) => um.resetPin(), undefined],
  ["setmissedcallnotificationenabled", (um) => um.setMissedCallNotificationEnabled(true), undefined],
  ["setoofstatus", (um) => um.setOutOfOffice(true), undefined],
  ["setplayonphonedialstring", (um) => um.setPlayOnPhoneDialString("12345"), undefined],
  ["settelephoneaccessfolderemail", (um) => um.setTelephoneAccessFolderEmail(folderId), undefined],
];

describe.skipIf(!documented)("a method", () => {
  it("stands for each operation", () => {
    expect(methods).toHaveLength(samples.length / 2);
    // Beside them: which service it is, and the call by its identifier, for which nothing is sent.
    expect(Object.keys(umFor("").um)).toHaveLength(methods.length + 2);
  });

  it.each(methods)(
    "%s sends the documented request and reads the documented response",
    async (operation, call, result) => {
      const { um, requests } = umFor(readSample(`${operation}.response.xml`));
      expect(await call(um)).toEqual(result);
      const body = String(requests[0]?.body);
      expect(infosetOf(body)).toEqual(infosetOf(readSample(`${operation}.request.xml`)));
      const name = (infosetOf(body).content[0] as InfosetElement).content[0] as InfosetElement;
      expect(requests[0]?.headers["soapaction"]).toBe(`"${name.name.replace("{", "").replace("}", "/")}"`);
    },
  );

  it("rejects with what is wrong in its arguments, and sends nothing", async () => {
    const { um, requests } = umFor(readSample("disconnect.response.xml"));
    for (const wrong of ["", "x".repeat(513), undefined, null, 1, {}]) {
      const error = await rejection(um.disconnect(wrong as string));
      expect(error).toBeInstanceOf(ValidationError);
      expect(error).toMatchObject({ issues: [{ path: ["callId"] }] });
    }
    expect(await rejection(um.getCallInfo(""))).toMatchObject({ code: "cvc-minLength-valid" });
    expect(await rejection(um.setOutOfOffice(undefined as never))).toBeInstanceOf(ValidationError);
    expect(await rejection(um.setOutOfOffice("true" as never))).toBeInstanceOf(ValidationError);
    expect(await rejection(um.playOnPhone({ entryId } as never))).toBeInstanceOf(ValidationError);
    expect(await rejection(um.playOnPhoneGreeting({ greetingType: "x" as never, dialString: "1" }))).toBeInstanceOf(
      ValidationError,
    );
    expect(requests).toEqual([]);
  });

  it("authenticates, after the other interceptors", async () => {
    const { um, requests } = umFor(readSample("resetpin.response.xml"), 200, {
      authentication: {
        name: "mine",
        send: (request, next) => next({ ...request, headers: { ...request.headers, authorization: "mine" } }),
      },
      interceptors: [(request, next) => next({ ...request, headers: { ...request.headers, authorization: "other" } })],
    });
    await um.resetPin();
    expect(requests[0]?.headers["authorization"]).toBe("mine");
  });
});

describe("the https spelling", () => {
  const response = readFixture("seed-disconnect.response.xml");

  it("is read with a warning, and not sent", async () => {
    const issues: Issue[] = [];
    const { um, requests } = umFor(response, 200, { onIssue: (issue) => issues.push(issue) });
    await um.disconnect(callId);
    expect(issues).toMatchObject([{ code: "um-namespace-alias", severity: "warning" }]);
    expect(requests[0]?.body).not.toContain("https:");
  });

  it("is sent and expected where it is asked for by name", async () => {
    const issues: Issue[] = [];
    const { um, requests } = umFor(response, 200, {
      namespace: "documented-2020",
      onIssue: (issue) => issues.push(issue),
    });
    await um.disconnect(callId);
    expect(issues).toEqual([]);
    expect(infosetOf(String(requests[0]?.body))).toEqual(infosetOf(readFixture("seed-disconnect.request.xml")));
    expect(requests[0]?.headers["soapaction"]).toBe(
      '"https://schemas.microsoft.com/exchange/services/2006/messages/Disconnect"',
    );
  });

  it.skipIf(!documented)("gives values, never defaults", async () => {
    const text = readSample("isumenabled.response.xml").replace(
      "http://schemas.microsoft",
      "https://schemas.microsoft",
    );
    expect(await umFor(text).um.isUmEnabled()).toBe(true);
    const other = text.replace("https://schemas.microsoft", "https://schemas.example");
    expect(await rejection(umFor(other).um.isUmEnabled())).toMatchObject({ code: "cvc-elt.1" });
  });
});

describe.skipIf(!documented)("a documented fault", () => {
  it.each([
    [
      "InvalidCallIdException.xml",
      { code: "um-invalid-call-id", name: "InvalidCallIdError", reported: "InvalidCallIdException" },
      "The call identifier isn't valid.",
    ],
    [
      "InvalidObjectIdException.xml",
      { code: "um-invalid-object-id", name: "InvalidObjectIdError", reported: "InvalidObjectIdException" },
      "The object identifier isn't valid.",
    ],
    [
      "section-4.15-InvalidObjectId-unbound-prefix.xml",
      { code: "um-invalid-object-id", name: "InvalidObjectIdError", reported: "InvalidObjectIdException" },
      "The object identifier isn't valid",
    ],
    [
      "DialingRulesException.xml",
      { code: "um-dialing-rules", name: "DialingRulesError", reported: "DialingRulesException" },
      "Dialing restrictions are preventing the phone number that was entered from being dialed.",
    ],
    [
      "ErrorInvalidRequest.xml",
      { code: "um-invalid-request", name: "InvalidRequestError", reported: "ErrorInvalidRequest" },
      "The request is invalid.",
    ],
  ])("%s is told by its meaning", async (file, meaning, reason) => {
    for (const edit of [
      (text: string) => text,
      (text: string) => text.replaceAll('"http://schemas.microsoft', '"https://schemas.microsoft'),
    ]) {
      const error = await rejection(umFor(edit(readFault(file)), 500).um.getCallInfo(callId));
      expect(error).toBeInstanceOf(UmError);
      expect(error).toMatchObject({ ...meaning, reason, status: 500, service: "um" });
      expect((error as UmError).cause).toBeInstanceOf(SoapFault);
    }
  });
});

/** A fault as servers write it. */
function faultText(code: string, detail: string): string {
  return (
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>' +
    `<faultcode>${code}</faultcode><faultstring>x</faultstring>${detail}</s:Fault></s:Body></s:Envelope>`
  );
}

const exceptionType = (text: string) =>
  `<detail><ExceptionType xmlns="http://schemas.microsoft.com/exchange/services/2006/messages">${text}</ExceptionType></detail>`;

describe("another fault", () => {
  it.each([
    [
      "with a prefix in the detail",
      faultText("s:Server", exceptionType(" a:InvalidCallIdException\n")),
      { code: "um-invalid-call-id", reported: "InvalidCallIdException" },
    ],
    [
      "with nothing but a code",
      faultText("a:DialingRulesException", ""),
      { code: "um-dialing-rules", reported: "DialingRulesException" },
    ],
    [
      "with an empty detail",
      faultText("ErrorInvalidRequest", "<detail/>"),
      { code: "um-invalid-request", reported: "ErrorInvalidRequest" },
    ],
    [
      "that is not documented",
      faultText("a:X", exceptionType("a:OtherException")),
      { name: "UnknownUmError", code: "um-unknown", reported: "OtherException" },
    ],
    ["without a name", faultText("s:Server", exceptionType("")), { code: "um-unknown", reported: undefined }],
    [
      "that calls itself constructor",
      faultText("s:constructor", exceptionType("toString")),
      { code: "um-unknown", reported: "toString" },
    ],
  ])("%s is read", async (_what, text, meaning) => {
    const error = await rejection(umFor(text, 500).um.getCallInfo(callId));
    expect(error).toBeInstanceOf(UmError);
    expect(error).toMatchObject(meaning);
  });
});

describe.skipIf(!documented)("disconnect", () => {
  it("takes an unknown call for one that is over only where that is asked for", async () => {
    const { um } = umFor(readFault("InvalidCallIdException.xml"), 500);
    expect(await rejection(um.disconnect(callId))).toBeInstanceOf(InvalidCallIdError);
    await um.disconnect(callId, { ignoreUnknownCall: true });
    const other = umFor(readFault("ErrorInvalidRequest.xml"), 500).um;
    expect(await rejection(other.disconnect(callId, { ignoreUnknownCall: true }))).toBeInstanceOf(InvalidRequestError);
  });
});
