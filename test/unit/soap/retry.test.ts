import { describe, expect, it } from "vitest";
import { UMService } from "../../../generated/um.js";
import {
  type Client,
  createClient,
  type Repeatable,
  type RetryOptions,
  retry,
  type Transport,
  TransportError,
  type TransportResponse,
} from "../../../src/soap.js";
import { umRetry } from "../../../src/um.js";
import { rejectionOf } from "../node/transport/send.js";
import { envelope } from "./answers.js";

const endpoint = "https://mail.example.com/";
const body = new TextEncoder().encode(envelope("<m:ResetPINResponse/>"));
const ok: TransportResponse = { status: 200, headers: new Headers({ "content-type": "text/xml" }), body };
const busy = (retryAfter?: string): TransportResponse => ({
  status: 503,
  headers: new Headers(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
  body: new TextEncoder().encode("<html>busy</html>"),
});
const failure = (code: string, unsent = false) => new TransportError(code, "x", { unsent });

/** A transport that gives the outcomes one after the other, and the last one for ever. */
function transportOf(...outcomes: readonly (TransportResponse | TransportError)[]) {
  let count = 0;
  const transport: Transport = async () => {
    const outcome = outcomes[Math.min(count++, outcomes.length - 1)];
    if (outcome instanceof Error || outcome === undefined) throw outcome;
    return outcome;
  };
  return {
    transport,
    get count() {
      return count;
    },
  };
}

function call(transport: Transport, options: RetryOptions = {}, timeout = 5000): Promise<unknown> {
  const interceptors = [retry({ delay: 1, ...options })];
  return createClient(UMService, { endpoint, transport, interceptors, timeout }).resetPIN();
}

describe("a request is repeated", () => {
  it.each<[string, TransportResponse | TransportError, readonly Repeatable[]]>([
    ["that was refused a connection", failure("transport-refused", true), ["unsent", "idempotent"]],
    ["whose connection took too long", failure("transport-timeout", true), ["unsent", "idempotent"]],
    ["whose connection broke", failure("transport-failed"), ["idempotent"]],
    ["whose answer broke off", failure("transport-truncated"), ["idempotent"]],
    ["that the server has no time for", busy("0"), ["unsent", "idempotent"]],
    ["that the server is silent about", failure("transport-timeout"), []],
    ["that needs other credentials", failure("transport-auth"), []],
    ["that may not be sent", failure("transport-insecure", true), []],
    ["whose server is not who it should be", failure("transport-tls", true), []],
    ["whose answer is too long", failure("transport-too-large"), []],
    ["that is refused without a time", busy(), []],
    ["that is refused with an odd time", busy("soon"), []],
  ])("%s", async (_name, outcome, wanted) => {
    for (const may of ["never", "unsent", "idempotent"] as const) {
      const server = transportOf(outcome, ok);
      const promise = call(server.transport, { repeatable: () => may });
      if (wanted.includes(may)) {
        await expect(promise).resolves.toEqual({});
        expect(server.count).toBe(2);
      } else {
        expect(await rejectionOf(promise)).toMatchObject({ attempts: 1 });
        expect(server.count).toBe(1);
      }
    }
  });
});

describe("retries", () => {
  it("are bounded, and the error says how many there were", async () => {
    const server = transportOf(failure("transport-refused", true));
    expect(await rejectionOf(call(server.transport, { attempts: 3 }))).toMatchObject({
      code: "transport-refused",
      attempts: 3,
      message: "transport-refused: x, after 3 attempts",
    });
    expect(server.count).toBe(3);
  });

  it("say so in an error made of the last answer too", async () => {
    const error = await rejectionOf(call(transportOf(busy("0")).transport, { attempts: 2 }));
    expect(error).toMatchObject({ code: "transport-status", status: 503, attempts: 2, excerpt: "<html>busy</html>" });
  });

  it("end with the deadline, which then is the error", async () => {
    const server = transportOf(failure("transport-refused", true));
    const error = await rejectionOf(call(server.transport, { attempts: 1000, delay: 20, random: () => 1 }, 60));
    expect(error).toMatchObject({ code: expect.stringMatching(/^transport-(refused|timeout)$/) });
    expect(error).toHaveProperty("attempts", server.count);
    expect(server.count).toBeLessThan(6);
  });

  it("wait no longer than there is time, and than is allowed", async () => {
    const late = transportOf(busy("60"), ok);
    expect(await rejectionOf(call(late.transport, { maxDelay: 100_000 }, 5000))).toMatchObject({
      status: 503,
      attempts: 1,
    });
    const longer = transportOf(busy("60"), ok);
    expect(await rejectionOf(call(longer.transport, {}, 500_000))).toMatchObject({ status: 503, attempts: 1 });
    const past = transportOf(busy("Sun, 06 Nov 1994 08:49:37 GMT"), ok);
    await expect(call(past.transport)).resolves.toEqual({});
  });

  it("end when the caller gives up", async () => {
    const server = transportOf(failure("transport-refused", true));
    const interceptors = [retry({ delay: 60_000, maxDelay: 60_000, random: () => 0.9 })];
    const client = createClient(UMService, { endpoint, transport: server.transport, interceptors, timeout: 600_000 });
    const controller = new AbortController();
    const promise = rejectionOf(client.resetPIN({}, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect(await promise).toMatchObject({ code: "transport-aborted" });
  });

  it("wait at random, longer each time", async () => {
    const delays: number[] = [];
    const random = () => {
      delays.push(0);
      return 0;
    };
    await rejectionOf(call(transportOf(failure("transport-refused", true)).transport, { attempts: 5, random }));
    expect(delays.length).toBe(4);
  });

  it.each([{ attempts: 0 }, { attempts: 1.5 }, { delay: -1 }, { maxDelay: Number.NaN }])("refuse %o", (options) => {
    expect(() => retry(options)).toThrow(TypeError);
  });
});

describe("umRetry", () => {
  const outcomes = [failure("transport-failed"), failure("transport-refused", true), busy("0")];

  it.each<[string, (um: Client<UMService>) => Promise<unknown>, readonly number[]]>([
    ["PlayOnPhone", (um) => um.playOnPhone({ entryId: "AAAA", dialString: "1" }), [1, 1, 1]],
    ["PlayOnPhoneGreeting", (um) => um.playOnPhoneGreeting({ greetingType: "OofCustom", dialString: "1" }), [1, 1, 1]],
    ["Disconnect", (um) => um.disconnect({ callId: "a" }), [1, 2, 2]],
    ["ResetPIN", (um) => um.resetPIN(), [1, 2, 2]],
    ["GetCallInfo", (um) => um.getCallInfo({ callId: "a" }), [2, 2, 2]],
    ["SetOofStatus", (um) => um.setOofStatus({ status: true }), [2, 2, 2]],
  ])("%s", async (_name, act, wanted) => {
    const counts: number[] = [];
    for (const outcome of outcomes) {
      const server = transportOf(outcome, failure("transport-tls"));
      const { transport } = server;
      await rejectionOf(act(createClient(UMService, { endpoint, transport, interceptors: [umRetry({ delay: 0 })] })));
      counts.push(server.count);
    }
    expect(counts).toEqual(wanted);
  });
});
