import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inspect, isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { readSchemas } from "../../generator/interpret/read-schemas.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import type { EngineFeatures } from "../../src/engine/ports.js";
import { readDocument } from "../../src/engine/read-element.js";
import { writeElement } from "../../src/engine/write-element.js";
import { type Issue, ParseError, ValidationError, XmlError } from "../../src/errors.js";
import type { ElementDescriptor, Schema } from "../../src/index.js";
import * as full from "../../src/index.js";
import * as small from "../../src/small.js";
import { features as fullFeatures } from "../../src/verbs/features.js";
import { ElementSink } from "../../src/xml/tree/element-sink.js";
import { ElementSource } from "../../src/xml/tree/element-source.js";
import { seeded } from "../fuzz/xml-mutations.js";
import { root } from "../project-root.js";
import { changeDocument } from "./document-changes.js";
import { type Feature, featuresIn, rootDescriptor } from "./feature.js";
import { valueMutations } from "./value-mutations.js";

const features = [...featuresIn(join(root, "test/features")), ...featuresIn(join(root, "test/issues"))];
const withDocuments = features.filter(({ valid, invalid }) => valid.length + invalid.length > 0);

describe.for(withDocuments)("$name", (feature) => {
  for (const path of feature.valid) {
    it(`valid/${basename(path)}: both entry points read and write the same`, async () => {
      const { text, descriptor, options } = await open(feature, path);
      for (const given of options) {
        const value = plain(full.parse(descriptor, text, given));
        expect(plain(small.parse(descriptor, text, given))).toEqual(value);
        expect(small.validate(descriptor, value, given)).toEqual([]);
        expect(small.serialize(descriptor, value, given)).toBe(full.serialize(descriptor, value, given));
      }
    });
    it(`valid/${basename(path)}: so they do without text`, async () => {
      const { text, descriptor } = await open(feature, path);
      for (const { value, having } of [
        { value: full.parse(descriptor, text), having: fullFeatures },
        { value: small.parse(descriptor, text), having: {} },
      ]) {
        const again = withoutText(descriptor, value, having);
        expect(full.serialize(descriptor, again)).toBe(full.serialize(descriptor, value));
        expect(plain(again)).toEqual(plain(value));
      }
    });
  }
  for (const path of feature.invalid) {
    it(`invalid/${basename(path)}: both entry points say the same`, async () => {
      const { text, descriptor, options } = await open(feature, path);
      for (const given of options) {
        expect(finding(() => small.parse(descriptor, text, given))).toEqual(
          finding(() => full.parse(descriptor, text, given)),
        );
      }
    });
  }
});

it("both find the same in documents changed at random", async () => {
  const random = seeded(5);
  const wrong: string[] = [];
  let refused = 0;
  for (const feature of withDocuments) {
    for (const path of feature.valid) {
      const { text, descriptor, options } = await open(feature, path);
      for (let round = 0; round < 60; round++) {
        const changed = changeDocument(text, random);
        const given = options[round % options.length] ?? {};
        const [one, other] = [full, small].map(({ parse }) => finding(() => plain(parse(descriptor, changed, given))));
        if (typeof one === "string") refused++;
        if (!isEqual(one, other)) wrong.push(`${feature.name}: ${changed}\n  ${show(one)}\n  small: ${show(other)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(1_000);
});

it("and in values changed at random", async () => {
  const wrong: string[] = [];
  let refused = 0;
  for (const feature of withDocuments) {
    for (const [index, path] of feature.valid.entries()) {
      const { text, descriptor } = await open(feature, path);
      const value = plain(full.parse(descriptor, text));
      for (const { label, value: changed } of valueMutations(value, 60, seeded(index + 1))) {
        const [one, other] = [full, small].map(({ serialize }) => finding(() => serialize(descriptor, changed)));
        const told = small.validate(descriptor, changed);
        if (told.length > 0) refused++;
        const unchecked = [full, small].map(({ serialize }) =>
          finding(() => serialize(descriptor, changed, { validation: "off" })),
        );
        if (!isEqual(unchecked[0], unchecked[1]))
          wrong.push(`${feature.name} ${label}: ${unchecked.map(show).join(", ")}`);
        const both = isEqual(one, other) && isEqual(normal(told), normal(full.validate(descriptor, changed)));
        if (!both) wrong.push(`${feature.name} ${label}: ${show(one)}\n  small: ${show(other)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(1_000);
});

interface Opened {
  readonly text: string;
  readonly descriptor: ElementDescriptor;
  /** Without a schema, and with that of the feature. */
  readonly options: readonly { readonly schema?: Schema }[];
}

const schemas = new Map<Feature, Promise<Schema>>();

async function open(feature: Feature, path: string): Promise<Opened> {
  const text = readFileSync(path, "utf8");
  const { descriptor } = await rootDescriptor(feature, text);
  const made =
    schemas.get(feature) ?? readSchemas(["schema.xsd"], nodeFiles(feature.folder)).then((read) => read.schema);
  schemas.set(feature, made);
  return { text, descriptor, options: [{}, { schema: await made }] };
}

/** A value without the `xsi:` attributes that one entry point keeps aside, under a symbol. */
function plain(value: unknown): unknown {
  return structuredClone(value);
}

function withoutText(descriptor: ElementDescriptor, value: unknown, having: EngineFeatures): unknown {
  const sink = new ElementSink();
  writeElement(descriptor, value, sink, {}, having);
  if (sink.root === undefined) throw new Error("nothing was written");
  return readDocument(descriptor, new ElementSource(sink.root), {}, having);
}

/** What comes of it: a value, or the code, message and places of what is wrong. */
function finding(act: () => unknown): unknown {
  try {
    return { value: act() };
  } catch (error) {
    if (error instanceof ValidationError) return normal(error.issues);
    if (error instanceof ParseError) return normal([error.issue])[0];
    if (error instanceof XmlError) return error.code;
    throw error;
  }
}

/**
 * Without suggestions, and names in no order, as one entry point puts that first which was most likely meant. What is not
 * XML each XML layer tells in its own words.
 */
function normal(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, message, path, documentPath, location }) => {
    const words = code.startsWith("xml-")
      ? ""
      : message.replaceAll(" (did you mean it?)", "").split(/[ ,]+/).sort().join(" ");
    return [code, words, path?.map(String).join("/"), documentPath, location?.line, location?.column].join(" | ");
  });
}

function isEqual(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

function show(found: unknown): string {
  return typeof found === "string" ? found : inspect(found, { depth: 8, breakLength: 200 });
}
