import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "xsdsmith/node";
import { createUmClient } from "xsdsmith/um";
import { startUmService, type UmServer } from "xsdsmith/um/testing";
import { run } from "../../../../../generator/cli/run.js";
import type { Terminal } from "../../../../../generator/cli/terminal.js";
import { recordTerminal } from "../record-terminal.js";

const credentials = { user: "EXAMPLE\\ann", password: "p@ss:wörd" };

let open: UmServer;
let guarded: UmServer;
beforeAll(async () => {
  open = await startUmService();
  guarded = await startUmService({ credentials });
});
afterAll(() => Promise.all([open.close(), guarded.close()]));

async function disconnect(
  args: readonly string[],
  options: Partial<Terminal> = {},
): Promise<{ code: number; printed: string; errors: string }> {
  const { terminal, printed, errors } = recordTerminal(options);
  const code = await run(["um", "disconnect", ...args], terminal);
  return { code, printed: printed(), errors: errors() };
}

it("ends a call", async () => {
  const client = createUmClient({ endpoint: open.endpoint });
  const { id: callId } = await client.playOnPhone({ entryId: "AAAA", dialString: "1" });
  const outcome = await disconnect([callId, "--endpoint", open.endpoint]);
  expect(outcome).toEqual({ code: 0, printed: `disconnected ${callId}`, errors: "" });
  expect((await client.getCallInfo(callId)).callState).toBe("Disconnected");
});

it("shows the request and the response, indented", async () => {
  const { errors } = await disconnect(["bogus", "--endpoint", open.endpoint, "--show-soap"]);
  expect(errors).toMatch(
    /^--> Disconnect\n<[\s\S]+\n {6}<CallId>bogus<\/CallId>\n[\s\S]+\n<-- HTTP 500\n<[\s\S]+ {6}<faultcode/,
  );
});

it("tells of a call that the server does not know, unless that is good enough", async () => {
  const args = ["bogus", "--endpoint", open.endpoint];
  expect(await disconnect(args)).toEqual({
    code: 3,
    printed: "",
    errors: "error um-invalid-call-id: The call identifier isn't valid. (InvalidCallIdException)",
  });
  expect(await disconnect([...args, "--ignore-unknown"])).toEqual({
    code: 0,
    printed: "already over bogus",
    errors: "",
  });
});

it.each([[""], ["A".repeat(513)]])("sends no identifier that cannot be one", async (callId) => {
  const before = open.exchanges.length;
  const { code, errors } = await disconnect([callId, "--endpoint", open.endpoint]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^error cvc-m(in|ax)Length-valid: .* \(at \/callId\)$/);
  expect(open.exchanges.length).toBe(before);
});

it("says in a line that nobody listens", async () => {
  const gone = await startUmService();
  await gone.close();
  const { code, errors } = await disconnect(["a", "--endpoint", gone.endpoint]);
  expect(code).toBe(4);
  expect(errors).toMatch(/^error transport-refused: .*ECONNREFUSED.*$/);
});

it("gives up after the time that it was given", async () => {
  const { code, errors } = await disconnect(["a", "--endpoint", open.endpoint, "--timeout", "0.000001"]);
  expect(code).toBe(4);
  expect(errors).toMatch(/^error transport-timeout: /);
});

it("takes the password from the environment", async () => {
  const args = ["bogus", "--endpoint", guarded.endpoint, "--user", credentials.user, "--ignore-unknown"];
  expect(await disconnect(args, { env: { XSDSMITH_PASSWORD: credentials.password } })).toMatchObject({ code: 0 });
  const refused = await disconnect(args, { env: { XSDSMITH_PASSWORD: "wrong" } });
  expect(refused.code).toBe(4);
  expect(refused.errors).toMatch(/^error transport-auth: .*401/);
});

