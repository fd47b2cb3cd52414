import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { manualClock, startUmService, type UmServer } from "../../../src/node/um-testing.js";
import type { Transport, TransportRequest } from "../../../src/soap.js";
import {
  createCallClient,
  createEwsPhoneClient,
  createUmClient,
  type EwsPhoneClient,
  type EwsPhoneClientOptions,
  InvalidRequestError,
  ResponseError,
  umRetry,
} from "../../../src/um.js";
import { root } from "../../project-root.js";
import { infosetOf } from "./infoset.js";

const endpoint = "https://mail.example.com/EWS/Exchange.asmx";

const documentation = join(root, "../shared/data/ews-phone");
const documented = existsSync(documentation);
if (!documented) console.log("skipped: the messages of the documentation are not in ../shared/data/ews-phone");

function readSample(name: string): string {
  return readFileSync(join(documentation, name), "utf8");
}

/** A client of a server that answers with one text. */
function ewsFor(
  text: string,
  status = 200,
  options: Partial<EwsPhoneClientOptions> = {},
): { readonly ews: EwsPhoneClient; readonly requests: TransportRequest[] } {
  const requests: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const headers = new Headers({ "content-type": "text/xml; charset=utf-8" });
    return { status, headers, body: new TextEncoder().encode(text) };
  };
  return { ews: createEwsPhoneClient({ endpoint, transport, ...options }), requests };
}

const methods: readonly (readonly [name: string, call: (ews: EwsPhoneClient) => Promise<unknown>, result: unknown])[] =
  [
    ["disconnectphonecall", (ews) => ews.disconnect("OWVl4NWb3N29t"), undefined],
    [
      "getphonecallinformation",
      (ews) => ews.getCallInfo("NDDY5uY29y9t"),
      { callState: "Connected", eventCause: "None" },
    ],
    [
      "getserviceconfiguration",
      (ews) => ews.getUmConfiguration(),
      { umEnabled: true, playOnPhoneDialString: "user@contoso.com", playOnPhoneEnabled: true },
    ],
    [
      "playonphone",
      async (ews) => (await ews.playOnPhone({ itemId: "AkAjzQTbY/i=", dialString: "5555551212" })).id,
      "ZWMtWYtMY29t",
    ],
  ];

describe.skipIf(!documented)("a method", () => {
  it.each(methods)("%s sends the documented request and reads the documented response", async (name, call, result) => {
    const { ews, requests } = ewsFor(readSample(`${name}.response.xml`));
    expect(await call(ews)).toEqual(result);
    expect(infosetOf(String(requests[0]?.body))).toEqual(infosetOf(readSample(`${name}.request.xml`)));
  });

  it("names the version and the user to act for, where they are given", async () => {
    const { ews, requests } = ewsFor(readSample("disconnectphonecall.response.xml"), 200, {
      serverVersion: "Exchange2013_SP1",
      impersonate: { primarySmtpAddress: "ann@example.com" },
    });
    await ews.disconnect("a");
    const body = String(requests[0]?.body);
    expect(body).toContain('Version="Exchange2013_SP1"');
    expect(body).toContain("PrimarySmtpAddress>ann@example.com<");
  });
});

/** An answer as servers write it: the class, and what is in the message. */
function answer(name: string, responseClass: string, content: string): string {
  return (
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<${name} ResponseClass="${responseClass}" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages">` +
    `${content}</${name}></s:Body></s:Envelope>`
  );
}

describe("an answer with an error", () => {
  it("is told by its meaning, though its status is 200", async () => {
    const content = "<MessageText>No such call.</MessageText><ResponseCode>ErrorInvalidPhoneCallId</ResponseCode>";
    const { ews } = ewsFor(answer("DisconnectPhoneCallResponse", "Error", content));
    await expect(ews.disconnect("a")).rejects.toMatchObject({
      name: "InvalidCallIdError",
      code: "um-invalid-call-id",
      reported: "ErrorInvalidPhoneCallId",
      reason: "No such call.",
      status: 200,
      service: "ews",
    });
    await ews.disconnect("a", { ignoreUnknownCall: true });
  });

  it.each(["ErrorOfTomorrow", "constructor", ""])("with the code %j that nobody knows is passed on", async (code) => {
    const content = code === "" ? "" : `<ResponseCode>${code}</ResponseCode>`;
    const { ews } = ewsFor(answer("GetPhoneCallInformationResponse", "Error", content));
    await expect(ews.getCallInfo("a")).rejects.toMatchObject({
      code: "um-unknown",
      reported: code === "" ? undefined : code,
    });
  });

  it.skipIf(!documented)("about the schema is a fault", async () => {
    const { ews } = ewsFor(readSample("getserviceconfiguration.error.xml"), 500);
    const error = await ews.isUmEnabled().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      reported: "ErrorSchemaValidation",
      reason: "The request failed schema validation.",
      status: 500,
    });
  });

  it("in the answer for one configuration counts", async () => {
    const inner =
      '<ResponseMessages><ServiceConfigurationResponseMessageType ResponseClass="Error">' +
      "<ResponseCode>ErrorAccessDenied</ResponseCode></ServiceConfigurationResponseMessageType></ResponseMessages>";
    const text = answer("GetServiceConfigurationResponse", "Success", `<ResponseCode>NoError</ResponseCode>${inner}`);
    await expect(ewsFor(text).ews.isUmEnabled()).rejects.toMatchObject({ code: "um-access-denied" });
  });
});

