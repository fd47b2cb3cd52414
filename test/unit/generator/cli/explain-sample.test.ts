import { expect, it } from "vitest";
import { run } from "../../../../generator/cli/run.js";
import { root } from "../../../project-root.js";
import { recordTerminal } from "./record-terminal.js";

async function command(...args: readonly string[]): Promise<{ code: number; printed: string; errors: string }> {
  const { terminal, printed, errors } = recordTerminal({ cwd: root });
  const code = await run(args, terminal);
  return { code, printed: printed(), errors: errors() };
}

it("explains an element of the UM service, as text, tree and JSON", async () => {
  const { code, printed } = await command("explain", "Disconnect", "schemas/um.wsdl");
  expect(code).toBe(0);
  expect(printed).toMatch(/^element Disconnect\n.*\n {2}declared at schemas\/um\.xsd:\d+:\d+\n/);
  expect(printed).toContain("operation Disconnect of UMServiceSoap, which has it in the request");
  const tree = await command("explain", "Disconnect", "schemas/um.wsdl", "--tree");
  expect(tree.printed.split("\n")[1]).toMatch(/^└─ CallId {2}\S+/);
  const json = await command("explain", "Disconnect", "schemas/um.wsdl", "--json");
  expect(JSON.parse(json.printed)).toMatchObject([{ kind: "element", name: "Disconnect" }]);
});

it("prints samples that differ with the seed", async () => {
  const { printed } = await command("sample", "Disconnect", "schemas/um.wsdl", "--compact");
  expect(printed).toMatch(/^<Disconnect xmlns="[^"]*"><CallId>[^<]+<\/CallId><\/Disconnect>$/);
  const [one, two] = await Promise.all(
    ["1", "2"].map((seed) => command("sample", "PlayOnPhone", "schemas/um.wsdl", "--seed", seed)),
  );
  expect(one?.printed).not.toBe(two?.printed);
});

it.each([
  [["explain"], 2, "explain needs the name of an element or type"],
  [["explain", "Disconnect"], 2, "explain needs at least one .xsd or .wsdl file"],
  [
    ["explain", "Disconect", "schemas/um.wsdl"],
    1,
    "xsd-unknown-name: no element, type or group is called Disconect; did you mean Disconnect?",
  ],
  [["explain", "Disconnect", "schemas/um.wsdl", "--depth", "two"], 2, 'option --depth is a whole number, not "two"'],
  [
    ["explain", "Disconnect", "schemas/um.wsdl", "--kind", "thing"],
    2,
    "option --kind is element, type, group, attribute, attributeGroup",
  ],
  [["sample", "UMCallState", "schemas/um.wsdl"], 1, "UMCallState is no global element"],
  [
    ["sample", "Disconnect", "schemas/um.wsdl", "--seed", "1", "--maximal"],
    2,
    "a sample is maximal or random, not both",
  ],
] as const)("refuses %j", async (args, code, message) => {
  const result = await command(...args);
  expect(result.code).toBe(code);
  expect(result.errors).toContain(message);
});
