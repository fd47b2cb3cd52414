import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualClock, startUmService, type UmServer } from "xsdsmith/um/testing";
import { run } from "../../../../../generator/cli/run.js";
import type { Terminal } from "../../../../../generator/cli/terminal.js";
import { recordTerminal } from "../record-terminal.js";

const clock = manualClock();
let service: UmServer;
beforeAll(async () => {
  const failure = (dialString: string) => (dialString === "486" ? "UserBusy" : "None");
  service = await startUmService({ clock, connectAfter: 100, forgetAfter: 1000, failure });
});
afterAll(() => service.close());

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}

async function um(args: readonly string[], options: Partial<Terminal> = {}): Promise<Outcome> {
  const { terminal, printed, errors } = recordTerminal(options);
  const code = await run(["um", ...args, "--endpoint", service.endpoint], terminal);
  return { code, printed: printed(), errors: errors() };
}

/** The last `--endpoint` counts. */
function ews(args: readonly string[], options: Partial<Terminal> = {}): Promise<Outcome> {
  const { terminal, printed, errors } = recordTerminal(options);
  const outcome = run(["um", ...args, "--endpoint", service.ewsEndpoint], terminal);
  return outcome.then((code) => ({ code, printed: printed(), errors: errors() }));
}

async function placeCall(...args: readonly string[]): Promise<string> {
  return (await um(["call", "4255550123", "--item", "AAAA", ...args])).printed;
}

describe("um status", () => {
  it("tells of the mailbox, by either service", async () => {
    expect(await um(["status"])).toEqual({
      code: 0,
      printed: `service  Unified Messaging web service at ${service.endpoint}\nmailbox  enabled for Unified Messaging`,
      errors: "",
    });
    expect((await ews(["status"])).printed).toContain(`Exchange Web Services at ${service.ewsEndpoint}`);
    const { printed } = await um(["status", "--json"]);
    expect(JSON.parse(printed)).toEqual({ endpoint: service.endpoint, service: "um", umEnabled: true });
  });

  it("tells of calls", async () => {
    const callId = await placeCall();
    expect((await um(["status", callId])).printed).toBe(`${callId}  Connecting`);
    const { code, printed } = await ews(["status", callId, "bogus", "--json"]);
    expect(code).toBe(3);
    const [known, unknown] = printed.split("\n").map((line) => JSON.parse(line) as object);
    expect(known).toEqual({ callId, callState: "Connecting", eventCause: "None" });
    expect(unknown).toMatchObject({ callId: "bogus", error: { reported: "ErrorInvalidPhoneCallId" } });
    expect(await um(["status", "bogus"])).toMatchObject({ code: 3, printed: "" });
  });
});

describe("um call", () => {
  it("prints the identifier of the call", async () => {
    const callId = await placeCall();
    expect(service.calls.at(-1)).toEqual({ callId, dialString: "4255550123", plays: "AAAA" });
    expect(JSON.parse(await placeCall("--json"))).toEqual({
      callId: service.calls.at(-1)?.callId,
      dialString: "4255550123",
    });
  });

  it("takes the number of the mailbox where none is given", async () => {
    await um(["call", "--greeting", "OofCustom"]);
    expect(service.calls.at(-1)).toMatchObject({ dialString: "4255550100", plays: "OofCustom" });
    await ews(["call", "--item", "abc"]);
    expect(service.calls.at(-1)).toMatchObject({ dialString: "4255550100", plays: "abc" });
  });

  it("follows the call where that is asked for", async () => {
    const states: string[] = [];
    const print = (line: string) => {
      states.push(line);
      clock.advance(100);
    };
    const { code } = await ews(["call", "486", "--item", "abc", "--watch", "--every", "0.001"], { print });
    expect(code).toBe(0);
    // Told of the identifier, the clock moved on, so that the first state is the last.
    expect(states.slice(1)).toEqual(["Disconnected: UserBusy (486 Busy Here)"]);
  });

  it.each([
    [["1"], "um call needs what to play: either --item ID or --greeting KIND"],
    [
      ["1", "--item", "a", "--greeting", "OofCustom"],
      "um call needs what to play: either --item ID or --greeting KIND",
    ],
    [["1", "2", "--item", "a"], "um call takes one NUMBER"],
    [["1", "--greeting", "Oof"], 'option --greeting is NormalCustom or OofCustom, not "Oof"'],
    [["1", "--item", "a", "--service", "x"], 'the service is um or ews, not "x"'],
  ])("%j: exit code 2", async (args, says) => {
    const { code, errors } = await um(["call", ...args]);
    expect(code).toBe(2);
    expect(errors.split("\n")[0]).toBe(`xsdsmith: ${says}`);
  });

  it("says what Exchange Web Services cannot do", async () => {
    const { code, errors } = await ews(["call", "1", "--greeting", "OofCustom"]);
    expect(code).toBe(2);
    expect(errors).toContain("Exchange Web Services cannot play greetings; UM2007Legacy.asmx can");
  });
});

