import { afterEach, describe, expect, it } from "vitest";
import { manualClock, startUmService, type UmServer, type UmServiceOptions } from "../../../src/node/um-testing.js";
import { createClient } from "../../../src/soap.js";
import { basicAuthentication, createUmClient, type UmClient } from "../../../src/um.js";
import { UMService } from "../../../src/um-messages.js";
import { infosetOf } from "../um/infoset.js";
import { documented, readFault, readFixture } from "../um/messages.js";

const servers: UmServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options: UmServiceOptions = {}): Promise<{ readonly server: UmServer; readonly um: UmClient }> {
  const server = await startUmService(options);
  servers.push(server);
  return { server, um: createUmClient({ endpoint: server.endpoint }) };
}

const item = { entryId: "AAAA", dialString: "4255550100" };

describe("a call", () => {
  it("connects, ends and is forgotten as time goes by", async () => {
    const clock = manualClock();
    const { server, um } = await start({ clock, connectAfter: 100, forgetAfter: 1000 });
    const { id: callId } = await um.playOnPhone(item);
    expect(server.calls).toEqual([{ callId, dialString: "4255550100", plays: "AAAA" }]);
    expect(await um.getCallInfo(callId)).toEqual({ callState: "Connecting", eventCause: "None" });
    clock.advance(100);
    expect(await um.getCallInfo(callId)).toEqual({ callState: "Connected", eventCause: "None" });
    await um.disconnect(callId);
    expect(await um.getCallInfo(callId)).toEqual({ callState: "Disconnected", eventCause: "None" });
    await um.disconnect(callId);
    clock.advance(1000);
    await expect(um.disconnect(callId)).rejects.toMatchObject({ reported: "InvalidCallIdException" });
    expect(server.calls).toEqual([]);
    expect(server.counts).toEqual({ PlayOnPhone: 1, GetCallInfo: 3, Disconnect: 3 });
  });

  it("ends by itself, or is not answered", async () => {
    const clock = manualClock();
    const failure = (dialString: string) => (dialString === "2" ? "UserBusy" : "None");
    const { um } = await start({ clock, connectAfter: 100, endAfter: 500, failure });
    const answered = await um.playOnPhoneGreeting({ greetingType: "OofCustom", dialString: "1" });
    const busy = await um.playOnPhoneGreeting({ greetingType: "NormalCustom", dialString: "2" });
    expect(answered.id).not.toBe(busy.id);
    expect((await um.getCallInfo(busy)).callState).toBe("Connecting");
    clock.advance(100);
    expect(await um.getCallInfo(busy)).toEqual({ callState: "Disconnected", eventCause: "UserBusy" });
    clock.advance(400);
    expect(await um.getCallInfo(answered)).toEqual({ callState: "Disconnected", eventCause: "None" });
  });

  it("cannot be placed to no number or with no item", async () => {
    const { um, server } = await start();
    await expect(um.playOnPhone({ entryId: "AAAA", dialString: "!" })).rejects.toMatchObject({
      reported: "DialingRulesException",
    });
    await expect(um.playOnPhone({ entryId: "not base64", dialString: "1" })).rejects.toMatchObject({
      reported: "InvalidObjectIdException",
    });
    expect(server.calls).toEqual([]);
  });
});

describe("settings", () => {
  it("are kept", async () => {
    const { um, server } = await start({ properties: { telephoneAccessNumbers: "1" }, enabled: false });
    await um.setOutOfOffice(true);
    await um.setMissedCallNotificationEnabled(false);
    await um.setPlayOnPhoneDialString("2");
    await um.setTelephoneAccessFolderEmail("AAAA");
    await um.resetPin();
    expect(await um.isUmEnabled()).toBe(false);
    const properties = {
      oofStatus: true,
      missedCallNotificationEnabled: false,
      playOnPhoneDialString: "2",
      telephoneAccessNumbers: "1",
      telephoneAccessFolderEmail: "AAAA",
    };
    expect(await um.getProperties()).toEqual(properties);
    expect(server.properties).toEqual(properties);
    expect(server.pinResets).toBe(1);
  });
});

