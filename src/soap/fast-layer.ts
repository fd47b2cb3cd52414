import { features } from "../verbs/features.js";
import { unchecked } from "../verbs/unchecked.js";
import { XmlReader } from "../xml/fast/reader.js";
import { XmlWriter } from "../xml/write/writer.js";
import { decodeBody } from "./decode-body.js";
import type { XmlLayer } from "./xml-layer.js";

/** What the clients and handlers of `xsdsmith/soap` read and write by. */
export const fastLayer: XmlLayer = {
  decode: decodeBody,
  open: (text, options) => new XmlReader(text, options),
  begin: (prefixes) => new XmlWriter({ declaration: true, prefixes }),
  features,
  unchecked,
};
