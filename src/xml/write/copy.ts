import type { XmlEventSource } from "../ports.js";
import type { XmlWriter } from "./writer.js";

/**
 * Writes what a source still has to give, up to its end: the same names with the same prefixes, the same declarations,
 * attributes, text, comments and instructions.
 */
export function copyXml(source: XmlEventSource, writer: XmlWriter): void {
  for (let kind = source.kind === "start" ? source.kind : source.next(); kind !== "eof"; kind = source.next()) {
    switch (kind) {
      case "start":
        copyStartTag(source, writer);
        break;
      case "end":
        writer.endElement();
        break;
      case "text":
        writer.text(source.text);
        break;
      case "comment":
        writer.comment(source.text);
        break;
      case "instruction":
        writer.instruction(source.name.localName, source.text);
        break;
      default:
        break;
    }
  }
}

function copyStartTag(source: XmlEventSource, writer: XmlWriter): void {
  writer.startElement(source.name, source.prefix);
  for (const { prefix, namespace } of source.namespaceDeclarations) writer.declareNamespace(prefix, namespace);
  const { attributes } = source;
  for (let index = 0; index < attributes.length; index++) {
    writer.attribute(attributes.name(index), attributes.value(index), attributes.prefix(index));
  }
}
