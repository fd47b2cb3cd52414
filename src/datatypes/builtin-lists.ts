import { type Datatype, DatatypeFailure } from "./datatype.js";
import { derivedBuiltin, restrictValues } from "./define-datatype.js";
import { listDatatype } from "./list.js";
import { entityDatatype, idrefDatatype, nmtokenDatatype } from "./string.js";

/** The built-in lists have at least one item. */
function builtinList(name: string, item: Datatype<string>): Datatype<readonly string[]> {
  return restrictValues(derivedBuiltin(name, listDatatype(name, item)), (value) =>
    value.length > 0 ? undefined : new DatatypeFailure("cvc-minLength-valid", "expected at least 1 item; found 0"),
  );
}

/** Part 2, 3.3.5. */
export const nmtokensDatatype: Datatype<readonly string[]> = /* @__PURE__ */ builtinList("NMTOKENS", nmtokenDatatype);

/** Part 2, 3.3.10. */
export const idrefsDatatype: Datatype<readonly string[]> = /* @__PURE__ */ builtinList("IDREFS", idrefDatatype);

/** Part 2, 3.3.12. */
export const entitiesDatatype: Datatype<readonly string[]> = /* @__PURE__ */ builtinList("ENTITIES", entityDatatype);
