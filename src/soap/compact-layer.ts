import { XmlError } from "../errors.js";
import { CompactReader } from "../xml/compact/reader.js";
import { CompactWriter } from "../xml/compact/writer.js";
import { encodingOf } from "./decode-body.js";
import type { XmlLayer } from "./xml-layer.js";

/** What the clients of `xsdsmith/small` read and write by. */
export const compactLayer: XmlLayer = {
  decode(bytes, charset) {
    const { encoding } = encodingOf(bytes, charset);
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new XmlError("xml-encoding", `the bytes are not text in ${encoding}, or that is not known here`, { cause });
    }
  },
  open: (text, options) => new CompactReader(text, options),
  begin: (prefixes) => new CompactWriter({ declaration: true, prefixes }),
  features: {},
};
