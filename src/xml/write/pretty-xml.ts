import { XmlError } from "../../errors.js";
import { XmlReader } from "../fast/reader.js";
import { indented } from "./indentation.js";
import { XmlWriter } from "./writer.js";

/** The same document, indented for a person; a text that is no well-formed document comes back as it is. */
export function prettyXml(text: string): string {
  try {
    return indent(new XmlReader(text));
  } catch (error) {
    if (error instanceof XmlError) return text;
    throw error;
  }
}

function indent(source: XmlReader): string {
  const writer = new XmlWriter({ layout: indented(2) });
  // White space is content in a leaf and layout between elements; which of the two shows with the next event.
  let space = "";
  let leaf = false;
  for (;;) {
    switch (source.next()) {
      case "start": {
        space = "";
        leaf = true;
        writer.startElement(source.name, source.prefix);
        for (const { prefix, namespace } of source.namespaceDeclarations) writer.declareNamespace(prefix, namespace);
        const { attributes } = source;
        for (let index = 0; index < attributes.length; index++) {
          writer.attribute(attributes.name(index), attributes.value(index), attributes.prefix(index));
        }
        break;
      }
      case "end":
        if (leaf) writer.text(space);
        space = "";
        leaf = false;
        writer.endElement();
        break;
      case "text":
        if (/[^ \t\r\n]/.test(source.text)) writer.text(source.text);
        else space = source.text;
        break;
      case "comment":
        writer.comment(source.text);
        break;
      case "instruction":
        writer.instruction(source.name.localName, source.text);
        break;
      case "eof":
        return writer.toString().trimEnd();
      default:
        break;
    }
  }
}
