import { type Datatype, DatatypeFailure, type Facet } from "./datatype.js";
import { restrictValues } from "./define-datatype.js";

/** Part 2, 4.3.1. */
export function length(value: number): Facet {
  return lengthFacet("length", value, value, `${value}`);
}

/** Part 2, 4.3.2. */
export function minLength(value: number): Facet {
  return lengthFacet("minLength", value, Number.POSITIVE_INFINITY, `at least ${value}`);
}

/** Part 2, 4.3.3. */
export function maxLength(value: number): Facet {
  return lengthFacet("maxLength", 0, value, `at most ${value}`);
}

function lengthFacet(kind: string, least: number, greatest: number, wanted: string): Facet {
  const rule = (value: unknown): DatatypeFailure | undefined => {
    const found = lengthOf(value, least, greatest);
    if (found >= least && found <= greatest) return undefined;
    return new DatatypeFailure(`cvc-${kind}-valid`, `expected ${wanted} ${unitOf(value)}; found ${found}`);
  };
  // Binary data may be held as its text: it has as many octets all the same.
  const octets = (base: Datatype, text: string) =>
    base.primitive === "hexBinary" ? text.length / 2 : base64Octets(text);
  return {
    kind,
    restrict: (base) =>
      base.primitive === "hexBinary" || base.primitive === "base64Binary"
        ? restrictValues(base, (value) =>
            rule(typeof value === "string" ? new Uint8Array(octets(base, value.replace(/\s/g, ""))) : value),
          )
        : restrictValues(base, rule),
  };
}

function base64Octets(text: string): number {
  return Math.floor((text.replace(/=+$/, "").length * 3) / 4);
}

/**
 * Octets of binary values, items of lists, characters of texts: not code units, which are counted one by one only where
 * that can matter. QNames and notations have no length: any bounds admit them.
 */
function lengthOf(value: unknown, least: number, greatest: number): number {
  if (typeof value === "string") {
    const units = value.length;
    return units <= greatest && units >= 2 * least ? units : countCharacters(value);
  }
  return value instanceof Uint8Array || Array.isArray(value) ? value.length : least;
}

function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

function unitOf(value: unknown): string {
  if (typeof value === "string") return "characters";
  return Array.isArray(value) ? "items" : "octets";
}
