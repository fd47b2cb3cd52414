import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../../../../generator/cli/run.js";
import { recordTerminal } from "./record-terminal.js";

const schema = (values: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="Unit"><xs:restriction base="xs:string">${values}</xs:restriction></xs:simpleType></xs:schema>`;

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "xsdsmith-diff-"));
  writeFileSync(join(cwd, "1.xsd"), schema('<xs:enumeration value="kg"/>'));
  writeFileSync(join(cwd, "2.xsd"), schema('<xs:enumeration value="kg"/><xs:enumeration value="m"/>'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function diff(...args: readonly string[]): Promise<{ code: number; printed: string; errors: string }> {
  const { terminal, printed, errors } = recordTerminal({ cwd });
  return { code: await run(["diff", ...args], terminal), printed: printed(), errors: errors() };
}

it("exits with 1 for those who are asked about", async () => {
  expect(await diff("1.xsd", "2.xsd")).toMatchObject({
    code: 1,
    errors: "",
    printed: expect.stringContaining("- value m added — breaks readers"),
  });
  expect((await diff("1.xsd", "2.xsd", "--fail-on", "writers")).code).toBe(0);
  expect((await diff("1.xsd", "2.xsd", "--fail-on", "readers")).code).toBe(1);
  expect((await diff("1.xsd", "2.xsd", "--fail-on", "nobody")).code).toBe(0);
  expect((await diff("1.xsd", "1.xsd")).code).toBe(0);
});

it("prints JSON", async () => {
  const { printed } = await diff("1.xsd", "2.xsd", "--json");
  expect(JSON.parse(printed)).toMatchObject({ components: [{ kind: "type", name: "Unit", status: "changed" }] });
});

it.each([
  [["1.xsd"], "diff needs two files, the old and the new one"],
  [["1.xsd", "2.xsd", "--fail-on", "me"], 'option --fail-on is writers, readers, any, nobody, not "me"'],
])("refuses %j", async (args, message) => {
  expect(await diff(...args)).toMatchObject({ code: 2, errors: expect.stringContaining(message) });
});
