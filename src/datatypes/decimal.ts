import { collapsedDatatype } from "./collapsed.js";
import type { Datatype } from "./datatype.js";
import { decimalKey, decimalOrder, isDecimal, notDecimal } from "./decimal-order.js";
import { wrongType } from "./describe.js";

/**
 * Part 2, 3.2.3: any number of digits, so the value is the checked text. Two spellings of one number (`1.0`, `01`) are
 * equal and have one key.
 */
export const decimalDatatype: Datatype<string> = /* @__PURE__ */ collapsedDatatype<string>({
  name: "decimal",
  primitive: "decimal",
  order: decimalOrder,
  read: (text) => (isDecimal(text) ? text : notDecimal(text)),
  check(value) {
    if (typeof value !== "string") return wrongType(value, 'a decimal number as a string, such as "12.50"');
    return isDecimal(value) ? undefined : notDecimal(value);
  },
  print: (value) => value,
  key: decimalKey,
});