describe("on the wire", () => {
  const lax = (server: UmServer) => createClient(UMService, { endpoint: server.endpoint, validateRequest: false });

  it.skipIf(!documented)("faults are the documented ones", async () => {
    const { server, um } = await start();
    await expect(um.getCallInfo("x")).rejects.toThrow();
    await expect(lax(server).disconnect({} as never)).rejects.toThrow();
    await expect(lax(server).getCallInfo({ callId: "x".repeat(513) })).rejects.toThrow();
    await expect(um.playOnPhone({ entryId: "AAAA", dialString: "" })).rejects.toThrow();
    await expect(um.playOnPhone({ entryId: "-", dialString: "" })).rejects.toThrow();
    const names = [
      "InvalidCallIdException",
      "InvalidCallIdException",
      "ErrorInvalidRequest",
      "DialingRulesException",
      "InvalidObjectIdException",
    ];
    for (const [index, name] of names.entries()) {
      const { response, status } = server.exchanges[index] ?? {};
      expect(status).toBe(500);
      // The prefix of the code is the writer's choice.
      const spelled = (response ?? "").replace(/<faultcode xmlns:(\w+)(="[^"]*">)\1:/, "<faultcode xmlns:a$2a:");
      expect(infosetOf(spelled)).toEqual(infosetOf(readFault(`${name}.xml`)));
    }
  });

  it("statuses are those of ASP.NET", async () => {
    const { server } = await start();
    const post = async (body: string, contentType: string, url = server.endpoint) => {
      const response = await fetch(url, { method: "POST", headers: { "content-type": contentType }, body });
      return [response.status, response.headers.get("content-type"), (await response.text()).length];
    };
    expect(await post("<x", "text/xml")).toEqual([400, "text/xml; charset=utf-8", 0]);
    expect(await post("<x/>", "application/json")).toEqual([415, "text/xml; charset=utf-8", 0]);
    expect((await post("<x/>", "text/xml"))[0]).toBe(500);
    expect((await post("<x/>", "text/xml", `${server.endpoint}/x`))[0]).toBe(404);
    expect((await fetch(server.endpoint)).status).toBe(405);
    expect((await fetch(server.endpoint.toLowerCase())).status).toBe(405);
  });

  it("the description leads to the service", async () => {
    const { server } = await start();
    const wsdl = await (await fetch(`${server.endpoint}?wsdl`)).text();
    expect(wsdl).toContain(`<soap:address location="${server.endpoint}"/>`);
    const [, schema = ""] = /schemaLocation="([^"]*)"/.exec(wsdl) ?? [];
    expect(await (await fetch(schema)).text()).toContain('<xs:element name="Disconnect">');
  });

  it("the https spelling is refused, or spoken where it is asked for", async () => {
    const { server } = await start();
    const body = readFixture("seed-disconnect.request.xml");
    const response = await fetch(server.endpoint, { method: "POST", headers: { "content-type": "text/xml" }, body });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("ErrorInvalidRequest");
    const documented = await start({ namespace: "documented-2020" });
    const um = createUmClient({ endpoint: documented.server.endpoint, namespace: "documented-2020" });
    await um.disconnect(await um.playOnPhone(item));
    expect(infosetOf(documented.server.exchanges.at(-1)?.response ?? "")).toEqual(
      infosetOf(readFixture("seed-disconnect.response.xml")),
    );
  });
});

describe("authentication", () => {
  it("lets in who knows the password", async () => {
    const credentials = { user: "EXAMPLE\\kim", password: "pässword" };
    const { server, um } = await start({ credentials });
    await expect(um.resetPin()).rejects.toMatchObject({ code: "transport-auth", status: 401 });
    const { endpoint } = server;
    const wrong = createUmClient({ endpoint, authentication: basicAuthentication({ user: "kim", password: "x" }) });
    await expect(wrong.resetPin()).rejects.toMatchObject({ code: "transport-auth" });
    await createUmClient({ endpoint, authentication: basicAuthentication(credentials) }).resetPin();
    expect(server.pinResets).toBe(1);
    expect(server.exchanges).toHaveLength(1);
  });
});
