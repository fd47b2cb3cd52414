import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ParseError } from "../../src/errors.js";
import { parse } from "../../src/verbs/parse.js";
import { serialize } from "../../src/verbs/serialize.js";
import { validate } from "../../src/verbs/validate.js";
import { infosetDifference, readInfoset } from "../infoset.js";
import { root } from "../project-root.js";
import {
  type Feature,
  featuresIn,
  generateFeature,
  goldenFiles,
  libxml2Mistake,
  libxml2Verdict,
  presentGoldens,
  removeGoldens,
  rootDescriptor,
  update,
  writeGolden,
} from "./feature.js";

const features = [...featuresIn(join(root, "test/features")), ...featuresIn(join(root, "test/issues"))];

it.for(features)("$name: the generator prints the golden", async (feature) => {
  const printed = await generateFeature(feature);
  const goldens = goldenFiles(feature, [...printed.keys()]);
  if (update) {
    for (const [path, golden] of goldens) writeGolden(golden, printed.get(path) ?? "");
    removeGoldens(feature, goldens.values());
  }
  for (const [path, golden] of goldens) expect(printed.get(path)).toBe(readFileSync(golden, "utf8"));
  expect([...goldens.values()].sort()).toEqual([...presentGoldens(feature)].sort());
});

describe.for(features.filter(({ valid }) => valid.length > 0))("$name", (feature) => {
  for (const path of feature.valid) it(`valid/${basename(path)} comes back as it was`, () => comesBack(feature, path));
});

describe.for(features.filter(({ invalid }) => invalid.length > 0))("$name", (feature) => {
  for (const path of feature.invalid) it(`invalid/${basename(path)} is refused`, () => isRefused(feature, path));
});

async function comesBack(feature: Feature, path: string): Promise<void> {
  const text = readFileSync(path, "utf8");
  const { descriptor } = await rootDescriptor(feature, text);
  const value = parse(descriptor, text);
  expect(validate(descriptor, value)).toEqual([]);
  const written = serialize(descriptor, value);
  // Documents of which a copy would say less by design: another spelling of a value, or a default spelled out.
  const values = path.endsWith(".values.xml");
  expect(infosetDifference(readInfoset(text), readInfoset(written), { values })).toBeUndefined();
  expect(serialize(descriptor, parse(descriptor, written))).toBe(written);
  const accepted = libxml2Verdict(feature, text, "accepted") === "accepted";
  // Where libxml2 is wrong, a file says why; when it no longer is, the file has to go.
  expect(accepted).toBe(libxml2Mistake(path) === undefined);
  if (accepted) expect(libxml2Verdict(feature, written, "accepted")).toBe("accepted");
}

async function isRefused(feature: Feature, path: string): Promise<void> {
  const text = readFileSync(path, "utf8");
  const { descriptor } = await rootDescriptor(feature, text);
  const golden = path.replace(/\.xml$/, ".txt");
  const message = `${messageOf(() => parse(descriptor, text))}\n`;
  if (update) writeGolden(golden, message);
  expect(message).toBe(readFileSync(golden, "utf8"));
  const refused = libxml2Verdict(feature, text, "refused") !== "accepted";
  expect(refused).toBe(libxml2Mistake(path) === undefined);
}

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
  return "accepted";
}
