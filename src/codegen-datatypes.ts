/** The built-in types and the facets, as generated code names them. Append-only, as all of `codegen`. */
import { anyUriDatatype } from "./datatypes/any-uri.js";
import { base64BinaryDatatype } from "./datatypes/base64-binary.js";
import { booleanDatatype } from "./datatypes/boolean.js";
import { entitiesDatatype, idrefsDatatype, nmtokensDatatype } from "./datatypes/builtin-lists.js";
import type { Datatype } from "./datatypes/datatype.js";
import {
  dateDatatype,
  dateTimeDatatype,
  gDayDatatype,
  gMonthDatatype,
  gMonthDayDatatype,
  gYearDatatype,
  gYearMonthDatatype,
  timeDatatype,
} from "./datatypes/date-time.js";
import { decimalDatatype } from "./datatypes/decimal.js";
import { durationDatatype } from "./datatypes/duration.js";
import { doubleDatatype, floatDatatype } from "./datatypes/float.js";
import { hexBinaryDatatype } from "./datatypes/hex-binary.js";
import {
  byteDatatype,
  intDatatype,
  integerDatatype,
  longDatatype,
  negativeIntegerDatatype,
  nonNegativeIntegerDatatype,
  nonPositiveIntegerDatatype,
  positiveIntegerDatatype,
  shortDatatype,
  unsignedByteDatatype,
  unsignedIntDatatype,
  unsignedLongDatatype,
  unsignedShortDatatype,
} from "./datatypes/integer.js";
import { notationDatatype, qNameDatatype } from "./datatypes/qualified-name.js";
import {
  anySimpleTypeDatatype,
  entityDatatype,
  idDatatype,
  idrefDatatype,
  languageDatatype,
  nameDatatype,
  ncNameDatatype,
  nmtokenDatatype,
  normalizedStringDatatype,
  stringDatatype,
  tokenDatatype,
} from "./datatypes/string.js";
import type { SimpleTypeDescriptor } from "./descriptors.js";
import type { XmlName } from "./xml/names.js";

export { fractionDigits, totalDigits } from "./datatypes/facet-digits.js";
export { enumeration } from "./datatypes/facet-enumeration.js";
export { length, maxLength, minLength } from "./datatypes/facet-length.js";
export { pattern } from "./datatypes/facet-pattern.js";
export { maxExclusive, maxInclusive, minExclusive, minInclusive } from "./datatypes/facet-range.js";
export { whiteSpace } from "./datatypes/facet-white-space.js";

function builtin<T>(datatype: Datatype<T>): SimpleTypeDescriptor<T> {
  const definition = { variety: "builtin", datatype } as const;
  return {
    kind: "simple",
    namespace: "http://www.w3.org/2001/XMLSchema",
    name: datatype.builtin,
    definition: () => definition,
  };
}

export const xsAnySimpleType: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(anySimpleTypeDatatype);
export const xsString: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(stringDatatype);
export const xsNormalizedString: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(normalizedStringDatatype);
export const xsToken: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(tokenDatatype);
export const xsLanguage: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(languageDatatype);
export const xsNMTOKEN: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(nmtokenDatatype);
export const xsNMTOKENS: SimpleTypeDescriptor<readonly string[]> = /* @__PURE__ */ builtin(nmtokensDatatype);
export const xsName: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(nameDatatype);
export const xsNCName: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(ncNameDatatype);
export const xsID: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(idDatatype);
export const xsIDREF: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(idrefDatatype);
export const xsIDREFS: SimpleTypeDescriptor<readonly string[]> = /* @__PURE__ */ builtin(idrefsDatatype);
export const xsENTITY: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(entityDatatype);
export const xsENTITIES: SimpleTypeDescriptor<readonly string[]> = /* @__PURE__ */ builtin(entitiesDatatype);

export const xsBoolean: SimpleTypeDescriptor<boolean> = /* @__PURE__ */ builtin(booleanDatatype);

/** Any number of digits: the value is the text. */
export const xsDecimal: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(decimalDatatype);
export const xsInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(integerDatatype);
export const xsNonPositiveInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(nonPositiveIntegerDatatype);
export const xsNegativeInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(negativeIntegerDatatype);
export const xsLong: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(longDatatype);
export const xsInt: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(intDatatype);
export const xsShort: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(shortDatatype);
export const xsByte: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(byteDatatype);
export const xsNonNegativeInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(nonNegativeIntegerDatatype);
export const xsUnsignedLong: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(unsignedLongDatatype);
export const xsUnsignedInt: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(unsignedIntDatatype);
export const xsUnsignedShort: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(unsignedShortDatatype);
export const xsUnsignedByte: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(unsignedByteDatatype);
export const xsPositiveInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(positiveIntegerDatatype);

export const xsFloat: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(floatDatatype);
export const xsDouble: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(doubleDatatype);

/** Dates, times and durations: the value is the text. */
export const xsDuration: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(durationDatatype);
export const xsDateTime: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(dateTimeDatatype);
export const xsTime: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(timeDatatype);
export const xsDate: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(dateDatatype);
export const xsGYearMonth: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gYearMonthDatatype);
export const xsGYear: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gYearDatatype);
export const xsGMonthDay: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gMonthDayDatatype);
export const xsGDay: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gDayDatatype);
export const xsGMonth: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gMonthDatatype);

export const xsHexBinary: SimpleTypeDescriptor<Uint8Array> = /* @__PURE__ */ builtin(hexBinaryDatatype);
export const xsBase64Binary: SimpleTypeDescriptor<Uint8Array> = /* @__PURE__ */ builtin(base64BinaryDatatype);
export const xsAnyURI: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(anyUriDatatype);
export const xsQName: SimpleTypeDescriptor<XmlName> = /* @__PURE__ */ builtin(qNameDatatype);
export const xsNOTATION: SimpleTypeDescriptor<XmlName> = /* @__PURE__ */ builtin(notationDatatype);
