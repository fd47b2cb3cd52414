import { XmlReader, type XmlReaderOptions } from "../fast/reader.js";
import { decodeXml, type XmlBytesOptions } from "./decode.js";
import { XmlStream, type XmlStreamOptions, type XmlStreamSource } from "./stream.js";

/**
 * Reads a document event by event to its end. Each turn gives the same reader, which stands on the next event.
 *
 * @throws {@link ParseError} from the iteration, where the document is ill-formed
 */
export function readXml(
  source: string | Uint8Array,
  options?: XmlReaderOptions & XmlBytesOptions,
): Generator<XmlReader, void, void>;
/** Reads a document that arrives piece by piece; the body of the loop must not move the reader. */
export function readXml(source: XmlStreamSource, options?: XmlStreamOptions): AsyncGenerator<XmlReader, void, void>;
export function readXml(
  source: string | Uint8Array | XmlStreamSource,
  options: XmlStreamOptions = {},
): Generator<XmlReader, void, void> | AsyncGenerator<XmlReader, void, void> {
  return typeof source === "string" || source instanceof Uint8Array
    ? readWhole(source, options)
    : readStream(new XmlStream(source, options));
}

function* readWhole(source: string | Uint8Array, options: XmlStreamOptions): Generator<XmlReader, void, void> {
  const reader = new XmlReader(typeof source === "string" ? source : decodeXml(source, options), options);
  while (reader.next() !== "eof") yield reader;
}

async function* readStream(stream: XmlStream): AsyncGenerator<XmlReader, void, void> {
  try {
    for (;;) {
      const reader = await stream.step(move);
      if (reader.kind === "eof") return;
      yield reader;
    }
  } finally {
    await stream.close();
  }
}

function move(reader: XmlReader): XmlReader {
  reader.next();
  return reader;
}
