import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../../../generator/cli/command.js";
import { readProfile, type UmProfile } from "../../../../../generator/cli/um/profiles.js";
import { recordTerminal } from "../record-terminal.js";

const folder = mkdtempSync(join(tmpdir(), "xsdsmith-profiles-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = { endpoint: "https://mail.example.com/EWS/UM2007Legacy.asmx", user: "EXAMPLE\\ann", timeout: "30" };
mkdirSync(join(folder, ".config/xsdsmith"), { recursive: true });
writeFileSync(
  join(folder, ".config/xsdsmith/config.json"),
  JSON.stringify({ default: "work", profiles: { work: { ...work, timeout: 30 }, lab: { service: "ews" } } }),
);

function read(
  name: string | undefined,
  { content, env = { HOME: folder } }: { content?: string; env?: Record<string, string> } = {},
): UmProfile {
  const { terminal } = recordTerminal({ cwd: folder, env });
  if (content !== undefined) writeFileSync(join(folder, "own.json"), content);
  return readProfile(name, content === undefined ? undefined : "own.json", terminal);
}

describe("a profile", () => {
  it("is the default one, or that of a name", () => {
    expect(read(undefined)).toEqual(work);
    expect(read("lab")).toEqual({ service: "ews" });
    expect(read("lab", { content: '{"profiles":{"lab":{"service":"um"}}}' })).toEqual({ service: "um" });
    expect(read(undefined, { content: "{}" })).toEqual({});
    expect(read("__proto__", { content: '{"profiles":{"__proto__":{"user":"a"}}}' })).toEqual({ user: "a" });
  });

  it("comes from the file that the environment names", () => {
    expect(read("lab", { env: { XDG_CONFIG_HOME: join(folder, ".config") } })).toEqual({ service: "ews" });
    expect(read("lab", { env: { XSDSMITH_CONFIG: ".config/xsdsmith/config.json" } })).toEqual({ service: "ews" });
  });

  it("need not be there where none is asked for", () => {
    expect(read(undefined, { env: {} })).toEqual({});
    expect(read(undefined, { env: { HOME: join(folder, "nobody") } })).toEqual({});
  });

  it.each([
    ["lap", undefined, 'has no profile "lap"; did you mean "lab"?'],
    ["constructor", "{}", 'own.json has no profile "constructor"'],
    [undefined, "{", "own.json is not JSON: "],
    [undefined, "[]", "own.json is not an object"],
    [undefined, '{"profiles":{"a":1}}', 'own.json: profile "a" is not an object'],
    [undefined, '{"profile":{}}', 'own.json has "profile", which is not known; did you mean "profiles"?'],
    [undefined, '{"default":1}', "own.json: default is not a name"],
    [undefined, '{"profiles":{"a":{"endpoint":1}}}', 'own.json: profile "a": endpoint is not a text'],
    [
      undefined,
      '{"profiles":{"a":{"password":"x"}}}',
      'profile "a" holds "password", and the file is no place for secrets',
    ],
    [undefined, '{"profiles":{"a":{"apiToken":"x"}}}', "no place for secrets"],
    [undefined, '{"profiles":{"a":{"colour":"x"}}}', "known are endpoint, service, user, auth, timeout"],
  ])("%s of %s is refused", (name, content, says) => {
    expect(() => read(name, content === undefined ? {} : { content })).toThrow(UsageError);
    expect(() => read(name, content === undefined ? {} : { content })).toThrow(says);
  });

  it("cannot be asked for where there is no file", () => {
    expect(() => read("lab", { env: {} })).toThrow("there is no configuration file");
    const { terminal } = recordTerminal({ cwd: folder });
    expect(() => readProfile(undefined, "gone.json", terminal)).toThrow(/there is no file .*gone\.json/);
    expect(() => readProfile(undefined, ".", terminal)).toThrow("cannot read the configuration");
  });
});
