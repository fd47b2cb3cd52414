import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { refuseForLite } from "../../generator/bind/lite-model.js";
import { emit } from "../../generator/emit/emit.js";
import { decodeDocument } from "../../generator/load/decode.js";
import { printText } from "../../generator/print/print-text.js";
import { ParseError } from "../../src/errors.js";
import type { ElementDescriptor } from "../../src/lite/index.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { root } from "../project-root.js";
import { bindSuiteSchema } from "./xsts-code.js";
import { openSuite, type Suite, type SuiteTest } from "./xsts-suite.js";
import { judgeInstance } from "./xsts-verdict.js";

type Lite = typeof import("../../src/lite/index.js");

/** Why the small runtime says something else, by the tests' names. */
const explained: ReadonlyMap<string, string> = new Map([
  [
    "msMeta/ComplexType_w3c.xml#ctZ009_d#i:ctZ009_d.v",
    "a repetition of a repetition of one element, which only counting all ways reads",
  ],
]);
const namesSimpleType = "xsi:type names a type derived from a simple one, which `parse` knows from a registry only";

/** What of the small runtime a schema's generated modules export. */
interface LiteSchema {
  readonly elements: ReadonlyMap<string, ElementDescriptor>;
}

/**
 * `npm run conformance -- lite`: the instances of the W3C's suite whose schemas the small runtime takes, read by it and
 * by the full one. Fails where the two disagree.
 */
export async function xstsLiteReport(): Promise<boolean> {
  const suite = openSuite(root);
  if (suite === undefined) {
    console.error("the suite is not beside the project");
    return false;
  }
  const out = mkdtempSync(join(tmpdir(), "xsdsmith-lite-"));
  try {
    return await compare(suite, out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function compare(suite: Suite, out: string): Promise<boolean> {
  const runtime = pathToFileURL(join(out, "lite.mjs")).href;
  await build({
    entryPoints: [join(root, "src/lite/index.ts")],
    outfile: join(out, "lite.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@xsdsmith/source"],
  });
  const lite: Lite = await import(runtime);
  const instances = suite.tests.filter(
    ({ kind, schemaExpected10 }) => kind === "instance" && schemaExpected10 !== "invalid",
  );
  const byMain = new Map<string, SuiteTest[]>();
  for (const test of instances) byMain.set(test.main, [...(byMain.get(test.main) ?? []), test]);
  const counts = { schemas: 0, refused: 0, instances: 0, valid: 0, passedOver: 0 };
  const different: string[] = [];
  const reasons = new Map<string, number>();
  for (const [index, [main, tests]] of [...byMain].entries()) {
    const schema = await loadSchema(suite, main, join(out, String(index)), runtime);
    if (schema === undefined) {
      counts.refused++;
      continue;
    }
    counts.schemas++;
    for (const test of tests) {
      const verdict = await judge(suite, test, schema, lite);
      if (verdict === undefined) {
        counts.passedOver++;
        continue;
      }
      counts.instances++;
      if (verdict.small === "valid") counts.valid++;
      if (verdict.small === verdict.full) continue;
      const reason = explained.get(test.id) ?? verdict.reason;
      if (reason === undefined) different.push(`${test.id}: ${verdict.full}; small: ${verdict.message}`);
      else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  for (const [reason, count] of reasons) console.log(`${count} differ: ${reason}`);
  for (const line of different.slice(0, 50)) console.log(line);
  console.log(
    `${counts.schemas} schemas (${counts.refused} have what the small runtime does not), ${counts.instances} instances, ` +
      `${counts.valid} of them valid; ${counts.passedOver} passed over; ${different.length} verdicts differ without a reason`,
  );
  return different.length === 0;
}

/** The modules of a schema; `undefined` where it is refused, or has what the small runtime does not. */
async function loadSchema(
  suite: Suite,
  main: string,
  folder: string,
  runtime: string,
): Promise<LiteSchema | undefined> {
  const model = await bindSuiteSchema(suite, main);
  if (model === undefined || refuseForLite(model).length > 0) return undefined;
  mkdirSync(folder, { recursive: true });
  const elements = new Map<string, ElementDescriptor>();
  const files = printText(emit(model, "lite"));
  for (const { path, text } of files) {
    const { code } = await transform(text, { loader: "ts", format: "esm" });
    const linked = code
      .replace(/from "xsdsmith\/lite"/, `from ${JSON.stringify(runtime)}`)
      .replace(/from "\.\/([^"]+)\.js"/g, 'from "./$1.mjs"');
    writeFileSync(join(folder, path.replace(/\.ts$/, ".mjs")), linked);
  }
  for (const { path } of files) {
    const module: Readonly<Record<string, unknown>> = await import(
      pathToFileURL(join(folder, path.replace(/\.ts$/, ".mjs"))).href
    );
    for (const exported of Object.values(module)) {
      if (isElement(exported)) elements.set(`{${exported.namespace}}${exported.name}`, exported);
    }
  }
  return { elements };
}

interface Verdicts {
  readonly full: string;
  readonly small: "valid" | "invalid";
  readonly message: string;
  /** Why the small runtime may say something else. */
  readonly reason: string | undefined;
}

/** `undefined` for documents with a document type, or a root that is not declared. */
async function judge(
  { folder }: Suite,
  test: SuiteTest,
  { elements }: LiteSchema,
  { parse, validate, serialize }: Lite,
): Promise<Verdicts | undefined> {
  const instance = join(folder, "xsdtests", test.instance ?? "");
  const text = decodeDocument(readFileSync(instance));
  const { namespace, localName } = rootName(text) ?? {};
  const descriptor = elements.get(`{${namespace}}${localName}`);
  if (descriptor === undefined || /<!DOCTYPE/.test(text)) return undefined;
  const reason = /<[^>]*:type\s*=[^>]*>[^<]/.test(text) ? namesSimpleType : undefined;
  const [full] = await judgeInstance(join(folder, test.main), instance);
  try {
    const value = parse(descriptor, text);
    const [issue] = validate(descriptor, value);
    // What is read is a value, and is written to what reads the same.
    if (issue !== undefined) {
      return { full, small: "invalid", message: `the value: ${issue.code}: ${issue.message}`, reason: undefined };
    }
    parse(descriptor, serialize(descriptor, value));
    return { full, small: "valid", message: "valid", reason };
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return { full, small: "invalid", message: error.message, reason: undefined };
  }
}

function rootName(text: string): { readonly namespace: string; readonly localName: string } | undefined {
  const reader = new XmlReader(text, { doctype: ignoreDoctype });
  try {
    while (reader.next() !== "start" && reader.kind !== "eof");
    return reader.name;
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function isElement(value: unknown): value is ElementDescriptor {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "elementDeclaration";
}
