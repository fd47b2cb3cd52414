import { afterAll, beforeAll, expect, it } from "vitest";
import { listen } from "xsdsmith/node";
import { createUmClient } from "xsdsmith/um";
import { startUmService, type UmServer } from "xsdsmith/um/testing";
import { run } from "../../../generator/cli/run.js";
import type { Terminal } from "../../../generator/cli/terminal.js";
import { recordTerminal } from "./record-terminal.js";

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
  const { printed } = await disconnect(["bogus", "--endpoint", open.endpoint, "--show-soap"]);
  expect(printed).toMatch(
    /^--> Disconnect\n<[\s\S]+\n {6}<CallId>bogus<\/CallId>\n[\s\S]+\n<-- HTTP 500\n<[\s\S]+ {6}<faultcode/,
  );
});

it("tells of a call that the server does not know, unless that is good enough", async () => {
  const args = ["bogus", "--endpoint", open.endpoint];
  expect(await disconnect(args)).toEqual({
    code: 1,
    printed: "",
    errors: "error um-invalid-call-id: The call identifier isn't valid. (InvalidCallIdException)",
  });
  expect(await disconnect([...args, "--ignore-unknown"])).toMatchObject({ code: 0, errors: "" });
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
  expect(code).toBe(1);
  expect(errors).toMatch(/^error transport-refused: .*ECONNREFUSED.*$/);
});

it("gives up after the time that it was given", async () => {
  const { code, errors } = await disconnect(["a", "--endpoint", open.endpoint, "--timeout", "0.000001"]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^error transport-timeout: /);
});

it("takes the password from the environment", async () => {
  const args = ["bogus", "--endpoint", guarded.endpoint, "--user", credentials.user, "--ignore-unknown"];
  expect(await disconnect(args, { env: { XSDSMITH_PASSWORD: credentials.password } })).toMatchObject({ code: 0 });
  const refused = await disconnect(args, { env: { XSDSMITH_PASSWORD: "wrong" } });
  expect(refused.code).toBe(1);
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
