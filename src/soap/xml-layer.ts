import type { EngineFeatures } from "../engine/ports.js";
import type { Recovery } from "../engine/read-element.js";
import type { XmlLimits } from "../xml/limits.js";
import type { XmlDocumentSink, XmlEventSource, XmlSink } from "../xml/ports.js";
import type { XmlElement } from "../xml/tree/xml-element.js";

/** How a message is read. */
export interface LayerReaderOptions {
  readonly file?: string | undefined;
  readonly limits?: Partial<XmlLimits> | undefined;
}

/** How messages are read and written: an entry point chooses. */
export interface XmlLayer {
  /**
   * The text of a message.
   *
   * @throws {@link XmlError} `xml-encoding` for an encoding that is not known, and for bytes that are not of the encoding
   */
  decode(bytes: Uint8Array, charset: string | undefined): string;
  open(text: string, options: LayerReaderOptions): XmlEventSource;
  /** Begins a document, with its XML declaration. */
  begin(prefixes: Readonly<Record<string, string>>): XmlDocumentSink;
  readonly features: EngineFeatures;
  /** How an answer is read that is not to be checked; absent where every answer is. */
  readonly unchecked?: Recovery | undefined;
}

/** Writes an element that is given as it is: a header block, an entry of a fault's detail. */
export type WriteXmlElement = (element: XmlElement, sink: XmlSink) => void;
