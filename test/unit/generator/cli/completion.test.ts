import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../../../generator/cli/commands.js";
import { run } from "../../../../generator/cli/run.js";
import { root } from "../../../project-root.js";
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
  if (status !== 0) console.warn(`skipped: ${shell} is not installed`);
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

/** A press of Tab in a shell that runs; `xsdsmith` tells what it was given. */
describe("operations of a WSDL", () => {
  const shells = ["bash", "zsh", "fish"].filter(isInstalled);
  const wsdl = "my dir/um.wsdl";

  beforeAll(async () => {
    mkdirSync(join(folder, "my dir"));
    mkdirSync(join(folder, "bin"));
    for (const name of ["um.wsdl", "um.xsd"]) cpSync(join(root, "schemas", name), join(folder, "my dir", name));
    const main = join(root, "dist/generator/cli/main.js");
    const lines = [
      "#!/bin/sh",
      `case "$1" in completion) exec "${process.execPath}" "${main}" "$@" ;; esac`,
      "printf '[%s]' GOT \"$@\"",
      "echo",
    ];
    writeFileSync(join(folder, "bin/xsdsmith"), lines.join("\n"), { mode: 0o755 });
    for (const shell of shells) writeFileSync(join(folder, `operations.${shell}`), await script(shell));
  });

  function runWith(shell: string, args: readonly string[], input = ""): string {
    const env = {
      ...process.env,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      XDG_CACHE_HOME: join(folder, "cache"),
      TERM: "dumb",
    };
    return spawnSync(shell, args, { encoding: "utf8", cwd: folder, env, input, timeout: 60_000 }).stdout;
  }

  it.runIf(shells.includes("bash"))("bash: by Tab", () => {
    const lines = [
      "source ./operations.bash",
      'cd "my dir"',
      "xsdsmith call um.wsdl Disc\t",
      "cd ..",
      "xsdsmith call my\\ dir/um.wsdl --endpoint http://x:1/ GetC\t--show\t",
      // Neither the value of an option is a WSDL, nor is `um call` this command.
      'xsdsmith call --json "my dir/um.wsdl" Disc\t',
      'xsdsmith um call "my dir/um.wsdl" Disc\t',
      "",
    ];
    const printed = runWith("bash", ["--norc", "-i"], lines.join("\n"));
    expect(printed.match(/^\[GOT\].*$/gm)).toEqual([
      "[GOT][call][um.wsdl][Disconnect]",
      `[GOT][call][${wsdl}][--endpoint][http://x:1/][GetCallInfo][--show-soap]`,
      `[GOT][call][--json][${wsdl}][Disc]`,
      `[GOT][um][call][${wsdl}][Disc]`,
    ]);
  });

  it.runIf(shells.includes("zsh"))("zsh: by Tab, with types", () => {
    const code = `
      zmodload zsh/zpty
      zpty shell 'zsh -f -i'
      zpty -w shell "autoload -Uz compinit; compinit -D -u; source ./operations.zsh; echo READ''Y"
      zpty -r shell line '*READY*'
      zpty -w -n shell $'xsdsmith call "my dir/um.wsdl" --json "{}" GetC\\t\\n'
      zpty -r shell line '*\\[GOT\\]*\\[GetCallInfo\\]*'; print -r -- $line
      zpty -w -n shell $'xsdsmith call "my dir/um.wsdl" Get\\t\\t'
      zpty -r shell line '*GetUMProperties *--*'; print -r -- $line
      zpty -d shell`;
    const printed = runWith("zsh", ["-f", "-c", code]);
    expect(printed).toContain(`[GOT][call][${wsdl}][--json][{}][GetCallInfo]`);
    expect(printed).toMatch(/GetCallInfo +-- \{ callId: CallId \} → \{ getCallInfoResponse: UMCallInfo \}/);
  });

  it.runIf(shells.includes("fish"))("fish: with types", () => {
    const complete = (line: string) =>
      runWith("fish", ["--no-config", "-c", `source ./operations.fish; complete -C '${line}'`]);
    expect(complete(`xsdsmith call "${wsdl}" --json "{}" Disc`)).toBe("Disconnect\t{ callId: CallId } → {}\n");
    expect(complete(`xsdsmith call --json "${wsdl}" Disc`)).toBe("");
    expect(complete(`xsdsmith um call "${wsdl}" Disc`)).toBe("");
  });

  it("are read once, and again when a file has changed", async () => {
    const cwd = join(folder, "my dir");
    const env = { XDG_CACHE_HOME: join(folder, "kept") };
    const list = async () => {
      const { terminal, printed } = recordTerminal();
      expect(await run(["completion", "operations", "um.wsdl"], { ...terminal, cwd, env })).toBe(0);
      return printed();
    };
    const first = await list();
    expect(first.split("\n")).toContain("ResetPIN\t{} → {}");
    const [name = ""] = readdirSync(join(folder, "kept/xsdsmith"));
    const kept = join(folder, "kept/xsdsmith", name);
    writeFileSync(kept, readFileSync(kept, "utf8").replace("ResetPIN", "Kept"));
    expect(await list()).toBe(first.replace("ResetPIN", "Kept"));
    writeFileSync(join(cwd, "um.xsd"), `${readFileSync(join(cwd, "um.xsd"), "utf8")}\n`);
    expect(await list()).toBe(first);
    writeFileSync(kept, "{");
    expect(await list()).toBe(first);
  });

  it("of a file that is none are an error", async () => {
    const { terminal, errors } = recordTerminal();
    expect(await run(["completion", "operations", "none.wsdl"], terminal)).toBe(1);
    expect(errors()).toContain("there is no file none.wsdl");
  });
});

it("names the shells that it knows", async () => {
  for (const args of [[], ["tcsh"], ["bash", "zsh"]]) {
    const { terminal, errors } = recordTerminal();
    expect(await run(["completion", ...args], terminal)).toBe(2);
    expect(errors()).toContain("completion needs a shell: bash, zsh or fish");
  }
});
