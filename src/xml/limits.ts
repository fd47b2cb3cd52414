/** What a document may grow to. Each exceeded limit is an error `xml-limit` that names the limit. */
export interface XmlLimits {
  /** Open elements at one place. */
  readonly maxDepth: number;
  /** Attributes of one start tag, namespace declarations included. */
  readonly maxAttributes: number;
  /** Length of one name, in UTF-16 code units. */
  readonly maxNameLength: number;
  /** Different names in one document, as written and in their namespaces: each is kept until its end. */
  readonly maxNames: number;
  /** Length of one attribute value, in UTF-16 code units. */
  readonly maxAttributeLength: number;
  /** Length of one run of text, comment or processing instruction, in UTF-16 code units. */
  readonly maxTextLength: number;
  /** Length of the document, in UTF-16 code units. */
  readonly maxLength: number;
  /** What a stream holds at once, in UTF-16 code units: the longest event, or the longest item of `parseItems`. */
  readonly maxWindowLength: number;
  /** Entities that a document type declaration declares. */
  readonly maxEntities: number;
  /** Entity references inside the replacement text of entities. */
  readonly maxEntityDepth: number;
  /** What all entity references of the document expand to, in UTF-16 code units. */
  readonly maxEntityLength: number;
}

/** The limits where the option `limits` says nothing. `Infinity` takes a limit away. */
export const defaultLimits: XmlLimits = {
  maxDepth: 256,
  maxAttributes: 1_000,
  maxNameLength: 1_000,
  maxNames: 100_000,
  maxAttributeLength: 10_000_000,
  maxTextLength: 100_000_000,
  maxLength: 4_000_000_000,
  maxWindowLength: 200_000_000,
  maxEntities: 10_000,
  maxEntityDepth: 20,
  maxEntityLength: 1_000_000,
};

/**
 * The message for an exceeded limit.
 *
 * @param exceeded - what is more than the limit, up to the number
 */
export function limitMessage(name: keyof XmlLimits, exceeded: string, limits: XmlLimits): string {
  return `${exceeded} ${limits[name]}; the option limits.${name} allows more`;
}

/** @throws TypeError for a limit that is not a number from 0 up */
export function completeLimits(limits: Partial<XmlLimits> | undefined): XmlLimits {
  if (limits === undefined) return defaultLimits;
  const complete: { -readonly [name in keyof XmlLimits]: number } = { ...defaultLimits };
  for (const name of Object.keys(defaultLimits) as (keyof XmlLimits)[]) {
    const value = limits[name];
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value >= 0)) throw new TypeError(`limits.${name} must be a number from 0 up`);
    complete[name] = value;
  }
  return complete;
}

/** What more than one part of the scan measures. */
export const lengths = {
  maxNameLength: "a name is longer than",
  maxAttributeLength: "an attribute value is longer than",
  maxTextLength: "a text is longer than",
};