it("asks for the password where somebody can answer", async () => {
  const questions: string[] = [];
  const askSecret = (question: string): Promise<string> => {
    questions.push(question);
    return Promise.resolve(credentials.password);
  };
  const args = ["bogus", "--endpoint", guarded.endpoint, "--user", credentials.user, "--ignore-unknown"];
  expect(await disconnect(args, { askSecret })).toMatchObject({ code: 0 });
  expect(questions).toEqual([`Password for ${credentials.user}: `]);
});

it("sends a token as a bearer token", async () => {
  const seen: (string | undefined)[] = [];
  const listener = await listen((request) => {
    seen.push(request.headers.get("authorization") ?? undefined);
    return Promise.resolve(new Response(null, { status: 401 }));
  });
  await disconnect(["a", "--endpoint", listener.url], { env: { XSDSMITH_TOKEN: "abc.def" } });
  await disconnect(["a", "--endpoint", listener.url]);
  await listener.close();
  expect(seen).toEqual(["Bearer abc.def", undefined]);
});

it("sends no token to another machine in the open, and does not print it", async () => {
  const env = { XSDSMITH_TOKEN: "abc.def" };
  const { errors } = await disconnect(["a", "--endpoint", "http://mail.example.com/"], { env });
  expect(errors).toMatch(/^error transport-insecure: /);
  expect(errors).not.toContain("abc.def");
});

describe("several calls", () => {
  const place = async (count: number): Promise<readonly string[]> => {
    const client = createUmClient({ endpoint: open.endpoint });
    const calls = Array.from({ length: count }, () => client.playOnPhone({ entryId: "AAAA", dialString: "1" }));
    return (await Promise.all(calls)).map(({ id }) => id);
  };

  it("are ended side by side, with progress and a summary", async () => {
    const callIds = await place(20);
    const shown: string[] = [];
    const status = (text: string) => void shown.push(text);
    const args = [...callIds, callIds[0] ?? "", "--endpoint", open.endpoint];
    const { code, printed, errors } = await disconnect(args, { status });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const lines = printed.split("\n");
    expect(lines.slice(0, -1)).toEqual(callIds.map((callId) => `disconnected ${callId}`));
    expect(lines.at(-1)).toBe("20 of 20 calls ended");
    expect(shown[0]).toBe("0 of 20");
    expect(shown).toContain("20 of 20");
    expect(shown.at(-1)).toBe("");
  });

  it("are ended although one of them cannot be", async () => {
    const [one = "", other = ""] = await place(2);
    const { code, printed } = await disconnect([one, "bogus", other, "--endpoint", open.endpoint]);
    expect(code).toBe(3);
    const lines = printed.split("\n");
    expect(lines).toContain(
      "failed bogus: um-invalid-call-id: The call identifier isn't valid. (InvalidCallIdException)",
    );
    expect(lines.at(-1)).toBe("2 of 3 calls ended, 1 failed");
    const ignoring = await disconnect(["bogus", one, "--ignore-unknown", "--endpoint", open.endpoint]);
    expect(ignoring).toMatchObject({ code: 0, errors: "" });
    expect(ignoring.printed).toContain("already over bogus");
  });

  it("are told as JSON", async () => {
    const [callId = ""] = await place(1);
    const { code, printed } = await disconnect([callId, "bogus", "", "--json", "--endpoint", open.endpoint]);
    expect(code).toBe(3);
    const values = printed.split("\n").map((line) => JSON.parse(line) as object);
    expect(values).toHaveLength(4);
    expect(values).toContainEqual({ callId, outcome: "disconnected" });
    expect(values).toContainEqual({
      callId: "bogus",
      outcome: "failed",
      error: {
        code: "um-invalid-call-id",
        message: "The call identifier isn't valid.",
        reported: "InvalidCallIdException",
      },
    });
    expect(values.at(-1)).toEqual({ summary: { ended: 1, failed: 2 } });
    const single = await disconnect(["bogus", "--json", "--endpoint", open.endpoint]);
    expect(single).toMatchObject({ code: 3, errors: "" });
    expect(JSON.parse(single.printed)).toMatchObject({ error: { code: "um-invalid-call-id" } });
  });
});
