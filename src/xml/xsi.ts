import { type XmlName, xmlName } from "./names.js";

export const xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";

export const xsiType: XmlName = /* @__PURE__ */ xmlName(xsiNamespace, "type");
export const xsiNil: XmlName = /* @__PURE__ */ xmlName(xsiNamespace, "nil");

/** Part 1, 2.6: the attributes that every element may have. */
export const xsiAttributes: ReadonlySet<XmlName> = /* @__PURE__ */ new Set([
  xsiType,
  xsiNil,
  /* @__PURE__ */ xmlName(xsiNamespace, "schemaLocation"),
  /* @__PURE__ */ xmlName(xsiNamespace, "noNamespaceSchemaLocation"),
]);
