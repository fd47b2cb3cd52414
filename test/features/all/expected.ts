// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  all,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  xsBoolean,
  xsString,
  xsUnsignedShort,
} from "xsdsmith/codegen";

const ns = "urn:all";

/** @generated from element Settings in schema.xsd */
export interface Settings {
  host: string;
  port: number;
  secure?: boolean | undefined;
}

export const Settings: ElementDescriptor<Settings> = /* @__PURE__ */
  element(ns, "Settings", () => complexType(ns, undefined, () => ({
    content: all([
      particle("host", "Host", xsString),
      particle("port", "Port", xsUnsignedShort),
      particle("secure", "Secure", xsBoolean, { min: 0 }),
    ]),
  })));
