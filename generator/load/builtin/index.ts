import { xmlNamespace } from "../../../src/xml/names.js";
import { xsdNamespace } from "../namespaces.js";
import { soap12EncodingSchema, soapEncodingSchema } from "./soap-encoding.js";
import { xlinkSchema } from "./xlink.js";
import { xmlSchema } from "./xml.js";
import { xsdSchema } from "./xsd.js";

/** Schemas that imports commonly name without a location, or with one on the web. */
const builtins: ReadonlyMap<string, string> = new Map([
  [xmlNamespace, xmlSchema],
  ["http://www.w3.org/1999/xlink", xlinkSchema],
  ["http://schemas.xmlsoap.org/soap/encoding/", soapEncodingSchema],
  ["http://www.w3.org/2003/05/soap-encoding", soap12EncodingSchema],
  [xsdNamespace, xsdSchema],
]);

/** Our own copy of the schema of a namespace, if there is one. */
export function builtinDocument(namespace: string): { readonly uri: string; readonly text: string } | undefined {
  const text = builtins.get(namespace);
  return text === undefined ? undefined : { uri: `xsdsmith:builtin/${encodeURIComponent(namespace)}`, text };
}
