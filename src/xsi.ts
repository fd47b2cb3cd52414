import { type XmlName, xmlName } from "./xml/names.js";

const xsi = "http://www.w3.org/2001/XMLSchema-instance";

export const xsiType: XmlName = /* @__PURE__ */ xmlName(xsi, "type");
export const xsiNil: XmlName = /* @__PURE__ */ xmlName(xsi, "nil");

/** Part 1, 2.6: the attributes that every element may have. */
export const xsiAttributes: ReadonlySet<XmlName> = /* @__PURE__ */ new Set([
  xsiType,
  xsiNil,
  /* @__PURE__ */ xmlName(xsi, "schemaLocation"),
  /* @__PURE__ */ xmlName(xsi, "noNamespaceSchemaLocation"),
]);
