/** The built-in types and the facets, as generated code names them. Append-only, as all of `codegen`. */
import { anyUriDatatype } from "../datatypes/any-uri.js";
import { base64BinaryDatatype } from "../datatypes/base64-binary.js";
import { booleanDatatype } from "../datatypes/boolean.js";
import { entitiesDatatype, idrefsDatatype, nmtokensDatatype } from "../datatypes/builtin-lists.js";
import type { Datatype } from "../datatypes/datatype.js";
import {
  dateDatatype,
  dateTimeDatatype,
  gDayDatatype,
  gMonthDatatype,
  gMonthDayDatatype,
  gYearDatatype,
  gYearMonthDatatype,
  timeDatatype,
} from "../datatypes/date-time.js";
import { decimalDatatype } from "../datatypes/decimal.js";
import { durationDatatype } from "../datatypes/duration.js";
import { doubleDatatype, floatDatatype } from "../datatypes/float.js";
import { hexBinaryDatatype } from "../datatypes/hex-binary.js";
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
} from "../datatypes/integer.js";
import { asDate, asNumber, asText, decimalAsNumber } from "../datatypes/mapped.js";
import { notationDatatype, qNameDatatype } from "../datatypes/qualified-name.js";
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
} from "../datatypes/string.js";
import type { XmlName } from "../xml/names.js";
import type { SimpleTypeDescriptor } from "./descriptors.js";

export { fractionDigits, totalDigits } from "../datatypes/facet-digits.js";
export { enumeration } from "../datatypes/facet-enumeration.js";
export { length, maxLength, minLength } from "../datatypes/facet-length.js";
export { pattern } from "../datatypes/facet-pattern.js";
export { maxExclusive, maxInclusive, minExclusive, minInclusive } from "../datatypes/facet-range.js";
export { whiteSpace } from "../datatypes/facet-white-space.js";

function builtin<T>(datatype: Datatype<T>): SimpleTypeDescriptor<T> {
  const definition = { variety: "builtin", datatype, make: () => datatype } as const;
  return {
    kind: "simple",
    namespace: "http://www.w3.org/2001/XMLSchema",
    name: datatype.builtin,
    definition: () => definition,
  };
}

/** `xs:anySimpleType`: the value is the text. */
export const xsAnySimpleType: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(anySimpleTypeDatatype);
/** `xs:string`: the value is the text. */
export const xsString: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(stringDatatype);
/** `xs:normalizedString`: the value is the text. */
export const xsNormalizedString: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(normalizedStringDatatype);
/** `xs:token`: the value is the text. */
export const xsToken: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(tokenDatatype);
/** `xs:language`: the value is the text. */
export const xsLanguage: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(languageDatatype);
/** `xs:NMTOKEN`: the value is the text. */
export const xsNMTOKEN: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(nmtokenDatatype);
/** `xs:NMTOKENS`: the value is the items. */
export const xsNMTOKENS: SimpleTypeDescriptor<readonly string[]> = /* @__PURE__ */ builtin(nmtokensDatatype);
/** `xs:Name`: the value is the text. */
export const xsName: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(nameDatatype);
/** `xs:NCName`: the value is the text. */
export const xsNCName: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(ncNameDatatype);
/** `xs:ID`: the value is the text. */
export const xsID: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(idDatatype);
/** `xs:IDREF`: the value is the text. */
export const xsIDREF: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(idrefDatatype);
/** `xs:IDREFS`: the value is the items. */
export const xsIDREFS: SimpleTypeDescriptor<readonly string[]> = /* @__PURE__ */ builtin(idrefsDatatype);
/** `xs:ENTITY`: the value is the text. */
export const xsENTITY: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(entityDatatype);
/** `xs:ENTITIES`: the value is the items. */
export const xsENTITIES: SimpleTypeDescriptor<readonly string[]> = /* @__PURE__ */ builtin(entitiesDatatype);

/** `xs:boolean`: the value is a boolean. */
export const xsBoolean: SimpleTypeDescriptor<boolean> = /* @__PURE__ */ builtin(booleanDatatype);

