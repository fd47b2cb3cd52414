import type { SourceLocation } from "./errors.js";
import type { XmlEventSource } from "./xml/events.js";

/**
 * Where the text of an element stands, without the white space around it; its start tag where there is none, or where
 * the text as written is not the text that was read.
 *
 * @param source - stands on the element's end
 * @param offset - of the element's start
 * @param textOffset - of the text; worked out from its length where that is not known
 */
export function textLocation(
  source: XmlEventSource,
  offset: number,
  text: string,
  textOffset: number = source.offset - text.length,
): SourceLocation {
  const trimmed = text.trim();
  // These may have been written as references, sections or other line ends.
  if (trimmed === "" || textOffset <= offset || /[&<>\r\n]/.test(text)) {
    const { prefix, name } = source;
    return source.locate(offset, 1 + (prefix === "" ? 0 : prefix.length + 1) + name.localName.length);
  }
  return source.locate(textOffset + text.indexOf(trimmed), trimmed.length);
}
