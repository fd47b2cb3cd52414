import { describe, expect, it } from "vitest";
import { base64BinaryDatatype } from "../../../src/datatypes/base64-binary.js";
import { type Datatype, DatatypeFailure } from "../../../src/datatypes/datatype.js";
import { dateTimeDatatype } from "../../../src/datatypes/date-time.js";
import { decimalDatatype } from "../../../src/datatypes/decimal.js";
import { totalDigits } from "../../../src/datatypes/facet-digits.js";
import { enumeration } from "../../../src/datatypes/facet-enumeration.js";
import { length } from "../../../src/datatypes/facet-length.js";
import { maxInclusive } from "../../../src/datatypes/facet-range.js";
import { hexBinaryDatatype } from "../../../src/datatypes/hex-binary.js";
import { longDatatype } from "../../../src/datatypes/integer.js";
import { asDate, asNumber, asText, decimalAsNumber } from "../../../src/datatypes/mapped.js";

function codeOf(result: unknown): string | undefined {
  return result instanceof DatatypeFailure ? result.code : undefined;
}

describe("longs as numbers", () => {
  const long = asNumber(longDatatype);

  it("are what a number holds exactly, or refused", () => {
    expect(long.parse(" 9007199254740991 ")).toBe(9007199254740991);
    expect(codeOf(long.parse("9007199254740993"))).toBe("value-type");
    expect(codeOf(long.check(1.5))).toBe("value-type");
    expect(codeOf(long.check(1n))).toBe("value-type");
    expect(long.print(-5)).toBe("-5");
  });

  it("have facets", () => {
    const small = enumeration(["1", "7"]).restrict(maxInclusive("10").restrict(long));
    expect(small.parse("07")).toBe(7);
    expect(codeOf(small.check(8))).toBe("cvc-enumeration-valid");
    expect(codeOf(small.parse("11"))).toBe("cvc-maxInclusive-valid");
  });
});

describe("decimals as numbers", () => {
  const decimal = decimalAsNumber(decimalDatatype);

  it.each([
    ["0.1", 0.1, "0.1"],
    ["-12.50", -12.5, "-12.5"],
    ["1000000000000000000000000", 1e24, "1000000000000000000000000"],
    ["0.0000001", 1e-7, "0.0000001"],
    ["-0.00000000123", -1.23e-9, "-0.00000000123"],
  ])("%s is %d", (text, value, printed) => {
    expect(decimal.parse(text)).toBe(value);
    expect(decimal.print(value)).toBe(printed);
  });

  it("are refused where digits would be lost", () => {
    expect(codeOf(decimal.parse("0.12345678901234567890"))).toBe("value-type");
    expect(codeOf(decimal.check(Number.NaN))).toBe("value-type");
    expect(
      codeOf(
        totalDigits(7)
          .restrict(decimal as Datatype)
          .check(1e-7),
      ),
    ).toBeUndefined();
    expect(
      codeOf(
        totalDigits(3)
          .restrict(decimal as Datatype)
          .check(12.345),
      ),
    ).toBe("cvc-totalDigits-valid");
  });
});

describe("points in time as Date", () => {
  const dateTime = asDate(dateTimeDatatype);

  it.each([
    ["2024-02-29T12:00:00.5+05:30", "2024-02-29T06:30:00.500Z", "2024-02-29T06:30:00.5Z"],
    ["2024-02-29T12:00:00", "2024-02-29T12:00:00.000Z", "2024-02-29T12:00:00Z"],
    ["12024-01-01T24:00:00Z", "+012024-01-02T00:00:00.000Z", "12024-01-02T00:00:00Z"],
    ["-0044-03-15T00:00:00Z", "-000043-03-15T00:00:00.000Z", "-0044-03-15T00:00:00Z"],
    ["0033-01-01T00:00:00-01:00", "0033-01-01T01:00:00.000Z", "0033-01-01T01:00:00Z"],
  ])("%s", (text, iso, printed) => {
    const value = dateTime.parse(text);
    expect(value).toEqual(new Date(iso));
    expect(dateTime.print(value)).toBe(printed);
    expect(dateTime.check(value)).toBeUndefined();
  });

  it("are no other objects, and no Date without a time", () => {
    expect(codeOf(dateTime.check("2024-02-29T12:00:00"))).toBe("value-type");
    expect(codeOf(dateTime.check(new Date(Number.NaN)))).toBe("value-type");
    expect(codeOf(dateTime.parse("2023-02-29T12:00:00"))).toBe("cvc-datatype-valid.1.2.1");
    expect(codeOf(dateTime.parse("999999999-01-01T00:00:00"))).toBe("value-type");
  });
});

describe("binary data as texts", () => {
  it.each([
    [asText(base64BinaryDatatype), " AQ ID ", "AQID"],
    [asText(hexBinaryDatatype), "0a0b0c", "0A0B0C"],
  ])("counts octets", (binary, text, value) => {
    expect(binary.parse(text)).toBe(value);
    expect(
      length(3)
        .restrict(binary as Datatype)
        .parse(text),
    ).toBe(value);
    expect(
      codeOf(
        length(4)
          .restrict(binary as Datatype)
          .parse(text),
      ),
    ).toBe("cvc-length-valid");
    expect(codeOf(binary.check("!"))).toBe("value-type");
    expect(codeOf(binary.check(new Uint8Array(3)))).toBe("value-type");
  });
});
