import { afterEach, describe, expect, it } from "vitest";
import { manualClock, startUmService, type UmServer, type UmServiceOptions } from "../../../src/node/um-testing.js";
import {
  type CallState,
  createUmClient,
  InvalidCallIdError,
  type UmClient,
  type UmClientOptions,
} from "../../../src/um.js";

const servers: UmServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const clock = manualClock();

async function start(
  service: UmServiceOptions = {},
  options: Partial<UmClientOptions> = {},
): Promise<{ readonly server: UmServer; readonly um: UmClient }> {
  const server = await startUmService({ clock, connectAfter: 100, forgetAfter: 1000, ...service });
  servers.push(server);
  return { server, um: createUmClient({ endpoint: server.endpoint, pollsPerSecond: 10_000, ...options }) };
}

const item = { entryId: "AAAA", dialString: "4255550100" };
const every = 1;

/** Follows a call, and does something after each state. */
async function follow(states: AsyncIterable<CallState>, after: (state: CallState) => unknown): Promise<string[]> {
  const seen: string[] = [];
  for await (const state of states) {
    seen.push(`${state.callState} ${state.eventCause}`);
    await after(state);
  }
  return seen;
}

describe("the states of a call", () => {
  it("come once each, up to the end", async () => {
    const { um, server } = await start();
    const call = await um.playOnPhone(item);
    const seen = await follow(call.states({ every }), async ({ callState }) => {
      const before = server.counts["GetCallInfo"] ?? 0;
      if (callState === "Connecting") {
        // Some answers say the same again before the next state comes.
        const other = um.call(call.id).states({ every })[Symbol.asyncIterator]();
        await other.next();
        expect(server.counts["GetCallInfo"]).toBe(before + 1);
        await other.return?.();
        clock.advance(100);
      }
      if (callState === "Connected") await call.disconnect();
    });
    expect(seen).toEqual(["Connecting None", "Connected None", "Disconnected None"]);
    expect(server.counts["GetCallInfo"]).toBe(4);
  });

  it("say why nobody answered", async () => {
    const { um } = await start({ failure: () => "NoAnswer" });
    const call = await um.playOnPhoneGreeting({ greetingType: "OofCustom", dialString: "1" });
    const seen = await follow(call.states({ every }), () => clock.advance(100));
    expect(seen).toEqual(["Connecting None", "Disconnected NoAnswer"]);
  });

  it("end with Forgotten where the server has forgotten the call", async () => {
    const { um } = await start();
    const call = await um.playOnPhone(item);
    await call.disconnect();
    clock.advance(1000);
    expect(await follow(call.states({ every }), () => undefined)).toEqual(["Forgotten undefined"]);
    const taken = um.call((await um.playOnPhone(item)).id);
    const seen = await follow(taken.states({ every }), async () => {
      await taken.disconnect({ ignoreUnknownCall: true });
      clock.advance(1000);
    });
    expect(seen).toEqual(["Connecting None", "Forgotten undefined"]);
  });

  it("are an error for a call that the server never knew", async () => {
    const { um } = await start();
    await expect(follow(um.call("bogus").states(), () => undefined)).rejects.toBeInstanceOf(InvalidCallIdError);
    await expect(follow(um.call("").states(), () => undefined)).rejects.toMatchObject({ code: "cvc-minLength-valid" });
    await expect(follow(um.call("a").states({ every: 0 }), () => undefined)).rejects.toBeInstanceOf(TypeError);
  });

  it.each([
    ["waits", 60_000],
    ["asks", 1],
  ])("end when the signal is aborted while one %s", async (_what, pause) => {
    const { um, server } = await start();
    const call = await um.playOnPhone(item);
    const controller = new AbortController();
    const states = call.states({ every: pause, signal: controller.signal })[Symbol.asyncIterator]();
    await states.next();
    const next = states.next();
    controller.abort("enough");
    await expect(next).rejects.toMatchObject({ code: "transport-aborted", cause: "enough" });
    expect(await states.next()).toEqual({ done: true, value: undefined });
    expect(server.calls).toHaveLength(1);
  });
});

