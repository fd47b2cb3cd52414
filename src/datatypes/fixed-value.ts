import { type Datatype, DatatypeFailure } from "./datatype.js";

/** Whether a value is the fixed one of its declaration (Part 1, 3.2.4, clause 4, and 3.3.4, clause 5.2.2). */
export function isFixedValue(datatype: Datatype, value: unknown, fixed: string): boolean {
  const wanted = datatype.parse(fixed);
  return !(wanted instanceof DatatypeFailure) && datatype.equal(value, wanted);
}
