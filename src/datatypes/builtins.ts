import { anyUriDatatype } from "./any-uri.js";
import { base64BinaryDatatype } from "./base64-binary.js";
import { booleanDatatype } from "./boolean.js";
import { entitiesDatatype, idrefsDatatype, nmtokensDatatype } from "./builtin-lists.js";
import type { Datatype } from "./datatype.js";
import {
  dateDatatype,
  dateTimeDatatype,
  gDayDatatype,
  gMonthDatatype,
  gMonthDayDatatype,
  gYearDatatype,
  gYearMonthDatatype,
  timeDatatype,
} from "./date-time.js";
import { decimalDatatype } from "./decimal.js";
import { durationDatatype } from "./duration.js";
import { doubleDatatype, floatDatatype } from "./float.js";
import { hexBinaryDatatype } from "./hex-binary.js";
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
} from "./integer.js";
import { notationDatatype, qNameDatatype } from "./qualified-name.js";
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
} from "./string.js";

/**
 * `anySimpleType` and the 44 built-in types of XSD 1.0 Part 2 by their names, for the generator. A program names those
 * that it uses instead: all of them together are most of the runtime.
 */
export const builtinDatatypes: ReadonlyMap<string, Datatype> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ [
    anySimpleTypeDatatype,
    stringDatatype,
    booleanDatatype,
    decimalDatatype,
    floatDatatype,
    doubleDatatype,
    durationDatatype,
    dateTimeDatatype,
    timeDatatype,
    dateDatatype,
    gYearMonthDatatype,
    gYearDatatype,
    gMonthDayDatatype,
    gDayDatatype,
    gMonthDatatype,
    hexBinaryDatatype,
    base64BinaryDatatype,
    anyUriDatatype,
    qNameDatatype,
    notationDatatype,
    normalizedStringDatatype,
    tokenDatatype,
    languageDatatype,
    nmtokenDatatype,
    nmtokensDatatype,
    nameDatatype,
    ncNameDatatype,
    idDatatype,
    idrefDatatype,
    idrefsDatatype,
    entityDatatype,
    entitiesDatatype,
    integerDatatype,
    nonPositiveIntegerDatatype,
    negativeIntegerDatatype,
    longDatatype,
    intDatatype,
    shortDatatype,
    byteDatatype,
    nonNegativeIntegerDatatype,
    unsignedLongDatatype,
    unsignedIntDatatype,
    unsignedShortDatatype,
    unsignedByteDatatype,
    positiveIntegerDatatype,
  ].map((datatype: Datatype) => [datatype.name, datatype] as const),
);
