/**
 * Reading, writing and checking of documents by the descriptors that `xsdsmith generate` writes.
 *
 * @module xsdsmith
 */

export type { SchemaRegistry } from "./component-lookup.js";
export type {
  ComplexTypeDescriptor,
  ElementDescriptor,
  OperationDescriptor,
  ServiceDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
  TypeOf,
} from "./descriptors.js";
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
export { type ParseDocumentOptions, type ParseOptions, parse, parseElement } from "./parse.js";
export { type ParseItemsOptions, parseItems } from "./parse-items.js";
export { type ParseReport, type ParseReportOptions, parseReport } from "./parse-report.js";
export {
  type AttributeDeclaration,
  type SchemaComponents,
  schemaRegistry,
} from "./registry.js";
export {
  type SerializeDocumentOptions,
  type SerializeElementOptions,
  type SerializeOptions,
  serialize,
  serializeElement,
} from "./serialize.js";
export { is, type ValidateOptions, validate } from "./validate.js";
export {
  type ValidateDocumentOptions,
  type ValidateStreamOptions,
  validateDocument,
  validateStream,
} from "./validate-document.js";
export { clarkName, type XmlName, xmlName } from "./xml/names.js";
export { indented, type Layout } from "./xml/write/indentation.js";
