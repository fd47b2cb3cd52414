import type { ElementDeclaration, SchemaSet } from "../../schema/components.js";
import { writeSample } from "./sample-tree.js";
import { type SampleKind, Sampler } from "./sampler.js";
import { satisfyIdentity } from "./satisfy-identity.js";
import { satisfyReferences } from "./satisfy-references.js";

/** Which of all the documents that a schema allows is written, and how. */
export interface SampleOptions {
  /** `minimal` (the default): only what is required. `maximal`: everything once or twice. `random`: by the seed. */
  readonly kind?: SampleKind | undefined;
  /** The same seed gives the same document; 1 by default. */
  readonly seed?: number | undefined;
  /** Spaces for each level, 2 by default; 0 for a document on one line. */
  readonly indent?: number | undefined;
}

/**
 * A document that a schema allows.
 *
 * @throws {@link XmlError} `sample-none` where an element has no instance or none was found, `sample-limit` where it has
 * only very large ones
 */
export function sampleDocument(schemas: SchemaSet, element: ElementDeclaration, options: SampleOptions = {}): string {
  const { kind = "minimal", seed = 1, indent = 2 } = options;
  const sampler = new Sampler(schemas, kind, seed);
  const root = sampler.root(element);
  satisfyReferences(root, sampler);
  satisfyIdentity(root, sampler);
  return writeSample(root, indent === 0 ? undefined : indent);
}
