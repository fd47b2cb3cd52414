import { codePointName, illegalCharacter, isName, isNcName, nameEnd } from "../xml/chars.js";
import { type Datatype, DatatypeFailure } from "./datatype.js";
import { atomicDatatype, derivedBuiltin, restrictValues } from "./define-datatype.js";
import { notInLexicalSpace, quoteText, wrongType } from "./describe.js";
import { whiteSpace } from "./facet-white-space.js";
import { idRole } from "./ids.js";
import { characters } from "./measures.js";

/** Refuses what is no string or what no document can hold. */
export function checkText(value: unknown): DatatypeFailure | undefined {
  if (typeof value !== "string") return wrongType(value, "a string");
  const at = illegalCharacter(value, 0);
  if (at === value.length) return undefined;
  const code = codePointName(value.charCodeAt(at));
  return new DatatypeFailure("xml-character", `${quoteText(value)} holds ${code}, which is no XML character`);
}

/** Part 2, 3.2.1. */
export const stringDatatype: Datatype<string> = /* @__PURE__ */ atomicDatatype<string>({
  name: "string",
  primitive: "string",
  measure: characters,
  read: (text) => text,
  check: checkText,
  print: (value) => value,
  key: (value) => value,
});

/** Part 1, 3.14.7, the simple ur-type: any text, kept as it is. */
export const anySimpleTypeDatatype: Datatype<string> = /* @__PURE__ */ atomicDatatype<string>({
  name: "anySimpleType",
  primitive: undefined,
  measure: characters,
  read: (text) => text,
  check: checkText,
  print: (value) => value,
  key: (value) => value,
});

/** One call, which bundlers may drop: they keep a method that they know nothing about. */
function withWhiteSpace(value: "replace" | "collapse", base: Datatype<string>): Datatype<string> {
  return whiteSpace(value).restrict(base) as Datatype<string>;
}

/** Part 2, 3.3.1. */
export const normalizedStringDatatype: Datatype<string> = /* @__PURE__ */ derivedBuiltin(
  "normalizedString",
  /* @__PURE__ */ withWhiteSpace("replace", stringDatatype),
);

/** Part 2, 3.3.2. */
export const tokenDatatype: Datatype<string> = /* @__PURE__ */ derivedBuiltin(
  "token",
  /* @__PURE__ */ withWhiteSpace("collapse", normalizedStringDatatype),
);

/** A type of the string family given by what its tokens look like. */
function tokens(
  name: string,
  base: Datatype<string>,
  test: (value: string) => boolean,
  wanted: string,
): Datatype<string> {
  return restrictValues(derivedBuiltin(name, base), (value) =>
    test(value) ? undefined : notInLexicalSpace(value, wanted),
  );
}

/** Part 2, 3.3.3: RFC 3066. */
export const languageDatatype: Datatype<string> = /* @__PURE__ */ tokens(
  "language",
  tokenDatatype,
  (value) => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(value),
  'a language tag such as "en-GB"',
);

/** Part 2, 3.3.4. */
export const nmtokenDatatype: Datatype<string> = /* @__PURE__ */ tokens(
  "NMTOKEN",
  tokenDatatype,
  (value) => value !== "" && nameEnd(value, 0) === value.length,
  "a name token",
);

/** Part 2, 3.3.6. */
export const nameDatatype: Datatype<string> = /* @__PURE__ */ tokens("Name", tokenDatatype, isName, "an XML name");

/** Part 2, 3.3.7. */
export const ncNameDatatype: Datatype<string> = /* @__PURE__ */ tokens(
  "NCName",
  nameDatatype,
  isNcName,
  "an XML name without a colon",
);

/** Part 2, 3.3.8; that it is the only one in its document is the document's matter. */
export const idDatatype: Datatype<string> = /* @__PURE__ */ derivedBuiltin(
  "ID",
  ncNameDatatype,
  /* @__PURE__ */ idRole("id"),
);

/** Part 2, 3.3.9. */
export const idrefDatatype: Datatype<string> = /* @__PURE__ */ derivedBuiltin(
  "IDREF",
  ncNameDatatype,
  /* @__PURE__ */ idRole("idref"),
);

/** Part 2, 3.3.11. */
export const entityDatatype: Datatype<string> = /* @__PURE__ */ derivedBuiltin("ENTITY", ncNameDatatype);
