import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { ParseError, ValidationError } from "../../src/errors.js";
import * as lite from "../../src/lite/index.js";
import { parse } from "../../src/verbs/parse.js";
import { serialize } from "../../src/verbs/serialize.js";
import { bothDescriptors, coveredFeatures } from "./lite-modules.js";

describe.for(coveredFeatures().filter(({ valid, invalid }) => valid.length + invalid.length > 0))(
  "$name",
  (feature) => {
    for (const path of feature.valid) {
      it(`valid/${basename(path)}: both runtimes read and write the same`, async () => {
        const text = readFileSync(path, "utf8");
        const [full, small] = await bothDescriptors(feature, text);
        const value = parse(full.descriptor, text);
        expect(lite.parse(small, text)).toEqual(value);
        expect(lite.validate(small, value)).toEqual([]);
        expect(lite.serialize(small, value)).toBe(serialize(full.descriptor, value));
      });
    }
    for (const path of feature.invalid) {
      it(`invalid/${basename(path)}: both runtimes say the same`, async () => {
        const text = readFileSync(path, "utf8");
        const [full, small] = await bothDescriptors(feature, text);
        expect(finding(() => lite.parse(small, text))).toEqual(finding(() => parse(full.descriptor, text)));
      });
    }
  },
);

/** What an error says: its code, message and places. */
function finding(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    if (!(error instanceof ParseError)) throw error;
    const { code, reason, path, documentPath, location } = error;
    return {
      code,
      reason,
      path: path ?? [],
      documentPath: documentPath ?? "",
      line: location?.line,
      column: location?.column,
    };
  }
}
