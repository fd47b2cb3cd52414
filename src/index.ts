/**
 * Reading, writing and checking of documents by the descriptors that `xsdsmith generate` writes.
 *
 * @module xsdsmith
 */

export type { SchemaRegistry } from "./engine/schema-lookup.js";
export {
  formatIssue,
  formatPath,
  type Issue,
  isError,
  ParseError,
  SchemaError,
  type SourceLocation,
  ValidationError,
  XmlError,
} from "./errors.js";
export {
  type AttributeDeclaration,
  type SchemaComponents,
  schemaRegistry,
} from "./features/schema.js";
export type {
  ComplexTypeDescriptor,
  ElementDescriptor,
  OperationDescriptor,
  ServiceDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
  TypeOf,
} from "./schema/descriptors.js";
export { type ParseDocumentOptions, type ParseOptions, parse, parseElement } from "./verbs/parse.js";
export { type ParseItemsOptions, parseItems } from "./verbs/parse-items.js";
export { type ParseReport, type ParseReportOptions, parseReport } from "./verbs/parse-report.js";
export {
  type SerializeDocumentOptions,
  type SerializeElementOptions,
  type SerializeOptions,
  serialize,
  serializeElement,
} from "./verbs/serialize.js";
export { is, type ValidateOptions, validate } from "./verbs/validate.js";
export {
  type ValidateDocumentOptions,
  type ValidateStreamOptions,
  validateDocument,
  validateStream,
} from "./verbs/validate-document.js";
export { clarkName, type XmlName, xmlName } from "./xml/names.js";
export { indented, type Layout } from "./xml/write/indentation.js";
