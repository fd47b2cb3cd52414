// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  xsDecimal,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:default-and-fixed";

/** @generated from element Mail in schema.xsd */
export interface Mail {
  /**
   * 1 is the highest.
   *
   * @defaultValue `3`
   */
  priority?: number | undefined;
  /** Always `text`. */
  format?: string | undefined;
  /** @defaultValue `Inbox` */
  folder: string;
  /** Always `1.0`. */
  version?: string | undefined;
}

export const Mail: ElementDescriptor<Mail> = /* @__PURE__ */
  element(ns, "Mail", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("priority", "priority", xsInt, { default: "3" }),
      attribute("format", "format", xsString, { fixed: "text" }),
    ],
    content: sequence([
      particle("folder", "Folder", xsString, { default: "Inbox" }),
      particle("version", "Version", xsDecimal, { min: 0, fixed: "1.0" }),
    ]),
  })));
