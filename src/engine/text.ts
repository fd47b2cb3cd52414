import { type Datatype, DatatypeFailure } from "../datatypes/datatype.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import type { SourceLocation } from "../errors.js";
import { quoteName } from "../model/expectation.js";
import type { XmlEventSource } from "../xml/ports.js";
import { isConstrained } from "./constrained.js";
import type { Frame } from "./open-elements.js";
import type { ReadingContext } from "./ports.js";
import { textLocation } from "./text-location.js";

/** Characters between the children of an element (Part 1, 3.4.4, clause 2). */
export function contentCharacters(reading: ReadingContext, frame: Frame, text: string): void {
  const { type, value, declared } = frame;
  if (type === undefined) return;
  if (type.mixed !== undefined) {
    if (value !== undefined) (value[type.mixed.name] as unknown[]).push(text);
    if (declared !== undefined && isConstrained(declared)) frame.text += text;
  } else if (type.particle === undefined) {
    if (frame.failed) return;
    frame.failed = true;
    const found = /[^ \t\r\n]/.test(text) ? "text" : "white space";
    reading.fail("cvc-complex-type.2.1", `found ${found} in ${quoteName(frame.name)}, which must be empty`);
  } else if (/[^ \t\r\n]/.test(text) && !frame.failed) {
    frame.failed = true;
    reading.fail("cvc-complex-type.2.3", `found text in ${quoteName(frame.name)}, which holds elements only`);
  }
}

/**
 * The value of an element's text, which stands complete in its frame.
 *
 * @param place - where the text stands
 */
export function textValue(reading: ReadingContext, frame: Frame, place: () => SourceLocation): unknown {
  const { source, notes } = reading;
  const { declared, text } = frame;
  const datatype = frame.datatype as Datatype;
  const given = declared?.fixed ?? declared?.default;
  let result = text === "" && given !== undefined ? datatype.parse(given) : datatype.parse(text, source);
  // What has been said about the element says enough.
  if (result instanceof DatatypeFailure) {
    if (!frame.failed) reading.fail(result.code, result.message, place());
    notes?.noValue(null);
    result = text;
  } else if (!frame.failed && notes !== undefined) {
    if (declared?.fixed !== undefined && !isFixedValue(datatype, result, declared.fixed)) {
      const message = `found "${text}"; ${quoteName(frame.name)} is fixed to "${declared.fixed}"`;
      reading.fail("cvc-elt.5.2.2.2", message, place());
    }
    notes.value(datatype, result, () => reading.place(place()));
  }
  return frame.recording === undefined ? asDeclared(frame, result, source) : text === "" ? given : undefined;
}

/** Tells of the value of an element that is only text. A function of its own: where a closure is made costs something. */
export function noteText(
  reading: ReadingContext,
  datatype: Datatype,
  value: unknown,
  offset: number,
  text: string,
): void {
  reading.notes?.value(datatype, value, () => reading.place(textLocation(reading.source, offset, text)));
}

/** What another type that `xsi:type` named gave, as a value of the type that is declared: its shape is what programs know. */
function asDeclared({ declared, type, datatype, text }: Frame, value: unknown, source: XmlEventSource): unknown {
  if (type !== undefined || declared?.type.kind !== "simple" || declared.type.datatype === datatype) return value;
  const result = declared.type.datatype.parse(text, source);
  return result instanceof DatatypeFailure ? value : result;
}
