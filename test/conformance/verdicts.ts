import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlLibError } from "libxml2-wasm";
import { readSchemas } from "../../generator/interpret/read-schemas.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { sampleDocument } from "../../generator/questions/sample/sample.js";
import type { SchemaSet } from "../../generator/schema/components.js";
import type { Schema } from "../../src/engine/schema-lookup.js";
import { type Issue, isErrorIssue, XmlError } from "../../src/errors.js";
import type { TypeDescriptor } from "../../src/schema/descriptors.js";
import { validateXml } from "../../src/verbs/validate-xml.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { seeded } from "../fuzz/xml-mutations.js";
import type { Libxml2 } from "../libxml2.js";
import { catalogOf, decode, type Family, widelyBroken } from "./corpus.js";
import { type MutationNames, mutations, type SchemaName } from "./document-mutations.js";
import { judgeOf } from "./verdict-judge.js";

/** What two processors say about one document. */
export interface Comparison {
  /** `as it is`, or what was changed and where. */
  readonly label: string;
  readonly text: string;
  readonly ours: readonly Issue[];
  /** What libxml2 finds. */
  readonly theirs: readonly string[];
}

/** What came of one document and its changed copies. */
export interface InstanceVerdicts {
  readonly family: string;
  /** `refused` where libxml2 does not compile the schema, which is the file then. */
  readonly kind: "instance" | "sample" | "refused";
  readonly file: string;
  readonly compared: readonly Comparison[];
}

/** Documents are as good as endless where every one is judged some milliseconds: so many characters for each instance. */
const judgedCharacters = 4_000_000;

/** Of schemas without instances so many elements are sampled, and not at great length. */
const sampledElements = 12;
const sampleCharacters = 60_000;
const sampleCopies = 80;

/**
 * Asks us and libxml2 about every instance of a family, and about copies of it that are changed in one place each; of
 * schemas without instances, about random documents. The same count gives the same documents.
 *
 * @param count - how many copies of one instance are asked about, if they are short
 */
export async function* compareFamily(family: Family, count: number): AsyncGenerator<InstanceVerdicts> {
  for (const root of family.roots.filter(isSchema)) {
    const files = family.instances.filter(([, schema]) => schema === root).map(([file]) => file);
    const judge = tryJudge(family, root);
    if (judge === undefined) {
      if (files.length > 0) throw new Error(`libxml2 refuses ${family.name}/${root}, which has instances`);
      yield { family: family.name, kind: "refused", file: root, compared: [] };
      continue;
    }
    const options = { ...nodeFiles(family.folder), catalog: catalogOf(family), allow: widelyBroken };
    const { components, schema, schemas } = await readSchemas([root], options);
    const names: MutationNames = {
      elements: [...(components.elements ?? [])].map(({ namespace, name }) => ({ namespace, name })),
      types: [...(components.types ?? [])].flatMap(named),
    };
    const compare = comparer(schema, judge);
    const withCopies = (text: string, copies: number, seed: number): readonly Comparison[] => {
      const bounded = Math.min(copies, Math.ceil(judgedCharacters / text.length));
      const compared = [compare("as it is", text)];
      for (const mutation of mutations(text, names, bounded, seeded(seed))) {
        compared.push(compare(mutation.label, mutation.text));
      }
      return compared;
    };
    for (const file of files) {
      const text = decode(readFileSync(join(family.folder, file)));
      yield { family: family.name, kind: "instance", file, compared: withCopies(text, count, seedOf(file)) };
    }
    if (files.length > 0) continue;
    for (const [name, text] of samplesOf(schemas)) {
      const compared = withCopies(text, Math.min(count, sampleCopies), seedOf(name));
      yield { family: family.name, kind: "sample", file: `${root}, a ${name}`, compared };
    }
  }
}

/** Libxml2 does not take schemas out of WSDL. */
export function isSchema(root: string): boolean {
  return root.endsWith(".xsd");
}

function tryJudge(family: Family, root: string): Libxml2 | undefined {
  try {
    return judgeOf(family, root);
  } catch (error) {
    if (error instanceof XmlLibError) return undefined;
    throw error;
  }
}

function* samplesOf(schemas: SchemaSet): Generator<readonly [name: string, text: string]> {
  const elements = [...schemas.elements.values()];
  const step = Math.max(1, Math.floor(elements.length / sampledElements));
  for (const element of elements.filter((_, index) => index % step === 0)) {
    const { localName } = element.name;
    try {
      const text = sampleDocument(schemas, element, { kind: "random", seed: seedOf(localName) });
      if (text.length <= sampleCharacters) yield [localName, text];
    } catch (error) {
      // Abstract elements have no document, and some only very large ones.
      if (!(error instanceof XmlError && error.code.startsWith("sample-"))) throw error;
    }
  }
}

/** Asks both about a document. */
export function comparer(schema: Schema, judge: Libxml2): (label: string, text: string) => Comparison {
  return (label, text) => {
    const found = (maxIssues: number) =>
      validateXml(schema, text, { doctype: ignoreDoctype, maxIssues }).filter(isErrorIssue);
    const comparison = { label, text, ours: found(1), theirs: judge(text) };
    // All findings are of interest where the two differ.
    return agree(comparison) ? comparison : { ...comparison, ours: found(100) };
  };
}

function named(type: TypeDescriptor): readonly SchemaName[] {
  return "name" in type && type.name !== undefined ? [{ namespace: type.namespace, name: type.name }] : [];
}

function seedOf(file: string): number {
  let seed = 7;
  for (const character of file) seed = (31 * seed + character.charCodeAt(0)) >>> 0;
  return seed;
}

/** Neither says anything of the schema about a document that is ill-formed. */
export function isIllFormed({ ours, theirs }: Comparison): boolean {
  return theirs.length > 0 && ours.at(-1)?.code.startsWith("xml-") === true;
}

/** Whether both accept or both refuse. */
export function agree({ ours, theirs }: Pick<Comparison, "ours" | "theirs">): boolean {
  return (ours.length === 0) === (theirs.length === 0);
}
