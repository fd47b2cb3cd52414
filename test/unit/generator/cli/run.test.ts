import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../../../generator/cli/commands.js";
import { run } from "../../../../generator/cli/run.js";
import { root } from "../../../project-root.js";
import { recordTerminal } from "./record-terminal.js";

async function xsdsmith(...args: readonly string[]): Promise<{ code: number; printed: string; errors: string }> {
  const { terminal, printed, errors } = recordTerminal();
  const code = await run(args, terminal);
  return { code, printed: printed(), errors: errors() };
}

describe("help", () => {
  it.each([["--help"], ["-h"]])("lists all commands for %s", async (option) => {
    const { code, printed, errors } = await xsdsmith(option);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    for (const { words, summary } of commands)
      expect(printed).toMatch(new RegExp(`^  ${words.join(" ")} +${summary}$`, "m"));
  });

  it("lists a group's commands only", async () => {
    const { code, printed } = await xsdsmith("um", "--help");
    expect(code).toBe(0);
    expect(printed).toContain("um disconnect");
    expect(printed).not.toContain("generate");
    expect(printed).not.toContain("--version");
  });

  it.each(commands)(
    "of $words has every option and an example, in 100 columns",
    async ({ words, options, examples }) => {
      const { code, printed } = await xsdsmith(...words, "--help");
      expect(code).toBe(0);
      for (const name of [...Object.keys(options), "help"])
        expect(printed).toMatch(new RegExp(`^  (-\\w, )?--${name}\\b`, "m"));
      expect(examples.length).toBeGreaterThan(0);
      const prose = printed.split("\n").filter((line) => !line.startsWith("  xsdsmith "));
      expect(prose.filter((line) => line.length > 100)).toEqual([]);
    },
  );

  it("comes before anything else is looked at", async () => {
    expect((await xsdsmith("um", "disconnect", "--help", "--endpoint", "nonsense")).code).toBe(0);
  });
});

describe("a command line that is wrong", () => {
  it.each([
    { args: ["genrate"], says: `unknown command "genrate"; did you mean "generate"?` },
    { args: ["um", "disconect", "x"], says: `unknown command "um disconect"; did you mean "um disconnect"?` },
    { args: ["um", "dis"], says: `unknown command "um dis"; did you mean "um disconnect"?` },
    { args: ["gen"], says: `unknown command "gen"; did you mean "generate"?` },
    { args: ["frobnicate"], says: `unknown command "frobnicate"` },
    { args: ["--frobnicate"], says: "unknown option --frobnicate" },
    { args: ["--verion"], says: "unknown option --verion; did you mean --version?" },
    { args: ["um", "--hlep"], says: "unknown option --hlep; did you mean --help?" },
    { args: ["um", "--version"], says: "unknown option --version" },
    {
      args: ["generate"],
      says: "generate needs at least one .xsd or .wsdl file, or a configuration: xsdsmith init writes one",
    },
    { args: ["generate", "a.xsd"], says: "generate needs a folder to write to: --out DIR" },
    { args: ["generate", "a.xsd", "--out", "x", "--chek"], says: "unknown option --chek; did you mean --check?" },
    {
      args: ["generate", "a.xsd", "--out", "x", "--property-names", "snake"],
      says: `option --property-names is camel or preserve, not "snake"`,
    },
    { args: ["um", "disconnect", "--endpoint", "http://localhost/"], says: "um disconnect needs a CALL_ID" },
    { args: ["um", "disconnect", "a"], says: "um disconnect needs a service: --endpoint URL, or a profile" },
    { args: ["um", "disconnect", "a", "--endpoint", "there"], says: "the endpoint is not a URL" },
    {
      args: ["um", "disconnect", "a", "--endpoint", "http://localhost/", "--timeout", "soon"],
      says: `option --timeout is in seconds, not "soon"`,
    },
    {
      args: ["um", "disconnect", "a", "--endpoint", "http://localhost/", "--user", "me"],
      says: "no password: set XSDSMITH_PASSWORD, or answer the question on a terminal",
    },
  ])("$args: exit code 2, what is wrong, and where the help is", async ({ args, says }) => {
    const { code, printed, errors } = await xsdsmith(...args);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(errors).toMatch(/\nRun "xsdsmith( generate| um disconnect)? --help" for how to use it\.$/);
    expect(errors.split("\n")[0]).toBe(`xsdsmith: ${says}`);
  });

  it.each([[[]], [["um"]]])("%j: exit code 2 and the help", async (args) => {
    const { code, printed, errors } = await xsdsmith(...args);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(errors).toContain("Commands:\n");
  });
});

it("tells its version", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  expect(await xsdsmith("--version")).toEqual({ code: 0, printed: version, errors: "" });
});
