import { collapsedDatatype } from "./collapsed.js";
import type { Datatype, DatatypeFailure } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace } from "./describe.js";
import { characters } from "./measures.js";
import { checkText } from "./string.js";
import { collapseWhiteSpace } from "./white-space.js";

/** Part 2, 3.2.17; the value is the text, neither escaped nor resolved. */
export const anyUriDatatype: Datatype<string> = /* @__PURE__ */ collapsedDatatype<string>({
  name: "anyURI",
  primitive: "anyURI",
  measure: characters,
  read: (text) => (isUriReference(text) ? text : refuse(text)),
  check(value) {
    const failure = checkText(value);
    if (failure !== undefined || typeof value !== "string") return failure;
    return isUriReference(value) && collapseWhiteSpace(value) === value ? undefined : refuse(value);
  },
  print: (value) => value,
  key: (value) => valueKey("anyURI", value),
});

/**
 * RFC 2396 after the characters that a URI may not hold are escaped (XLink 1.0, 5.4), which leaves little to refuse: a
 * percent sign without two hexadecimal digits, a second number sign, a first colon after what is no scheme.
 */
function isUriReference(text: string): boolean {
  if (/%(?![0-9A-Fa-f]{2})/.test(text) || text.indexOf("#") !== text.lastIndexOf("#")) return false;
  const colon = text.search(/[:/?#]/);
  return colon === -1 || text[colon] !== ":" || /^[A-Za-z][A-Za-z0-9+.-]*$/.test(text.slice(0, colon));
}

function refuse(text: string): DatatypeFailure {
  return notInLexicalSpace(text, "a URI reference");
}