describe("connected", () => {
  it("waits until somebody answers", async () => {
    const { um } = await start({ clock: Date, connectAfter: 30 });
    const call = await um.playOnPhone(item);
    expect(await call.connected({ every: 5 })).toEqual({ callState: "Connected", eventCause: "None" });
  });

  it("rejects where the call ends before", async () => {
    const { um } = await start({ failure: () => "UserBusy" });
    const call = await um.playOnPhone(item);
    clock.advance(100);
    await expect(call.connected({ every })).rejects.toMatchObject({
      code: "um-call-ended",
      message: "um-call-ended: the call ended before anybody answered: UserBusy",
      callId: call.id,
      state: { callState: "Disconnected", eventCause: "UserBusy" },
    });
    clock.advance(1000);
    await expect(call.connected({ every })).rejects.toMatchObject({ state: { callState: "Forgotten" } });
  });

  it("rejects after its time, while the telephone rings on", async () => {
    const { um, server } = await start();
    const call = await um.playOnPhone(item);
    await expect(call.connected({ every, timeout: 50 })).rejects.toMatchObject({
      code: "um-call-timeout",
      state: { callState: "Connecting" },
    });
    expect(server.calls).toHaveLength(1);
    await expect(call.connected({ timeout: 0 })).rejects.toBeInstanceOf(TypeError);
    const aborted = { signal: AbortSignal.abort("no") };
    await expect(call.connected(aborted)).rejects.toMatchObject({ code: "transport-aborted", cause: "no" });
  });
});

describe("a call as an object", () => {
  it("tells its identifier, and stands for it", async () => {
    const { um } = await start();
    const call = await um.playOnPhone(item);
    expect(`${call}`).toBe(call.id);
    expect(JSON.parse(JSON.stringify(call))).toEqual({ id: call.id });
    expect(await um.getCallInfo(call)).toEqual(await call.info());
    await um.disconnect(call);
    expect((await um.call(call.id).info()).callState).toBe("Disconnected");
  });

  it("ends the call with the block, once", async () => {
    const { um, server } = await start();
    const ids: string[] = [];
    {
      await using call = await um.playOnPhone(item);
      ids.push(call.id);
    }
    expect((await um.getCallInfo(ids[0] ?? "")).callState).toBe("Disconnected");
    expect(server.counts["Disconnect"]).toBe(1);

    const forgotten = await um.playOnPhone(item);
    await forgotten.disconnect();
    clock.advance(1000);
    await forgotten[Symbol.asyncDispose]();
    expect(server.counts["Disconnect"]).toBe(3);

    const over = await um.playOnPhone(item);
    await over.disconnect();
    await follow(over.states({ every }), () => undefined);
    await over[Symbol.asyncDispose]();
    expect(server.counts["Disconnect"]).toBe(4);
  });

  it("is ended only once the server says so", async () => {
    const { um } = await start();
    await expect(um.call("bogus").disconnect()).rejects.toBeInstanceOf(InvalidCallIdError);
    await um.call("bogus").disconnect({ ignoreUnknownCall: true });
  });
});

describe("a setting", () => {
  it("is read back where that is asked for", async () => {
    const { um, server } = await start();
    await um.setOutOfOffice(true);
    expect(server.counts["GetUMProperties"]).toBeUndefined();
    await um.setOutOfOffice(false, { verify: true });
    await um.setMissedCallNotificationEnabled(false, { verify: true });
    await um.setPlayOnPhoneDialString("", { verify: true });
    await um.setTelephoneAccessFolderEmail("AAAA", { verify: true });
    expect(server.counts["GetUMProperties"]).toBe(4);
  });

  it("that the server lost is an error", async () => {
    // What ASP.NET makes of a request in the wrong namespace.
    const { um } = await start({}, { interceptors: [loseArguments] });
    await um.setOutOfOffice(true);
    await expect(um.setOutOfOffice(true, { verify: true })).rejects.toMatchObject({
      name: "SettingNotStoredError",
      code: "um-setting-not-stored",
      message: "um-setting-not-stored: oofStatus reads back as false; expected true",
      expected: true,
      found: false,
    });
    await expect(um.setTelephoneAccessFolderEmail("AAAA", { verify: true })).rejects.toMatchObject({
      message: 'um-setting-not-stored: telephoneAccessFolderEmail reads back as nothing; expected "AAAA"',
      found: undefined,
    });
  });
});

const loseArguments: NonNullable<UmClientOptions["interceptors"]>[number] = async (request, next) => {
  const { name } = request.operation;
  if (!name.startsWith("Set")) return next(request);
  const text = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><${name}Response xmlns="${request.operation.input.namespace}"/></s:Body></s:Envelope>`;
  const headers = new Headers({ "content-type": "text/xml" });
  return { status: 200, headers, body: new TextEncoder().encode(text) };
};
