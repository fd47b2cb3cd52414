import { describe, expect, it } from "vitest";
import { AutodiscoverError, type discover } from "xsdsmith/node";
import { readArguments } from "../../../../../generator/cli/read-arguments.js";
import { run } from "../../../../../generator/cli/run.js";
import type { Terminal } from "../../../../../generator/cli/terminal.js";
import { umDiscoverCommand } from "../../../../../generator/cli/um/discover.js";
import { recordTerminal } from "../record-terminal.js";

const found = {
  umUrl: "https://mail.example.com/EWS/UM2007Legacy.asmx",
  ewsUrl: "https://mail.example.com/EWS/Exchange.asmx",
  displayName: "Ann",
  smtpAddress: "ann@example.com",
  protocols: [],
  endpoint: "https://example.com/autodiscover/autodiscover.xml",
};

async function discoverWith(
  ask: typeof discover,
  args: readonly string[],
  options: Partial<Terminal> = {},
): Promise<{ code: number; printed: string; errors: string }> {
  const { terminal, printed, errors } = recordTerminal(options);
  const command = umDiscoverCommand(() => Promise.resolve(ask));
  const code = await command.run(readArguments(args, command.options), terminal);
  return { code, printed: printed(), errors: errors() };
}

describe("um discover", () => {
  it("prints where the services are", async () => {
    const asked: unknown[] = [];
    const ask: typeof discover = async (email, options) => {
      asked.push([email, options?.endpoints, options?.prefer, options?.timeout, options?.authentication !== undefined]);
      return found;
    };
    expect(await discoverWith(ask, ["ann@example.com"])).toEqual({
      code: 0,
      printed: `um   ${found.umUrl}\news  ${found.ewsUrl}`,
      errors: "",
    });
    const args = [
      "ann@example.com",
      "--at",
      "https://a.example/",
      "--internal",
      "--timeout",
      "5",
      "--user",
      "ann",
      "--json",
    ];
    const { printed } = await discoverWith(ask, args, { env: { XSDSMITH_PASSWORD: "x" } });
    const { protocols: _protocols, ...shown } = found;
    expect(JSON.parse(printed)).toEqual(shown);
    expect(asked).toEqual([
      ["ann@example.com", [], "external", 60_000, false],
      ["ann@example.com", ["https://a.example/"], "internal", 5000, true],
    ]);
  });

  it("tells of a mailbox without the service, and of one that cannot be found", async () => {
    const none = await discoverWith(async () => ({ ...found, umUrl: undefined }), ["ann@example.com"]);
    expect(none.printed).toMatch(/^um {3}\(none: /);
    const fail: typeof discover = () => Promise.reject(new AutodiscoverError("nobody knows ann@example.com", []));
    expect(await discoverWith(fail, ["ann@example.com"])).toEqual({
      code: 4,
      printed: "",
      errors: "error um-autodiscover: nobody knows ann@example.com",
    });
    const json = await discoverWith(fail, ["ann@example.com", "--json"]);
    expect(json).toMatchObject({ code: 4, errors: "" });
    expect(JSON.parse(json.printed)).toMatchObject({ error: { code: "um-autodiscover" } });
  });

  it.each([
    [[], "um discover needs one EMAIL"],
    [["a@b.example", "c@d.example"], "um discover needs one EMAIL"],
    [["a@b.example", "--auth", "digest"], 'the way to log in is basic or ntlm or kerberos, not "digest"'],
    [["nobody"], ""],
  ])("%j: exit code 2", async (args, says) => {
    const { terminal, errors } = recordTerminal();
    expect(await run(["um", "discover", ...args], terminal)).toBe(2);
    expect(errors()).toContain(`xsdsmith: ${says}`);
  });
});
