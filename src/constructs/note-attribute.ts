import type { Datatype } from "../datatypes/datatype.js";
import type { ReadingContext } from "../engine/ports.js";

/** Tells of the value of the attribute of that index. */
export function noteAttribute(
  reading: ReadingContext,
  datatype: Datatype,
  value: unknown,
  owner: number,
  index: number,
): void {
  const { attributes } = reading.source;
  const place = () => reading.place(attributes.valueLocation(index));
  reading.notes?.attribute(attributes.name(index), datatype, value, owner, place);
}
