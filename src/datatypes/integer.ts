import { collapsedDatatype } from "./collapsed.js";
import { type Datatype, DatatypeFailure } from "./datatype.js";
import { type DecimalValue, decimalKey, decimalOrder } from "./decimal-order.js";
import { describeValue, notInLexicalSpace, wrongType } from "./describe.js";

/** Part 2, 3.3.13 to 3.3.25: of any size or of up to 64 bits, as `bigint`. */
function bigInteger(name: string, least: bigint | undefined, greatest: bigint | undefined): Datatype<bigint> {
  return collapsedDatatype<bigint>({
    name,
    primitive: "decimal",
    order: decimalOrder,
    read(text) {
      if (!/^[+-]?[0-9]+$/.test(text)) return notInLexicalSpace(text, "an integer");
      const value = BigInt(text);
      return checkRange(value, name, least, greatest) ?? value;
    },
    check: (value) =>
      typeof value === "bigint" ? checkRange(value, name, least, greatest) : wrongType(value, "a bigint"),
    print: String,
    spellings: integerSpellings,
    key: decimalKey,
  });
}

/** Up to 32 bits, as `number`. */
function smallInteger(name: string, least: number, greatest: number): Datatype<number> {
  return collapsedDatatype<number>({
    name,
    primitive: "decimal",
    order: decimalOrder,
    read(text) {
      const value = readInteger(text);
      if (value >= least && value <= greatest) return value;
      return (
        (Number.isNaN(value) ? undefined : checkRange(value, name, least, greatest, text)) ??
        notInLexicalSpace(text, "an integer")
      );
    },
    check(value) {
      if (typeof value !== "number") return wrongType(value, "a number");
      if (!Number.isInteger(value)) return wrongType(value, "an integer");
      return checkRange(value, name, least, greatest);
    },
    print: String,
    spellings: integerSpellings,
    key: decimalKey,
  });
}

/** NaN where the text is no integer; inexact only far outside the ranges of the types that use it. */
function readInteger(text: string): number {
  const { length } = text;
  const sign = text.charCodeAt(0);
  let at = sign === 0x2d || sign === 0x2b ? 1 : 0;
  if (at === length) return Number.NaN;
  let value = 0;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return sign === 0x2d ? 0 - value : value;
}

/** The range facets that Part 2 defines the type by. */
function checkRange<T extends number | bigint>(
  value: T,
  name: string,
  least: T | undefined,
  greatest: T | undefined,
  text?: string,
): DatatypeFailure | undefined {
  const shown = text ?? describeValue(value);
  if (least !== undefined && value < least) {
    return new DatatypeFailure("cvc-minInclusive-valid", `${shown} is less than ${least}, the least ${name}`);
  }
  if (greatest !== undefined && value > greatest) {
    return new DatatypeFailure("cvc-maxInclusive-valid", `${shown} is more than ${greatest}, the greatest ${name}`);
  }
  return undefined;
}

/** Widest text with leading zeros that a pattern is tried with. */
const widestPadding = 40;

/** Patterns ask for leading zeros (`[0-9]{5}`), now and then for a plus sign. */
function* integerSpellings(value: DecimalValue): Iterable<string> {
  const text = String(value);
  const sign = text.startsWith("-") ? "-" : "";
  const digits = text.slice(sign.length);
  for (let width = digits.length + 1; width <= widestPadding; width++) yield sign + digits.padStart(width, "0");
  if (sign === "-") return;
  for (let width = digits.length; width <= widestPadding; width++) yield `+${digits.padStart(width, "0")}`;
}

/** Part 2, 3.3.13. */
export const integerDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger("integer", undefined, undefined);

/** Part 2, 3.3.14. */
export const nonPositiveIntegerDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger(
  "nonPositiveInteger",
  undefined,
  0n,
);

/** Part 2, 3.3.15. */
export const negativeIntegerDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger("negativeInteger", undefined, -1n);

/** Part 2, 3.3.16. */
export const longDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger(
  "long",
  -9_223_372_036_854_775_808n,
  9_223_372_036_854_775_807n,
);

/** Part 2, 3.3.17. */
export const intDatatype: Datatype<number> = /* @__PURE__ */ smallInteger("int", -2_147_483_648, 2_147_483_647);

/** Part 2, 3.3.18. */
export const shortDatatype: Datatype<number> = /* @__PURE__ */ smallInteger("short", -32_768, 32_767);

/** Part 2, 3.3.19. */
export const byteDatatype: Datatype<number> = /* @__PURE__ */ smallInteger("byte", -128, 127);

/** Part 2, 3.3.20. */
export const nonNegativeIntegerDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger(
  "nonNegativeInteger",
  0n,
  undefined,
);

/** Part 2, 3.3.21. */
export const unsignedLongDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger(
  "unsignedLong",
  0n,
  18_446_744_073_709_551_615n,
);

/** Part 2, 3.3.22. */
export const unsignedIntDatatype: Datatype<number> = /* @__PURE__ */ smallInteger("unsignedInt", 0, 4_294_967_295);

/** Part 2, 3.3.23. */
export const unsignedShortDatatype: Datatype<number> = /* @__PURE__ */ smallInteger("unsignedShort", 0, 65_535);

/** Part 2, 3.3.24. */
export const unsignedByteDatatype: Datatype<number> = /* @__PURE__ */ smallInteger("unsignedByte", 0, 255);

/** Part 2, 3.3.25. */
export const positiveIntegerDatatype: Datatype<bigint> = /* @__PURE__ */ bigInteger("positiveInteger", 1n, undefined);