describe("um watch", () => {
  it("prints each state once, and a line that lives between", async () => {
    const callId = await placeCall();
    const shown: string[] = [];
    const printed: string[] = [];
    const print = (line: string) => {
      printed.push(line);
      clock.advance(line === "Connected" ? 2000 : 100);
    };
    const status = (text: string) => void shown.push(text);
    const watching = um(["watch", callId, "--every", "0.001"], { print, status });
    // The call is up until somebody ends it.
    while (!printed.includes("Connected")) await new Promise((resolve) => setTimeout(resolve, 5));
    await um(["disconnect", callId]);
    expect(await watching).toMatchObject({ code: 0, errors: "" });
    expect(printed).toEqual(["Connecting", "Connected", "Disconnected: ended in the ordinary way"]);
    expect(shown[0]).toBe("Asking, 0 s");
    expect(shown).toContain("Connected, 0 s");
    expect(shown.at(-1)).toBe("");
  });

  it("ends with the call that is forgotten, and refuses one that never was", async () => {
    const callId = await placeCall();
    const seen: string[] = [];
    const print = (line: string) => void seen.push(line);
    const watching = um(["watch", callId, "--every", "0.2", "--json"], { print });
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await um(["disconnect", callId]);
    clock.advance(1000);
    expect((await watching).code).toBe(0);
    expect(seen.map((line) => JSON.parse(line) as object)).toEqual([
      { callState: "Connecting", eventCause: "None" },
      { callState: "Forgotten" },
    ]);
    expect(await um(["watch", callId])).toMatchObject({ code: 3, printed: "" });
    expect((await um(["watch"])).errors).toContain("um watch needs one CALL_ID");
    expect((await um(["watch", "a", "--every", "0"])).code).toBe(2);
  });
});

describe("settings", () => {
  it("are changed, read back and shown", async () => {
    expect(await um(["set", "out-of-office", "on"])).toEqual({
      code: 0,
      printed: "out-of-office is on, read back",
      errors: "",
    });
    await um(["set", "missed-call-mail", "off", "--no-verify"]);
    await um(["set", "dial-string", "+1 425"]);
    expect((await um(["properties"])).printed.split("\n")).toEqual([
      "out-of-office     on",
      "missed-call-mail  off",
      "dial-string       +1 425",
      "telephone-folder  (none)",
      "access-numbers    4255550199",
    ]);
    expect(JSON.parse((await um(["set", "telephone-folder", "AAAA", "--json"])).printed)).toEqual({
      name: "telephone-folder",
      value: "AAAA",
      verified: true,
    });
    expect(JSON.parse((await um(["properties", "--json"])).printed)).toEqual(service.properties);
    expect((await um(["set", "out-of-office", "off"])).code).toBe(0);
    expect(service.properties.oofStatus).toBe(false);
  });

  it.each([
    [
      ["set"],
      "um set needs a NAME and a VALUE; names are out-of-office, missed-call-mail, dial-string, telephone-folder",
    ],
    [["set", "out-of-ofice", "on"], 'there is no setting "out-of-ofice"; did you mean out-of-office?'],
    [["set", "out-of-office", "true"], 'out-of-office is on or off, not "true"'],
    [["properties", "x"], "um properties takes no arguments"],
  ])("%j: exit code 2", async (args, says) => {
    const { code, errors } = await um(args);
    expect(code).toBe(2);
    expect(errors.split("\n")[0]).toBe(`xsdsmith: ${says}`);
  });

  it("are not for Exchange Web Services", async () => {
    expect((await ews(["set", "out-of-office", "on"])).code).toBe(2);
    expect((await ews(["properties"])).errors).toContain("cannot show the settings");
  });
});

describe("um reset-pin", () => {
  it("asks first", async () => {
    const questions: string[] = [];
    const answer = (text: string) => (question: string) => {
      questions.push(question);
      return Promise.resolve(text);
    };
    const before = service.pinResets;
    expect(await um(["reset-pin"], { ask: answer("no") })).toMatchObject({ code: 1, printed: "nothing was changed" });
    expect(await um(["reset-pin"], { ask: answer("") })).toMatchObject({ code: 1 });
    expect(service.pinResets).toBe(before);
    expect(await um(["reset-pin"], { ask: answer(" Y ") })).toEqual({
      code: 0,
      printed: "the PIN was reset; the new one is in the user's mail",
      errors: "",
    });
    expect(questions[0]).toBe(`Reset the PIN of the mailbox at ${service.endpoint}? [y/N] `);
    expect((await um(["reset-pin", "--yes"])).code).toBe(0);
    expect(service.pinResets).toBe(before + 2);
  });

  it("does nothing where nobody can answer", async () => {
    const { code, errors } = await um(["reset-pin"]);
    expect(code).toBe(2);
    expect(errors).toContain("nobody can answer here: --yes resets the PIN without asking");
    expect((await um(["reset-pin", "x"])).code).toBe(2);
    expect((await ews(["reset-pin", "--yes"])).code).toBe(2);
  });
});

it("errors are told as JSON", async () => {
  const { code, printed, errors } = await um(["call", "x", "--item", "AAAA", "--json"]);
  expect({ code, errors }).toEqual({ code: 3, errors: "" });
  expect(JSON.parse(printed)).toEqual({
    error: {
      code: "um-dialing-rules",
      message: "Dialing restrictions are preventing the phone number that was entered from being dialed.",
      reported: "DialingRulesException",
    },
  });
  const invalid = await um(["disconnect", "", "--json"]);
  expect(invalid.code).toBe(1);
  expect(JSON.parse(invalid.printed)).toMatchObject({ error: { code: "cvc-minLength-valid" } });
});
