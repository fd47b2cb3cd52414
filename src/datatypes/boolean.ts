import { collapsedDatatype } from "./collapsed.js";
import type { Datatype } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace, wrongType } from "./describe.js";

/** Part 2, 3.2.2. */
export const booleanDatatype: Datatype<boolean> = /* @__PURE__ */ collapsedDatatype<boolean>({
  name: "boolean",
  primitive: "boolean",
  read(text) {
    if (text === "true" || text === "1") return true;
    if (text === "false" || text === "0") return false;
    return notInLexicalSpace(text, "true, false, 1 or 0");
  },
  check: (value) => (typeof value === "boolean" ? undefined : wrongType(value, "true or false")),
  print: (value) => (value ? "true" : "false"),
  spellings: (value) => (value ? ["1"] : ["0"]),
  key: (value) => valueKey("boolean", value ? "1" : "0"),
});
