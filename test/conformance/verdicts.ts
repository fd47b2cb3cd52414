import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeFiles } from "../../generator/load/node-files.js";
import { readSchemas } from "../../generator/read-schemas.js";
import type { TypeDescriptor } from "../../src/descriptors.js";
import { type Issue, isError } from "../../src/errors.js";
import type { SchemaRegistry } from "../../src/registry.js";
import { validateDocument } from "../../src/validate-document.js";
import { ignoreDoctype } from "../../src/xml/doctype.js";
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

/** What came of one instance and its changed copies. */
export interface InstanceVerdicts {
  readonly family: string;
  readonly file: string;
  readonly compared: readonly Comparison[];
}

/** Documents are as good as endless where every one is judged some milliseconds: so many characters for each instance. */
const judgedCharacters = 4_000_000;

/**
 * Asks us and libxml2 about every instance of a family, and about copies of it that are changed in one place each. The
 * same count gives the same copies.
 *
 * @param count - how many copies of one instance are asked about, if they are short
 */
export async function* compareFamily(family: Family, count: number): AsyncGenerator<InstanceVerdicts> {
  for (const root of new Set(family.instances.map(([, schema]) => schema))) {
    const options = { ...nodeFiles(family.folder), catalog: catalogOf(family), allow: widelyBroken };
    const { components, registry } = await readSchemas([root], options);
    const judge = judgeOf(family, root);
    const names: MutationNames = {
      elements: [...(components.elements ?? [])].map(({ namespace, name }) => ({ namespace, name })),
      types: [...(components.types ?? [])].flatMap(named),
    };
    const compare = comparer(registry, judge);
    for (const [file] of family.instances.filter(([, schema]) => schema === root)) {
      const text = decode(readFileSync(join(family.folder, file)));
      const bounded = Math.min(count, Math.ceil(judgedCharacters / text.length));
      const changed = mutations(text, names, bounded, seeded(seedOf(file)));
      const compared = [compare("as it is", text)];
      for (const mutation of changed) compared.push(compare(mutation.label, mutation.text));
      yield { family: family.name, file, compared };
    }
  }
}

/** Asks both about a document. */
export function comparer(registry: SchemaRegistry, judge: Libxml2): (label: string, text: string) => Comparison {
  return (label, text) => {
    const found = (maxIssues: number) =>
      validateDocument(registry, text, { doctype: ignoreDoctype, maxIssues }).filter(isError);
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
