import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateFiles, type PipelineResult } from "../../generator/generate.js";
import { readCatalog } from "../../generator/load/catalog.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { type Issue, isErrorIssue, SchemaError } from "../../src/errors.js";
import { infosetDifference, readInfoset } from "../infoset.js";
import { type Libxml2, libxml2Wasm, libxmljs2 } from "../libxml2.js";
import type { Codec } from "./codec.js";
import { buildCodec, typeCheck, writeFiles } from "./generated.js";

/** A set of real schemas with instances, as `_family.json` lists them. */
export interface Family {
  readonly name: string;
  readonly folder: string;
  readonly roots: readonly string[];
  readonly instances: readonly (readonly [file: string, root: string])[];
}

/** What came of one root schema. */
export interface RootResult {
  readonly root: string;
  readonly files: number;
  /** Characters of generated code. */
  readonly size: number;
  readonly milliseconds: number;
  /** It refers to schemas that it does not locate, and that the family has: they are entries, too. */
  readonly together: boolean;
  /** Errors, where the schema is refused even if the rules that well-known schemas break are warnings. */
  readonly refused: readonly Issue[];
  /** Errors that those rules are. */
  readonly allowed: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly instances: readonly InstanceResult[];
}

export interface InstanceResult {
  readonly file: string;
  /** Who says that the instance is valid; `undefined` where nobody does, and it is not looked at. */
  readonly judge: "libxml2" | "recorded" | undefined;
  readonly problem: string | undefined;
}

export interface FamilyResult {
  readonly name: string;
  readonly roots: readonly RootResult[];
  /** What the type checker says; empty where it is content. */
  readonly typeErrors: readonly string[];
  readonly typeMilliseconds: number;
}

/** Rules that official schemas break. */
export const widelyBroken: readonly string[] = ["cos-nonambig"];

export function familiesIn(folder: string): readonly Family[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "_family.json")))
    .sort()
    .map((name) => {
      const listed: Pick<Family, "roots" | "instances"> = JSON.parse(
        readFileSync(join(folder, name, "_family.json"), "utf8"),
      );
      const { instances } = listed;
      // Some instances are of schemas that no root is.
      const roots = [...new Set([...listed.roots, ...instances.map(([, root]) => root)])];
      return { name, folder: join(folder, name), roots, instances };
    });
}

/**
 * Generates code into `dist/.corpus` for each root of a family, type-checks it, and sends every valid instance through it.
 *
 * @param root - the project's folder
 */
export async function checkFamily(family: Family, root: string): Promise<FamilyResult> {
  const out = join(root, "dist/.corpus", family.name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const roots: RootResult[] = [];
  for (const [index, schema] of family.roots.entries()) {
    roots.push(await checkRoot(family, schema, join(out, String(index)), root));
  }
  const started = Date.now();
  const typeErrors = await typeCheck(out, root);
  const typeMilliseconds = Date.now() - started;
  return { name: family.name, roots, typeErrors, typeMilliseconds };
}

async function checkRoot(family: Family, schema: string, out: string, root: string): Promise<RootResult> {
  const result = {
    ...{ root: schema, files: 0, size: 0, milliseconds: 0, together: false },
    ...{ refused: [], allowed: [], warnings: [], instances: [] },
  };
  const options = { ...nodeFiles(family.folder), catalog: catalogOf(family) };
  const started = Date.now();
  let allowed: readonly Issue[] = [];
  let generated = await generateFiles([schema], options).catch(errorsOf);
  if (isErrors(generated)) {
    allowed = generated;
    generated = await generateFiles([schema], { ...options, allow: widelyBroken }).catch(errorsOf);
  }
  const together =
    isErrors(generated) && generated.some(({ code }) => code === "src-resolve") && family.roots.length > 1;
  if (together) {
    const entries = [schema, ...family.roots.filter((other) => other !== schema)];
    const all = await generateFiles(entries, { ...options, allow: widelyBroken }).catch(errorsOf);
    if (!isErrors(all)) generated = all;
  }
  const milliseconds = Date.now() - started;
  if (isErrors(generated)) return { ...result, milliseconds, refused: generated };
  const { files, issues: warnings } = generated;
  writeFiles(files, out);
  const own = family.instances.filter(([, schemaOf]) => schemaOf === schema);
  const instances = own.length === 0 ? [] : await checkInstances(family, schema, own, out, root);
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  return { ...result, together, files: files.length, size, milliseconds, allowed, warnings, instances };
}

function isErrors(result: PipelineResult | readonly Issue[]): result is readonly Issue[] {
  return !("files" in result);
}

function errorsOf(error: unknown): readonly Issue[] {
  if (error instanceof SchemaError) return error.issues.filter(isErrorIssue);
  throw error;
}

/** Where the schemas of a family are that it locates on the web. */
export function catalogOf({ folder }: Family): ReadonlyMap<string, string> {
  const file = join(folder, "catalog.xml");
  if (!existsSync(file)) return new Map();
  return readCatalog(readFileSync(file, "utf8"), file, pathToFileURL(file).href).entries;
}

async function checkInstances(
  family: Family,
  schema: string,
  instances: Family["instances"],
  out: string,
  root: string,
): Promise<readonly InstanceResult[]> {
  const codec = await buildCodec(out, root);
  const judges = [libxml2Wasm, libxmljs2].map((judge) => judge(join(family.folder, schema)));
  const recorded = recordedVerdicts(family, schema);
  return instances.map(([file]) => {
    const text = decode(readFileSync(join(family.folder, file)));
    const judge = judges.find((candidate) => accepts(candidate, text));
    if (judge === undefined && recorded[file] !== "valid") return { file, judge: undefined, problem: undefined };
    const problem = roundTripProblem(codec, text, judge);
    return { file, judge: judge === undefined ? "recorded" : "libxml2", problem };
  });
}

function accepts(judge: Libxml2, text: string): boolean {
  return judge(text).length === 0;
}

function recordedVerdicts({ folder }: Family, schema: string): Readonly<Record<string, string>> {
  const all = JSON.parse(readFileSync(join(folder, "_validation.json"), "utf8"));
  return all[schema]?.inst_xmllint ?? {};
}

/** The text of a document, without the encoding that it declares. */
export function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)/.exec(
    new TextDecoder("latin1").decode(bytes.slice(0, 200)),
  );
  const text = new TextDecoder(encoding ?? declared?.[1] ?? "utf-8").decode(bytes);
  // The text is no longer in the encoding that it declares.
  return text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(["'])[^"']*\2/, "$1");
}

function roundTripProblem(codec: Codec, text: string, judge: Libxml2 | undefined): string | undefined {
  const before = readInfoset(text);
  const descriptor = codec.find(before.name);
  if (descriptor === undefined) return `no element ${before.name} was generated`;
  try {
    const written = codec.roundTrip(descriptor, text);
    const difference = infosetDifference(before, readInfoset(written), { values: true });
    if (difference !== undefined) return difference;
    if (codec.roundTrip(descriptor, written) !== written) return "the second pass gives another document";
    const [finding] = judge?.(written) ?? [];
    return finding === undefined ? undefined : `libxml2 refuses what was written: ${finding}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
