import { XMLParser } from "fast-xml-parser";
import libxmljs from "libxmljs2";
import { SaxesParser } from "saxes";
import { XmlReader } from "../src/xml/fast/reader.js";

/** A way to read a document to its end with every name, attribute and text. */
export interface Contestant {
  readonly name: string;
  /** Gives what holds the values, or something that depends on all of them. */
  readonly read: (text: string) => unknown;
}

function readOurs(text: string): number {
  const reader = new XmlReader(text);
  let sum = 0;
  for (;;) {
    switch (reader.next()) {
      case "start": {
        const { attributes } = reader;
        sum += reader.name.localName.length;
        for (let index = 0; index < attributes.length; index++) sum += attributes.value(index).length;
        break;
      }
      case "text":
        sum += reader.text.length;
        break;
      case "eof":
        return sum;
      default:
        break;
    }
  }
}

function readSaxes(text: string): number {
  const parser = new SaxesParser({ xmlns: true });
  let sum = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    sum += tag.local.length;
    for (const name in tag.attributes) sum += tag.attributes[name]?.value.length ?? 0;
  });
  parser.on("text", (part) => {
    sum += part.length;
  });
  parser.write(text).close();
  return sum;
}

function readOrdered(text: string): unknown {
  const options = { preserveOrder: true, ignoreAttributes: false, trimValues: false, parseTagValue: false };
  return new XMLParser(options).parse(text);
}

/** Ours first: the others are its measure. */
export const contestants: readonly Contestant[] = [
  { name: "xsdsmith", read: readOurs },
  { name: "fast-xml-parser", read: readOrdered },
  { name: "saxes", read: readSaxes },
  { name: "libxmljs2", read: (text) => libxmljs.parseXml(text, { huge: true }) },
];
