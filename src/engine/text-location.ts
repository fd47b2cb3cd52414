import type { SourceLocation } from "../errors.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";

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
    return startLocation(source, offset, source.name);
  }
  return source.locate(textOffset + text.indexOf(trimmed), trimmed.length);
}

/** Where the innermost element begins, as far as a source that stands on its start or end still knows. */
export function elementLocation(
  source: XmlEventSource,
  { offset, name }: { readonly offset: number; readonly name: XmlName },
  streaming: boolean,
): SourceLocation {
  return !streaming && source.kind === "end" ? startLocation(source, offset, name) : source.location;
}

/** Where the start tag of an element stands, on whose end the source does: its `<` and its name. */
function startLocation(source: XmlEventSource, offset: number, { localName }: XmlName): SourceLocation {
  const { prefix } = source;
  return source.locate(offset, 1 + (prefix === "" ? 0 : prefix.length + 1) + localName.length);
}
