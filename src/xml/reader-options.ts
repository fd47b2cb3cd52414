import type { XmlLimits } from "./limits.js";

/** How a document is read: its name for locations, its encoding, what is refused. */
export interface XmlReaderOptions {
  /** What locations call the document. */
  readonly file?: string | undefined;
  /** How bytes are encoded, where something outside the document says so: it comes before what the document says. */
  readonly encoding?: string | undefined;
  /** See {@link defaultLimits} for what holds otherwise. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /**
   * `refuse` (the default): a document type declaration is an error `xml-doctype`. `ignore`: the internal subset is
   * checked and its entities and attribute defaults are used; the external subset and external entities are not read.
   */
  readonly doctype?: "refuse" | "ignore" | undefined;
}
