import type { Issue } from "../errors.js";
import type { Identity } from "./identity.js";
import type { EngineFeatures, Recover } from "./ports.js";
import type { SchemaLookup } from "./schema-lookup.js";

/** Takes a finding: throws it, or keeps it and lets the reading go on. */
export type IssueSink = (issue: Issue) => void;

export interface ReadingOptions {
  readonly sink: IssueSink;
  /** How the reading goes on behind an element out of its place; absent where the sink throws. */
  readonly recover?: Recover | undefined;
  /** Finds the declarations that wildcards and `xsi:type` refer to. */
  readonly schema?: SchemaLookup | undefined;
  readonly features: EngineFeatures;
  /** Values of elements are not kept: only what is found matters. */
  readonly discard?: boolean | undefined;
  /** The source holds little of the text behind it. */
  readonly streaming?: boolean | undefined;
  /** What values say about each other, where the element is part of something that is checked as one. */
  readonly identity?: Identity | undefined;
}