/** `xs:decimal`: the value is the text. */
export const xsDecimal: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(decimalDatatype);
/** `xs:integer`: the value is a `bigint`. */
export const xsInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(integerDatatype);
/** `xs:nonPositiveInteger`: the value is a `bigint`. */
export const xsNonPositiveInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(nonPositiveIntegerDatatype);
/** `xs:negativeInteger`: the value is a `bigint`. */
export const xsNegativeInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(negativeIntegerDatatype);
/** `xs:long`: the value is a `bigint`. */
export const xsLong: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(longDatatype);
/** `xs:int`: the value is a `number`. */
export const xsInt: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(intDatatype);
/** `xs:short`: the value is a `number`. */
export const xsShort: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(shortDatatype);
/** `xs:byte`: the value is a `number`. */
export const xsByte: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(byteDatatype);
/** `xs:nonNegativeInteger`: the value is a `bigint`. */
export const xsNonNegativeInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(nonNegativeIntegerDatatype);
/** `xs:unsignedLong`: the value is a `bigint`. */
export const xsUnsignedLong: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(unsignedLongDatatype);
/** `xs:unsignedInt`: the value is a `number`. */
export const xsUnsignedInt: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(unsignedIntDatatype);
/** `xs:unsignedShort`: the value is a `number`. */
export const xsUnsignedShort: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(unsignedShortDatatype);
/** `xs:unsignedByte`: the value is a `number`. */
export const xsUnsignedByte: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(unsignedByteDatatype);
/** `xs:positiveInteger`: the value is a `bigint`. */
export const xsPositiveInteger: SimpleTypeDescriptor<bigint> = /* @__PURE__ */ builtin(positiveIntegerDatatype);

/** `xs:float`: the value is a `number`. */
export const xsFloat: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(floatDatatype);
/** `xs:double`: the value is a `number`. */
export const xsDouble: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(doubleDatatype);

/** `xs:duration`: the value is the text. */
export const xsDuration: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(durationDatatype);
/** `xs:dateTime`: the value is the text. */
export const xsDateTime: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(dateTimeDatatype);
/** `xs:time`: the value is the text. */
export const xsTime: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(timeDatatype);
/** `xs:date`: the value is the text. */
export const xsDate: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(dateDatatype);
/** `xs:gYearMonth`: the value is the text. */
export const xsGYearMonth: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gYearMonthDatatype);
/** `xs:gYear`: the value is the text. */
export const xsGYear: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gYearDatatype);
/** `xs:gMonthDay`: the value is the text. */
export const xsGMonthDay: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gMonthDayDatatype);
/** `xs:gDay`: the value is the text. */
export const xsGDay: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gDayDatatype);
/** `xs:gMonth`: the value is the text. */
export const xsGMonth: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(gMonthDatatype);

/** `xs:hexBinary`: the value is the bytes. */
export const xsHexBinary: SimpleTypeDescriptor<Uint8Array> = /* @__PURE__ */ builtin(hexBinaryDatatype);
/** `xs:base64Binary`: the value is the bytes. */
export const xsBase64Binary: SimpleTypeDescriptor<Uint8Array> = /* @__PURE__ */ builtin(base64BinaryDatatype);
/** `xs:anyURI`: the value is the text. */
export const xsAnyURI: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(anyUriDatatype);
/** `xs:QName`: the value is the expanded name. */
export const xsQName: SimpleTypeDescriptor<XmlName> = /* @__PURE__ */ builtin(qNameDatatype);
/** `xs:NOTATION`: the value is the expanded name. */
export const xsNOTATION: SimpleTypeDescriptor<XmlName> = /* @__PURE__ */ builtin(notationDatatype);

/** `xs:decimal`: the value is a `number`, for `--datatype decimal=number`. */
export const xsDecimalAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ decimalAsNumber(decimalDatatype),
);
/** `xs:integer`: the value is a `number`, for `--datatype integer=number`. */
export const xsIntegerAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(integerDatatype),
);
/** `xs:nonPositiveInteger`: the value is a `number`, for `--datatype nonPositiveInteger=number`. */
export const xsNonPositiveIntegerAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(nonPositiveIntegerDatatype),
);
/** `xs:negativeInteger`: the value is a `number`, for `--datatype negativeInteger=number`. */
export const xsNegativeIntegerAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(negativeIntegerDatatype),
);
/** `xs:long`: the value is a `number`, for `--datatype long=number`. */
export const xsLongAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(longDatatype),
);
/** `xs:nonNegativeInteger`: the value is a `number`, for `--datatype nonNegativeInteger=number`. */
export const xsNonNegativeIntegerAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(nonNegativeIntegerDatatype),
);
/** `xs:unsignedLong`: the value is a `number`, for `--datatype unsignedLong=number`. */
export const xsUnsignedLongAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(unsignedLongDatatype),
);
/** `xs:positiveInteger`: the value is a `number`, for `--datatype positiveInteger=number`. */
export const xsPositiveIntegerAsNumber: SimpleTypeDescriptor<number> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asNumber(positiveIntegerDatatype),
);
/** `xs:dateTime`: the value is a `Date`, for `--datatype dateTime=Date`. */
export const xsDateTimeAsDate: SimpleTypeDescriptor<Date> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asDate(dateTimeDatatype),
);
/** `xs:hexBinary`: the value is the text, for `--datatype hexBinary=string`. */
export const xsHexBinaryAsString: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asText(hexBinaryDatatype),
);
/** `xs:base64Binary`: the value is the text, for `--datatype base64Binary=string`. */
export const xsBase64BinaryAsString: SimpleTypeDescriptor<string> = /* @__PURE__ */ builtin(
  /* @__PURE__ */ asText(base64BinaryDatatype),
);
