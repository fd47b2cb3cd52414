import { xsiNamespace } from "./xsi.js";

/** What everybody calls these namespaces: their prefixes where a program prefers none. */
export const conventionalPrefixes: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [xsiNamespace, "xsi"],
  ["http://www.w3.org/2001/XMLSchema", "xs"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/2000/09/xmldsig#", "ds"],
  ["http://schemas.xmlsoap.org/soap/envelope/", "soap"],
  ["http://www.w3.org/2003/05/soap-envelope", "soap"],
  ["http://www.w3.org/2005/08/addressing", "wsa"],
  ["http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd", "wsse"],
  ["http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd", "wsu"],
]);
