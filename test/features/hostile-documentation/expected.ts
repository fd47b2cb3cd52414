// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  pattern,
  restriction,
  type SimpleTypeDescriptor,
  simpleType,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:hostile-documentation";

/**
 * Ends here *\/ and \{\@link Evil\} \<script\> \@deprecated \\ `code` $\{x\}
 *
 * second paragraph
 *
 * - `a*\/b`: *\/ value
 * - `` `"\ ``
 * - ` line`
 *
 * Pattern `` `*\/\{\} ``.
 *
 * @generated from type Odd in schema.xsd
 */
export type Odd = "a*/b" | "`\"\\" | "\u2028line";

export const Odd: SimpleTypeDescriptor<Odd> = /* @__PURE__ */ simpleType(ns, "Odd", () =>
  restriction(xsString, [pattern(["`*/\\{\\}"]), enumeration(["a*/b", "`\"\\", "\u2028line"])]),
);

/** @generated from element Root in schema.xsd */
export interface Root {
  /**
   * /** *\/
   *
   * @defaultValue `` *\/ ` " \n ``
   */
  a?: string | undefined;
  /** Always `${1}`. */
  b?: string | undefined;
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("a", "a", xsString, { default: "*/ ` \" \\n" }),
      attribute("b", "b", xsString, { fixed: "${1}" }),
    ],
  })));
