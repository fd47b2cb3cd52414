import type { Entities } from "../doctype/entities.js";
import type { XmlLimits } from "../limits.js";
import type { Cursor } from "./cursor.js";

/** What reads document type declarations. There is one, {@link ignoreDoctype}: most documents have none to read. */
export type DoctypeReader = (cursor: Cursor, standalone: boolean) => Entities;

/** How a document is read: its name for locations, what is refused. */
export interface XmlReaderOptions {
  /** What locations call the document. */
  readonly file?: string | undefined;
  /** See {@link defaultLimits} for what holds otherwise. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /** {@link ignoreDoctype}; without it, a document type declaration is an error `xml-doctype`. */
  readonly doctype?: DoctypeReader | undefined;
}
