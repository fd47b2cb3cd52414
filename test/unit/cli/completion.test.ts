import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../../../generator/cli/commands.js";
import { run } from "../../../generator/cli/run.js";
import { recordTerminal } from "./record-terminal.js";

const folder = mkdtempSync(join(tmpdir(), "xsdsmith-completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function script(...args: readonly string[]): Promise<string> {
  const { terminal, printed } = recordTerminal();
  expect(await run(["completion", ...args], terminal)).toBe(0);
  return printed();
}

function isInstalled(shell: string): boolean {
  const { status } = spawnSync(shell, ["-c", "exit 0"]);
  if (status !== 0) console.log(`skipped: ${shell} is not installed`);
  return status === 0;
}

function runShell(shell: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(shell, args, { encoding: "utf8", cwd: folder });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe.skipIf(!isInstalled("bash"))("bash", () => {
  async function complete(...words: readonly string[]): Promise<readonly string[]> {
    writeFileSync(join(folder, "xsdsmith.bash"), await script("bash"));
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const code = `. ./xsdsmith.bash; COMP_WORDS=(xsdsmith ${quoted}); COMP_CWORD=${words.length}; _xsdsmith; printf '%s\\n' "$\{COMPREPLY[@]}"`;
    return runShell("bash", ["--norc", "-c", code]).trim().split("\n");
  }

  it("completes the first words of all commands", async () => {
    expect(await complete("")).toEqual([...new Set(commands.map(({ words }) => words[0])), "--help", "--version"]);
    expect(await complete("gen")).toEqual(["generate"]);
  });

  it("completes the commands of a group, and their options", async () => {
    expect(await complete("um", "dis")).toEqual(["disconnect", "discover"]);
    expect(await complete("um", "disconnect", "--ig")).toEqual(["--ignore-unknown"]);
    expect(await complete("um", "disconnect", "MDlk", "--e")).toEqual(["--endpoint"]);
    expect(await complete("generate", "--che")).toEqual(["--check"]);
  });

  it("completes the values of an option", async () => {
    expect(await complete("um", "status", "--service", "")).toEqual(["um", "ews"]);
    expect(await complete("um", "call", "--greeting", "Oof")).toEqual(["OofCustom"]);
    expect(await complete("um", "status", "--user", "a")).toEqual([""]);
    expect(await complete("um", "status", "--config", "a")).toEqual([""]);
  });

  it("knows every option of every command", async () => {
    for (const { words, options } of commands) {
      expect(await complete(...words, "--")).toEqual([...Object.keys(options), "help"].map((name) => `--${name}`));
    }
  });
});

describe.skipIf(!isInstalled("zsh"))("zsh", () => {
  it("reads the script", async () => {
    writeFileSync(join(folder, "_xsdsmith"), await script("zsh"));
    runShell("zsh", ["-f", "-n", "_xsdsmith"]);
    // What `_arguments` is given, as one line for each specification.
    const stubs = "compdef() { :; }; _describe() { print -l $names; }; _arguments() { print -rl -- $@; }";
    const complete = (...words: readonly string[]) =>
      runShell("zsh", [
        "-f",
        "-c",
        `${stubs}; . ./_xsdsmith; words=(xsdsmith ${words.map((word) => `'${word}'`).join(" ")}); CURRENT=${words.length + 1}; _xsdsmith`,
      ]).split("\n");
    expect(await complete("um", "")).toContain("disconnect:End calls");
    expect(await complete("um", "status", "")).toContain(
      "--service[Which one it is; by default told by the end of the URL]:um|ews:(um ews)",
    );
    expect(await complete("um", "disconnect", "")).toContain(
      "--endpoint[The service\\: https\\://<server>/EWS/UM2007Legacy.asmx]:URL: ",
    );
  });
});

describe.skipIf(!isInstalled("fish"))("fish", () => {
  it("completes", async () => {
    writeFileSync(join(folder, "xsdsmith.fish"), await script("fish"));
    const complete = (line: string) => {
      const code = `set -x HOME .; source ./xsdsmith.fish; complete -C '${line}'`;
      return runShell("fish", ["--no-config", "-c", code]).trim().split("\n");
    };
    expect(complete("xsdsmith um discon")).toEqual(["disconnect\tEnd calls"]);
    expect(complete("xsdsmith um disconnect --ig")).toEqual([
      "--ignore-unknown\tA call that the server does not know counts as ended",
    ]);
    expect(complete("xsdsmith um status --service ").map((row) => row.split("\t")[0])).toEqual(["ews", "um"]);
  });
});

it("names the shells that it knows", async () => {
  for (const args of [[], ["tcsh"], ["bash", "zsh"]]) {
    const { terminal, errors } = recordTerminal();
    expect(await run(["completion", ...args], terminal)).toBe(2);
    expect(errors()).toContain("completion needs a shell: bash, zsh or fish");
  }
});
