import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readSchemas } from "../../generator/interpret/read-schemas.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { sampleDocument } from "../../generator/questions/sample/sample.js";
import type { Schema } from "../../src/engine/schema-lookup.js";
import { type Issue, isErrorIssue, XmlError } from "../../src/errors.js";
import type { ElementDescriptor } from "../../src/schema/descriptors.js";
import { safeParse } from "../../src/verbs/safe-parse.js";
import { serialize } from "../../src/verbs/serialize.js";
import { validate } from "../../src/verbs/validate.js";
import { seeded } from "../fuzz/xml-mutations.js";
import { readInfoset } from "../infoset.js";
import { libxml2Wasm, libxmljs2 } from "../libxml2.js";
import { exportedElements, type Feature } from "./feature.js";
import { valueMutations } from "./value-mutations.js";

/** What `validate` says of a value, and libxml2 of the document that it makes. */
export interface ValueVerdicts {
  readonly label: string;
  readonly issues: readonly Issue[];
  /** The document; `undefined` for a value that is not of the descriptor's TypeScript type, or that no document has. */
  readonly document: string | undefined;
  /** What each libxml2 finds: a difference is one with all of them. */
  readonly judges: readonly (readonly string[])[];
}

/** Findings that a document cannot have: values that are not of the descriptor's TypeScript type. */
const ofValues: readonly string[] = ["value-type", "value-unknown-property"];

/**
 * Values that random documents of a feature's schema have, and changed copies of these. The same seeds each time.
 *
 * @param samples - how many documents are made for each global element
 * @param copies - how many changed copies are made of each value
 */
export async function valueVerdicts(
  feature: Feature,
  samples: number,
  copies: number,
): Promise<readonly ValueVerdicts[]> {
  const { schemas, schema } = await readSchemas(["schema.xsd"], nodeFiles(feature.folder));
  const file = join(feature.folder, "schema.xsd");
  const judges = [libxml2Wasm(file), libxmljs2(file)] as const;
  const results: ValueVerdicts[] = [];
  const compare = (label: string, descriptor: ElementDescriptor, value: unknown): void => {
    const issues = validate(descriptor, value, { schema }).filter(isErrorIssue);
    if (issues.some(({ code }) => ofValues.includes(code))) {
      results.push({ label, issues, document: undefined, judges: [] });
      return;
    }
    const document = serialize(descriptor, value, { validation: "off" });
    // What no datatype can write is left out, and white space that a datatype does not have comes back without: a
    // document says nothing of such a value.
    const lost = () => !isDeepStrictEqual(readAll(descriptor, document, schema), value);
    if (issues.length > 0 && lost()) {
      results.push({ label, issues, document: undefined, judges: [] });
      return;
    }
    const [newer, older] = judges;
    const found = newer(document);
    // The older one compiles its schema each time: it is asked where the newer is against us.
    const asked = (found.length === 0) === (issues.length === 0) ? [found] : [found, older(document)];
    results.push({ label, issues, document, judges: asked });
  };
  const elements = await exportedElements(feature);
  for (const declaration of schemas.elements.values()) {
    for (let seed = 1; seed <= samples; seed++) {
      const document = sample(() => sampleDocument(schemas, declaration, { kind: "random", seed }));
      if (document === undefined) continue;
      // The document of an abstract element has another root, and some options leave elements out.
      const { name } = readInfoset(document);
      const descriptor = elements.get(name)?.descriptor;
      if (descriptor === undefined) continue;
      const read = safeParse(descriptor, document, { schema });
      // Some options give long numbers a type that does not hold them.
      if (read.issues.some(({ code }) => code === "value-type")) continue;
      const value = readAll(descriptor, document, schema);
      compare(`${name} ${seed}`, descriptor, value);
      for (const mutation of valueMutations(value, copies, seeded(seed))) {
        compare(`${name} ${seed}, ${mutation.label}`, descriptor, mutation.value);
      }
    }
  }
  return results;
}

/** Some elements have no document: they are abstract. */
function sample(make: () => string): string | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof XmlError && error.code.startsWith("sample-")) return undefined;
    throw error;
  }
}

/** Whether `validate` and each libxml2 that was asked contradict each other; where no document can be, nobody does. */
export function isDifferent({ issues, judges }: ValueVerdicts): boolean {
  return judges.length > 0 && judges.every((found) => (found.length === 0) !== (issues.length === 0));
}

/** What can be read of a document, whatever is wrong with it. */
function readAll(descriptor: ElementDescriptor, document: string, schema: Schema): unknown {
  const read = safeParse(descriptor, document, { schema });
  return read.ok ? read.value : read.partial;
}
