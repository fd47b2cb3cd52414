/**
 * The small runtime: what generated code imports where every byte of a bundle counts, and the three verbs. It reads,
 * checks and writes the same values as `xsdsmith` does, by the same rules; see `docs/lite.md` for what it leaves out.
 *
 * @module xsdsmith/lite
 */

export { list, restriction, simpleType, union } from "../codegen.js";
export { formatIssue, type Issue, ParseError, ValidationError, XmlError } from "../errors.js";
export {
  enumeration,
  fractionDigits,
  length,
  maxExclusive,
  maxInclusive,
  maxLength,
  minExclusive,
  minInclusive,
  minLength,
  pattern,
  totalDigits,
  whiteSpace,
  xsAnySimpleType,
  xsAnyURI,
  xsBase64Binary,
  xsBase64BinaryAsString,
  xsBoolean,
  xsByte,
  xsDate,
  xsDateTime,
  xsDateTimeAsDate,
  xsDecimal,
  xsDecimalAsNumber,
  xsDouble,
  xsDuration,
  xsFloat,
  xsGDay,
  xsGMonth,
  xsGMonthDay,
  xsGYear,
  xsGYearMonth,
  xsHexBinary,
  xsHexBinaryAsString,
  xsInt,
  xsInteger,
  xsIntegerAsNumber,
  xsLanguage,
  xsLong,
  xsLongAsNumber,
  xsName,
  xsNCName,
  xsNegativeInteger,
  xsNegativeIntegerAsNumber,
  xsNMTOKEN,
  xsNMTOKENS,
  xsNonNegativeInteger,
  xsNonNegativeIntegerAsNumber,
  xsNonPositiveInteger,
  xsNonPositiveIntegerAsNumber,
  xsNormalizedString,
  xsPositiveInteger,
  xsPositiveIntegerAsNumber,
  xsQName,
  xsShort,
  xsString,
  xsTime,
  xsToken,
  xsUnsignedByte,
  xsUnsignedInt,
  xsUnsignedLong,
  xsUnsignedLongAsNumber,
  xsUnsignedShort,
} from "../schema/builtin-types.js";
export type { EnumerationValue } from "../schema/enumeration-value.js";
export type { Nil } from "../schema/nil.js";
export type { AtMostOneOf, OneOf } from "../schema/one-of.js";
export type { XmlName } from "../xml/names.js";
export { all } from "./all.js";
export { attribute } from "./attribute.js";
export { choice } from "./choice.js";
export { complexType } from "./complex-type.js";
export type { ComplexTypeDescriptor, ElementDescriptor, SimpleTypeDescriptor } from "./descriptors.js";
export { elementRef, particle, sequence, unbounded } from "./groups.js";
export { inOrder } from "./in-order.js";
export { emptyBody, type OperationDescriptor, operation, type ServiceDescriptor, service } from "./service.js";
export { element, type ParseOptions, parse, serialize, validate } from "./verbs.js";
