import { type Datatype, DatatypeFailure } from "../datatypes/datatype.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import type { SourceLocation } from "../errors.js";
import type { XmlEventSource } from "../xml/ports.js";
import { quoteName } from "../xml/quote-name.js";
import { identifyValue } from "./identity.js";
import type { OpenElement } from "./ports.js";
import { codecOf, type ReadingContext } from "./ports.js";
import { textLocation } from "./text-location.js";

/** Characters between the children of an element (Part 1, 3.4.4, clause 2). */
export function contentCharacters(reading: ReadingContext, open: OpenElement, text: string): void {
  const { type } = open;
  if (type === undefined) return;
  if (type.mixed !== undefined) {
    codecOf(type.mixed.codec).text(open, type.mixed.name, text);
  } else if (type.particle === undefined) {
    if (open.failed) return;
    open.failed = true;
    const found = /[^ \t\r\n]/.test(text) ? "text" : "white space";
    reading.fail("cvc-complex-type.2.1", `found ${found} in ${quoteName(open.name)}, which must be empty`);
  } else if (/[^ \t\r\n]/.test(text) && !open.failed) {
    open.failed = true;
    reading.fail("cvc-complex-type.2.3", `found text in ${quoteName(open.name)}, which holds elements only`);
  }
}

/**
 * The value of an element's text, which stands complete in its open.
 *
 * @param place - where the text stands
 */
export function textValue(reading: ReadingContext, open: OpenElement, place: () => SourceLocation): unknown {
  const { source, identity } = reading;
  const { declared, text } = open;
  const datatype = open.datatype as Datatype;
  const given = declared?.fixed ?? declared?.default;
  let result = text === "" && given !== undefined ? datatype.parse(given) : datatype.parse(text, source);
  // What has been said about the element says enough.
  if (result instanceof DatatypeFailure) {
    if (!open.failed) reading.fail(result.code, result.message, place());
    identity.tracker?.value(undefined, null);
    result = text;
  } else if (!open.failed) {
    if (declared?.fixed !== undefined && !isFixedValue(datatype, result, declared.fixed)) {
      const message = `found "${text}"; ${quoteName(open.name)} is fixed to "${declared.fixed}"`;
      reading.fail("cvc-elt.5.2.2.2", message, place());
    }
    identifyValue(identity, datatype, result, () => reading.place(place()));
  }
  return open.closing === undefined ? asDeclared(open, result, source) : text === "" ? given : undefined;
}

/** Tells of the value of an element that is only text. A function of its own: where a closure is made costs something. */
export function identifyText(
  reading: ReadingContext,
  datatype: Datatype,
  value: unknown,
  offset: number,
  text: string,
): void {
  identifyValue(reading.identity, datatype, value, () => reading.place(textLocation(reading.source, offset, text)));
}

/** What another type that `xsi:type` named gave, as a value of the type that is declared: its shape is what programs know. */
function asDeclared({ declared, type, datatype, text }: OpenElement, value: unknown, source: XmlEventSource): unknown {
  if (type !== undefined || declared?.type.kind !== "simple" || declared.type.datatype === datatype) return value;
  const result = declared.type.datatype.parse(text, source);
  return result instanceof DatatypeFailure ? value : result;
}
