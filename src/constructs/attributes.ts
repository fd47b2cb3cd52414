import type { AttributeRules, Fields, ValueWalking } from "../engine/ports.js";
import { quoteName } from "../model/expectation.js";
import type { PreparedComplexType } from "../model/prepared.js";
import { readAttributes } from "./read-attributes.js";

/** What attributes are to the types that have some. */
export const attributeRules: AttributeRules = { read: readAttributes, write: writeAttributes };

function writeAttributes(walk: ValueWalking, type: PreparedComplexType, value: Fields): void {
  for (const use of type.attributes.values()) {
    const held = value[use.property];
    walk.path.push(use.property);
    if (held !== undefined) {
      const text = walk.lexical(use.datatype, held, use.fixed, "cvc-attribute.4");
      if (text !== undefined) {
        walk.writer?.attribute(use.name, text);
        walk.notes?.attribute(use.name, use.datatype, held, value, walk.place);
      }
    } else if (use.required) {
      walk.issue("cvc-complex-type.4", `attribute ${quoteName(use.name)} is missing`);
    } else if (use.checked) {
      // What a reader of the document fills in.
      const given = use.datatype.parse(use.fixed ?? use.default ?? "");
      walk.notes?.attribute(use.name, use.datatype, given, value, walk.place);
    }
    walk.path.pop();
  }
  const wildcard = type.attributeWildcard;
  wildcard?.rules.write(walk, wildcard, type.attributes, value);
}
