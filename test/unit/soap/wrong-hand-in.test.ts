import { describe, expect, it } from "vitest";
import * as generated from "../../../generated/um.js";
import { nodeTransport, ntlmAuthentication, signMessage } from "../../../src/node/index.js";
import { attachmentSupport, createClient, createHandler, retry, usernameToken } from "../../../src/soap.js";
import { createEwsPhoneClient, createUmClient } from "../../../src/um.js";
import { answering, clientFor, envelope, rejection } from "./answers.js";

const { UMService } = generated;
const endpoint = "https://mail.example.com/";
const { transport } = answering({ body: envelope("<m:DisconnectResponse/>") });

describe("what is no service", () => {
  it.each([
    ["undefined", undefined, "undefined"],
    ["a URL", endpoint, "string"],
    ["null", null, "null"],
    ["an operation", UMService.operations.disconnect, "the operation Disconnect, a part of one"],
    ["an element", generated.Disconnect, "the element Disconnect"],
    ["the options", { endpoint }, "the options, which come second"],
    ["a module", generated, "an object without operations"],
  ])("is told: %s", (_name, service, found) => {
    expect(() => createClient(service as never, { endpoint })).toThrow(
      new TypeError(`createClient takes a service descriptor first; found ${found}`),
    );
    expect(() => createHandler(service as never, {} as never)).toThrow(
      new TypeError(`createHandler takes a service descriptor first; found ${found}`),
    );
  });

  it("is told of an unknown version of SOAP", () => {
    expect(() => createClient({ ...UMService, soap: "2.0" as never }, { endpoint })).toThrow(
      new TypeError(`the service ${UMService.name} has SOAP 2.0; known are 1.1 and 1.2`),
    );
  });
});

describe("an unknown option", () => {
  const misspelled = (name: string) => ({ endpoint, transport, [name]: 1 }) as never;
  const told = (what: string, name: string, meant: string) =>
    new TypeError(`${what} has no option ${name}; did you mean ${meant}?`);

  it.each([
    ["createClient", () => createClient(UMService, misspelled("timeuot")), "timeuot", "timeout"],
    ["createUmClient", () => createUmClient(misspelled("authentification")), "authentification", "authentication"],
    ["createUmClient", () => createUmClient(misspelled("validateRequest")), "validateRequest", "validateResponse"],
    ["createEwsPhoneClient", () => createEwsPhoneClient(misspelled("impersonates")), "impersonates", "impersonate"],
    ["createHandler", () => createHandler(UMService, {} as never, { onerror: 1 } as never), "onerror", "onError"],
    ["nodeTransport", () => nodeTransport({ conections: 1 } as never), "conections", "connections"],
    ["tls", () => nodeTransport({ tls: { serverName: "a" } as never }), "serverName", "servername"],
    ["retry", () => retry({ attempt: 1 } as never), "attempt", "attempts"],
    ["attachmentSupport", () => attachmentSupport({ sendabove: 1 } as never), "sendabove", "sendAbove"],
    [
      "usernameToken",
      () => usernameToken({ user: "a", passwordtype: "text" } as never),
      "passwordtype",
      "passwordType",
    ],
    [
      "ntlmAuthentication",
      () => ntlmAuthentication({ user: "a", password: "b", domian: "c" } as never),
      "domian",
      "domain",
    ],
    ["signMessage", () => signMessage({ privatekey: "" } as never), "privatekey", "privateKey"],
  ])("of %s is told with the one that was meant: %#", (what, make, name, meant) => {
    expect(make).toThrow(told(what, name, meant));
  });

  it("of a call is told before anything is sent", async () => {
    const { transport: silent, requests } = answering({ body: envelope("<m:DisconnectResponse/>") });
    const client = createClient(UMService, { endpoint, transport: silent });
    expect(await rejection(client.disconnect({ callId: "x" }, { singal: 1 } as never))).toEqual(
      told("Disconnect", "singal", "signal"),
    );
    const um = createUmClient({ endpoint, transport: silent });
    const call = um.call("x");
    expect(await rejection(call.disconnect({ ignoreUnknownCalls: true } as never))).toEqual(
      told("disconnect", "ignoreUnknownCalls", "ignoreUnknownCall"),
    );
    expect(await rejection(call.connected({ timout: 1 } as never))).toEqual(told("connected", "timout", "timeout"));
    expect(await rejection(um.setOutOfOffice(true, { verfy: true } as never))).toEqual(
      told("a setting", "verfy", "verify"),
    );
    const states = call.states({ evry: 1 } as never)[Symbol.asyncIterator]();
    expect(await rejection(states.next())).toEqual(told("states", "evry", "every"));
    expect(requests).toEqual([]);
  });

  it("is told where there are no options at all", () => {
    expect(() => createClient(UMService, undefined as never)).toThrow(
      new TypeError("createClient takes its options as an object; found undefined"),
    );
  });

  it("is none without a value", async () => {
    const client = clientFor({ body: envelope("<m:DisconnectResponse/>") }, { timeuot: undefined } as never);
    await expect(client.disconnect({ callId: "x" }, { singal: undefined } as never)).resolves.toEqual({});
  });
});

describe("an implementation", () => {
  it("that lacks an operation is told with the function that was meant", () => {
    const functions = Object.fromEntries(Object.keys(UMService.operations).map((name) => [name, () => ({})]));
    const { disconnect, ...others } = functions;
    expect(() => createHandler(UMService, { ...others, disconect: disconnect } as never)).toThrow(
      new TypeError("the implementation has no function disconnect; it has disconect"),
    );
    expect(() => createHandler(UMService, undefined as never)).toThrow(
      new TypeError("the implementation is an object with a function for each operation"),
    );
  });
});