describe("an answer with Success", () => {
  it("has to have its content", async () => {
    const noError = "<ResponseCode>NoError</ResponseCode>";
    const play = ewsFor(answer("PlayOnPhoneResponse", "Success", noError)).ews;
    const error = await play.playOnPhone({ itemId: "a", dialString: "1" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ code: "um-incomplete", reason: "the answer says Success and has no PhoneCallId" });
    const info = ewsFor(answer("GetPhoneCallInformationResponse", "Success", noError)).ews;
    await expect(info.getCallInfo("a")).rejects.toMatchObject({ code: "um-incomplete" });
    const configuration = ewsFor(answer("GetServiceConfigurationResponse", "Success", noError)).ews;
    await expect(configuration.getUmConfiguration()).rejects.toMatchObject({ code: "um-incomplete" });
  });

  it("may warn", async () => {
    const codes: string[] = [];
    const text = answer("DisconnectPhoneCallResponse", "Warning", "<MessageText>Hm.</MessageText>");
    const onIssue = ({ code, message }: { code: string; message: string }) => codes.push(`${code}: ${message}`);
    await ewsFor(text, 200, { onIssue }).ews.disconnect("a");
    expect(codes).toEqual(["um-warning: the server warns: Hm."]);
  });

  it("may tell what the telephone side said", async () => {
    const types = 'xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
    const information = `<PhoneCallInformation ${types}><t:PhoneCallState>Disconnected</t:PhoneCallState><t:ConnectionFailureCause>UserBusy</t:ConnectionFailureCause><t:SIPResponseText>Busy Here</t:SIPResponseText><t:SIPResponseCode>486</t:SIPResponseCode></PhoneCallInformation>`;
    expect(
      await ewsFor(answer("GetPhoneCallInformationResponse", "Success", information)).ews.getCallInfo("a"),
    ).toEqual({
      callState: "Disconnected",
      eventCause: "UserBusy",
      sipResponseText: "Busy Here",
      sipResponseCode: 486,
    });
  });
});

describe("the embedded service", () => {
  const servers: UmServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  it("has the same calls behind both of its faces", async () => {
    const clock = manualClock();
    const failure = (dialString: string) => (dialString === "2" ? "UserBusy" : "None");
    const server = await startUmService({ clock, connectAfter: 100, failure });
    servers.push(server);
    const um = createUmClient({ endpoint: server.endpoint });
    const ews = createEwsPhoneClient({ endpoint: server.ewsEndpoint, interceptors: [umRetry()] });
    const call = await ews.playOnPhone({ itemId: "a", dialString: "1" });
    expect((await um.getCallInfo(call)).callState).toBe("Connecting");
    clock.advance(100);
    const states: string[] = [];
    for await (const { callState } of call.states({ every: 1 })) {
      states.push(callState);
      await um.disconnect(call);
    }
    expect(states).toEqual(["Connected", "Disconnected"]);

    const busy = await ews.playOnPhone({ itemId: "a", dialString: "2" });
    clock.advance(100);
    await expect(busy.connected()).rejects.toMatchObject({ state: { eventCause: "UserBusy", sipResponseCode: 486 } });
    await expect(ews.playOnPhone({ itemId: "a", dialString: "x" })).rejects.toMatchObject({ code: "um-dialing-rules" });
    await expect(ews.playOnPhone({ itemId: "", dialString: "1" })).rejects.toMatchObject({
      code: "um-invalid-object-id",
    });
    await expect(ews.getCallInfo("bogus")).rejects.toMatchObject({ code: "um-invalid-call-id" });
    await expect(ews.disconnect("bogus")).rejects.toMatchObject({ code: "um-invalid-call-id" });
    expect(await ews.isUmEnabled()).toBe(true);
    expect((await ews.getUmConfiguration()).playOnPhoneDialString).toBe("4255550100");
    await expect(ews.disconnect({} as never)).rejects.toMatchObject({ name: "ValidationError" });
  });

  it("knows a mailbox without Unified Messaging", async () => {
    const server = await startUmService({ enabled: false });
    servers.push(server);
    const ews = createEwsPhoneClient({ endpoint: server.ewsEndpoint });
    expect(await ews.isUmEnabled()).toBe(false);
    await expect(ews.playOnPhone({ itemId: "a", dialString: "1" })).rejects.toMatchObject({ code: "um-not-enabled" });
  });
});

describe("a client chosen at run time", () => {
  it("is the one that the options name", () => {
    expect(createCallClient({ service: "um", endpoint }).service).toBe("um");
    expect(createCallClient({ service: "ews", endpoint, serverVersion: "Exchange2016" }).service).toBe("ews");
    expect(() => createCallClient({ service: "x", endpoint } as never)).toThrow(TypeError);
    expect(() => createCallClient({ service: "um", endpoint, pollsPerSecond: 0 })).toThrow(/pollsPerSecond/);
  });
});
