import { DatatypeFailure } from "./datatype.js";

/** Longest part of a text shown in a message. */
const shownLength = 60;

/** A text in a message: quoted, never long, control characters and lone surrogates spelled out. */
export function quoteText(text: string): string {
  const shown = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
  return `"${shown.replace(/[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/gu, spellOut)}"`;
}

function spellOut(character: string): string {
  switch (character) {
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  }
}

/** A value in a message: never long, never an object's content. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quoteText(value);
    case "bigint": {
      const digits = String(value);
      return digits.length > shownLength ? `${digits.slice(0, shownLength)}…` : digits;
    }
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "an array" : "an object";
    case "function":
      return "a function";
    default:
      return String(value);
  }
}

/** Part 2, 4.1.4, clause 1.2.1: a text outside the lexical space. */
export function notInLexicalSpace(text: string, wanted: string): DatatypeFailure {
  return new DatatypeFailure("cvc-datatype-valid.1.2.1", `${quoteText(text)} is not ${wanted}`);
}

/** A value whose JavaScript type is not the one that stands for the datatype. */
export function wrongType(value: unknown, wanted: string): DatatypeFailure {
  return new DatatypeFailure("value-type", `expected ${wanted}; found ${describeValue(value)}`);
}
