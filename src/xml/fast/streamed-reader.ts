import type { NamespaceScope } from "../namespaces.js";
import type { Cursor } from "./cursor.js";
import type { XmlReaderOptions } from "./reader-options.js";

/** A reader whose text arrives piece by piece, with what only a stream may do to it. */
export interface StreamedReader<Reader> {
  readonly reader: Reader;
  readonly cursor: Cursor;
  readonly namespaces: NamespaceScope;
  /** Takes down where the reader stands besides these; the function that it gives goes back there. */
  readonly mark: () => () => void;
}

/** An option that only a stream can give: the reader hands out what may be done to it. */
export const handOut: unique symbol = /* @__PURE__ */ Symbol("hand out");

export interface StreamedOptions<Reader> extends XmlReaderOptions {
  readonly [handOut]?: (streamed: StreamedReader<Reader>) => void;
}
