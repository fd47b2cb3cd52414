import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { checkFamily, familiesIn } from "./corpus.js";

const corpus = join(root, "../shared/data/corpus");
/** Small ones, each with something of its own; `npm run conformance -- corpus` looks at all. */
const quick = ["gpx-1.1", "junit", "maven-pom-4.0.0", "saml-2.0", "soap-envelopes", "wsdl-soap-bindings", "xmldsig"];

// The schemas are their authors' and not part of the project: without them there is nothing to test here.
describe.skipIf(!existsSync(corpus))("the schema corpus", () => {
  const families = existsSync(corpus) ? familiesIn(corpus).filter(({ name }) => quick.includes(name)) : [];

  it.for(families)("$name: strict-clean, and every valid instance comes back", async (family) => {
    const { roots, typeErrors } = await checkFamily(family, root);
    expect(roots.flatMap(({ refused }) => refused)).toEqual([]);
    expect(typeErrors).toEqual([]);
    const instances = roots.flatMap((result) => result.instances);
    expect(instances.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(instances.length).toBe(family.instances.length);
  });
});
