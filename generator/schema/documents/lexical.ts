import { anyUriDatatype } from "../../../src/datatypes/any-uri.js";
import { booleanDatatype } from "../../../src/datatypes/boolean.js";
import { type Datatype, DatatypeFailure } from "../../../src/datatypes/datatype.js";
import { nonNegativeIntegerDatatype, positiveIntegerDatatype } from "../../../src/datatypes/integer.js";
import { idDatatype, ncNameDatatype } from "../../../src/datatypes/string.js";

/** The types of attributes in schema documents. */
export type LexicalType =
  | "string"
  | "token"
  | "ID"
  | "NCName"
  | "anyURI"
  | "nonEmptyURI"
  | "boolean"
  | "nonNegativeInteger"
  | "positiveInteger"
  | "maxOccurs"
  | "QName"
  | "QNames"
  | "form"
  | "use"
  | "processContents"
  | "whiteSpace"
  | "zeroOrOne"
  | "one"
  | "simpleFinal"
  | "fullFinal"
  | "complexFinal"
  | "elementBlock"
  | "namespaceList";

interface Lexical {
  readonly wanted: string;
  /** Of a value whose white space is collapsed. */
  readonly test: (value: string) => boolean;
}

const lexicalTypes: Readonly<Record<LexicalType, Lexical>> = {
  string: { wanted: "any text", test: () => true },
  token: { wanted: "any text", test: () => true },
  ID: ofDatatype(idDatatype, "an identifier"),
  NCName: ofDatatype(ncNameDatatype, "a name without a colon"),
  anyURI: ofDatatype(anyUriDatatype, "a URI reference"),
  nonEmptyURI: { wanted: "a namespace name", test: (value) => value !== "" && isValid(anyUriDatatype, value) },
  boolean: ofDatatype(booleanDatatype, "true or false"),
  nonNegativeInteger: ofDatatype(nonNegativeIntegerDatatype, "a number, zero or more"),
  positiveInteger: ofDatatype(positiveIntegerDatatype, "a number, one or more"),
  maxOccurs: {
    wanted: "a number, zero or more, or unbounded",
    test: (value) => value === "unbounded" || isValid(nonNegativeIntegerDatatype, value),
  },
  QName: { wanted: "a qualified name", test: isQName },
  QNames: { wanted: "qualified names", test: (value) => value === "" || value.split(" ").every(isQName) },
  form: oneOf("qualified", "unqualified"),
  use: oneOf("optional", "prohibited", "required"),
  processContents: oneOf("lax", "skip", "strict"),
  whiteSpace: oneOf("preserve", "replace", "collapse"),
  // Like xs:nonNegativeInteger, these take any spelling of the number.
  zeroOrOne: {
    wanted: "0 or 1",
    test: (value) => /^[+-]?0*[01]?$/.test(value) && isValid(nonNegativeIntegerDatatype, value),
  },
  one: { wanted: "1", test: (value) => /^\+?0*1$/.test(value) },
  simpleFinal: setOf("restriction", "list", "union"),
  fullFinal: setOf("restriction", "list", "union", "extension"),
  complexFinal: setOf("extension", "restriction"),
  elementBlock: setOf("extension", "restriction", "substitution"),
  namespaceList: {
    wanted: "##any, ##other, or namespace names, ##targetNamespace and ##local",
    test: (value) =>
      value === "##any" || value === "##other" || value === "" || value.split(" ").every(isNamespaceWord),
  },
};

/** What an attribute's value should have been; `undefined` where it is of the type. */
export function lexicalFailure(type: LexicalType, value: string): string | undefined {
  const { test, wanted } = lexicalTypes[type];
  return test(value) ? undefined : wanted;
}

function ofDatatype(datatype: Datatype, wanted: string): Lexical {
  return { wanted, test: (value) => isValid(datatype, value) };
}

function isValid(datatype: Datatype, value: string): boolean {
  return !(datatype.parse(value) instanceof DatatypeFailure);
}

function oneOf(...values: readonly string[]): Lexical {
  return { wanted: `one of ${values.join(", ")}`, test: (value) => values.includes(value) };
}

function setOf(...values: readonly string[]): Lexical {
  return {
    wanted: `#all, or any of ${values.join(", ")}`,
    test: (value) => value === "#all" || value === "" || value.split(" ").every((word) => values.includes(word)),
  };
}

function isQName(value: string): boolean {
  const parts = value.split(":");
  return parts.length <= 2 && parts.every((part) => isValid(ncNameDatatype, part));
}

function isNamespaceWord(word: string): boolean {
  return (
    word === "##targetNamespace" || word === "##local" || (!word.startsWith("##") && isValid(anyUriDatatype, word))
  );
}
