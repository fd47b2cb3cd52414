import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (char) => escapes[char] ?? char);
}

function qualified(prefix: string, localName: string): string {
  return prefix === "" ? localName : `${prefix}:${localName}`;
}

/** A document in the W3C suite's First XML Canonical Form: names as written, attributes sorted, no comments. */
export function canonicalForm(source: string): string {
  const reader = new XmlReader(source, { doctype: ignoreDoctype, limits: { maxNameLength: 100_000 } });
  let result = "";
  for (;;) {
    switch (reader.next()) {
      case "start":
        result += startTag(reader);
        break;
      case "end":
        result += `</${qualified(reader.prefix, reader.name.localName)}>`;
        break;
      case "text":
        result += escaped(reader.text);
        break;
      case "instruction":
        result += `<?${reader.name.localName} ${reader.text}?>`;
        break;
      case "eof":
        return result;
      default:
        break;
    }
  }
}

function startTag(reader: XmlReader): string {
  const { attributes } = reader;
  const written: (readonly [string, string])[] = reader.namespaceDeclarations.map(({ prefix, namespace }) => [
    prefix === "" ? "xmlns" : `xmlns:${prefix}`,
    namespace,
  ]);
  for (let index = 0; index < attributes.length; index++) {
    written.push([qualified(attributes.prefix(index), attributes.name(index).localName), attributes.value(index)]);
  }
  written.sort(([left], [right]) => (left < right ? -1 : 1));
  const text = written.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  return `<${qualified(reader.prefix, reader.name.localName)}${text}>`;
}
