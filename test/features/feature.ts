import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateFiles, type PipelineOptions } from "../../generator/generate.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import type { ElementDescriptor } from "../../src/schema/descriptors.js";
import { readInfoset } from "../infoset.js";
import { libxml2Wasm, libxmljs2 } from "../libxml2.js";

/** Goldens are written where this is set; CI never sets it. */
export const update: boolean = process.env["UPDATE_GOLDENS"] === "1" && process.env["CI"] === undefined;

/** A folder of `test/features` or `test/issues`. */
export interface Feature {
  readonly name: string;
  readonly folder: string;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

export function featuresIn(folder: string): readonly Feature[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      folder: join(folder, name),
      valid: documentsIn(join(folder, name, "valid")),
      invalid: documentsIn(join(folder, name, "invalid")),
    }));
}

function documentsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .map((name) => join(folder, name));
}

/** What the generator prints for a feature's schema, with the options of its `options.json`. */
export async function generateFeature({ folder }: Feature): Promise<ReadonlyMap<string, string>> {
  const optionsFile = join(folder, "options.json");
  const options: Partial<PipelineOptions> = existsSync(optionsFile)
    ? JSON.parse(readFileSync(optionsFile, "utf8"))
    : {};
  const entry = existsSync(join(folder, "schema.wsdl")) ? "schema.wsdl" : "schema.xsd";
  const { files } = await generateFiles([entry], { ...nodeFiles(folder), ...options });
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The golden files: `expected.ts` for the one module that most features have, else `expected/*.ts`. */
export function goldenFiles({ folder }: Feature, paths: readonly string[]): ReadonlyMap<string, string> {
  const [only, another] = paths;
  if (only !== undefined && another === undefined) return new Map([[only, join(folder, "expected.ts")]]);
  return new Map(paths.map((path) => [path, join(folder, "expected", path)]));
}

/** The golden files that are there. */
export function presentGoldens({ folder }: Feature): readonly string[] {
  const many = join(folder, "expected");
  const single = join(folder, "expected.ts");
  if (existsSync(single)) return [single];
  return existsSync(many) ? readdirSync(many).map((name) => join(many, name)) : [];
}

export function writeGolden(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function removeGoldens(feature: Feature, kept: Iterable<string>): void {
  const wanted = new Set(kept);
  for (const path of presentGoldens(feature)) if (!wanted.has(path)) rmSync(path);
}

/** A descriptor of a golden module, by the place of the module and the name that it is exported under. */
export interface RootDescriptor {
  readonly module: number;
  readonly name: string;
  readonly descriptor: ElementDescriptor;
}

/** The descriptor of a document's root among those that the golden modules export. */
export async function rootDescriptor(feature: Feature, text: string): Promise<RootDescriptor> {
  const element = readInfoset(text).name;
  const found = (await exportedElements(feature)).get(element);
  if (found === undefined) throw new Error(`${feature.name} exports no element ${element}`);
  return found;
}

/** The element descriptors that the golden modules export, by their names in Clark notation. */
export async function exportedElements(feature: Feature): Promise<ReadonlyMap<string, RootDescriptor>> {
  const found = new Map<string, RootDescriptor>();
  for (const [module, path] of presentGoldens(feature).entries()) {
    const exports: Record<string, unknown> = await import(path);
    for (const [name, descriptor] of Object.entries(exports)) {
      if (isElement(descriptor) && !found.has(clark(descriptor))) {
        found.set(clark(descriptor), { module, name, descriptor });
      }
    }
  }
  return found;
}

function isElement(value: unknown): value is ElementDescriptor {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "elementDeclaration";
}

function clark({ namespace, name }: ElementDescriptor): string {
  return namespace === "" ? name : `{${namespace}}${name}`;
}

/** What libxml2 says of a document, `accepted` or its findings; a newer one is asked where the first is against us. */
export function libxml2Verdict({ folder }: Feature, text: string, expected: "accepted" | "refused"): string {
  const schema = join(folder, "schema.xsd");
  let findings = libxmljs2(schema)(text);
  if ((findings.length === 0) !== (expected === "accepted")) findings = libxml2Wasm(schema)(text);
  return findings.length === 0 ? "accepted" : findings.join("\n");
}

/** Why libxml2 is wrong about a document: the text of `name.libxml2.txt` beside it. */
export function libxml2Mistake(path: string): string | undefined {
  const file = path.replace(/\.xml$/, ".libxml2.txt");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
