import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { generateFiles } from "../../generator/generate.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { SchemaError } from "../../src/errors.js";
import { featuresIn } from "../features/feature.js";
import { root } from "../project-root.js";
import { coveredFeatures, missingNames } from "./lite-modules.js";

const features = featuresIn(join(root, "test/features"));

/** The messages of the errors of `generate --runtime lite`, or what it gives. */
async function generateLite(folder: string, entry: string): Promise<readonly string[] | ReadonlyMap<string, string>> {
  try {
    const { files } = await generateFiles([entry], { ...nodeFiles(folder), runtime: "lite" });
    return new Map(files.map(({ path, text }) => [path, text]));
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return error.issues
      .filter(({ severity }) => severity === undefined)
      .map(({ code, message }) => `${code}: ${message}`);
  }
}

it("gives the code that the full runtime has, but for where it imports from", async () => {
  const lite = await generateLite(join(root, "test/features/choice"), "schema.xsd");
  const golden = readFileSync(join(root, "test/features/choice/expected.ts"), "utf8");
  expect(lite).toEqual(new Map([["schema.ts", golden.replace("xsdsmith/codegen", "xsdsmith/lite")]]));
});

it("names what the small runtime does not have, and the component that has it", async () => {
  expect(await generateLite(join(root, "test/features/any"), "schema.xsd")).toMatchInlineSnapshot(`
    [
      "bind-lite: element Any in schema.xsd has an element wildcard, for which the runtime "lite" is too small; "full" is not",
      "bind-lite: element Other in schema.xsd has an element wildcard, for which the runtime "lite" is too small; "full" is not",
      "bind-lite: element Local in schema.xsd has an element wildcard, for which the runtime "lite" is too small; "full" is not",
      "bind-lite: element Target in schema.xsd has an element wildcard, for which the runtime "lite" is too small; "full" is not",
      "bind-lite: element Listed in schema.xsd has an element wildcard, for which the runtime "lite" is too small; "full" is not",
    ]
  `);
  expect(await generateLite(join(root, "test/features/extension"), "schema.xsd")).toBeInstanceOf(Map);
  expect(await generateLite(join(root, "test/features/restriction"), "schema.xsd")).toMatchInlineSnapshot(`
    [
      "bind-lite: AnyRange has derived types that xsi:type may name, for which the runtime "lite" is too small; "full" is not",
    ]
  `);
});

it("refuses elements of types that mean something to the rest of a document, or hold anything", async () => {
  const folder = join(root, "dist/.lite-refused");
  mkdirSync(folder, { recursive: true });
  const elements = ["anyType", "ID", "string"].map((type) => `<xs:element name="of-${type}" type="xs:${type}"/>`);
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${elements.join("")}</xs:schema>`;
  writeFileSync(join(folder, "schema.xsd"), schema);
  expect(await generateLite(folder, "schema.xsd")).toEqual([
    expect.stringMatching(/^bind-lite: element of-anyType in schema.xsd has the type anyType/),
    expect.stringMatching(/^bind-lite: element of-ID in schema.xsd has the type ID/),
  ]);
});

it("takes what says nothing where no derived types are known", async () => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b" xmlns="urn:b">
    <xs:complexType name="T" block="extension"><xs:sequence><xs:element name="a" type="T" block="#all" minOccurs="0"/>
    </xs:sequence></xs:complexType><xs:element name="R" type="T" block="restriction"/></xs:schema>`;
  const folder = join(root, "dist/.lite-block");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "schema.xsd"), schema);
  const files = (await generateLite(folder, "schema.xsd")) as ReadonlyMap<string, string>;
  expect(files.get("schema.ts")).toContain("block: ");
  writeFileSync(join(folder, "schema.ts"), files.get("schema.ts") ?? "");
  expect(await complaints(folder)).toBe("");
});

it("is clean under every strict flag", async () => {
  const folder = join(root, "dist/.lite-types");
  rmSync(folder, { recursive: true, force: true });
  for (const { name, folder: from } of coveredFeatures().filter(({ folder: from }) =>
    existsSync(join(from, "schema.xsd")),
  )) {
    const files = await generateLite(from, "schema.xsd");
    mkdirSync(join(folder, name), { recursive: true });
    for (const [path, text] of files as ReadonlyMap<string, string>) writeFileSync(join(folder, name, path), text);
  }
  expect(await complaints(folder)).toBe("");
});

it("refuses exactly the features whose code would import what is not there", async () => {
  const wrong: string[] = [];
  for (const feature of features) {
    const refused = Array.isArray(await generateLite(feature.folder, "schema.xsd"));
    if (refused !== missingNames(feature).length > 0)
      wrong.push(`${feature.name}: ${missingNames(feature).join(", ")}`);
  }
  expect(wrong).toEqual([]);
});

/** What the strictest compiler says of the modules in a folder and in the folders in it. */
async function complaints(folder: string): Promise<string> {
  const config = {
    extends: join(root, "test/features/tsconfig.json"),
    include: ["**/*.ts"],
    exclude: [],
    compilerOptions: { rootDir: root },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const run = promisify(execFile)(join(root, "node_modules/.bin/tsc"), ["-p", folder, "--pretty", "false"]);
  const { stdout } = await run.catch((failure: { readonly stdout: string }) => failure);
  return stdout;
}
