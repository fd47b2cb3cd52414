/**
 * Reading, writing and checking of documents by the descriptors that `xsdsmith generate` writes.
 *
 * @module xsdsmith
 */

export type {
  Datatype,
  DatatypeFailure,
  IdRole,
  IdTable,
  Measure,
  NamespaceLookup,
  Order,
  PrefixSource,
  Report,
} from "./datatypes/datatype.js";
export type { Schema } from "./engine/schema-lookup.js";
export {
  formatIssue,
  formatPath,
  type Issue,
  type IssuePlace,
  type IssuesError,
  isErrorIssue,
  ParseError,
  SchemaError,
  type SourceLocation,
  ValidationError,
  XmlError,
} from "./errors.js";
export { type AttributeDeclaration, createSchema, type SchemaComponents } from "./features/schema.js";
export type {
  AnyTypeDescriptor,
  ComplexTypeDefinition,
  ComplexTypeDescriptor,
  ComplexTypeParts,
  Derivation,
  ElementDescriptor,
  IdentityConstraintDescriptor,
  Phantom,
  SimpleTypeDefinition,
  SimpleTypeDescriptor,
  StandardSchemaProps,
  TypeDescriptor,
  TypeOf,
} from "./schema/descriptors.js";
export type {
  ContentDescriptors,
  ElementDescriptors,
  HeaderFaultsOf,
  OperationDescriptor,
  ServiceDescriptor,
} from "./schema/services.js";
export { type ParseDocumentOptions, type ParseOptions, parse, parseElement, type Strict } from "./verbs/parse.js";
export { type ParseItemsOptions, parseItems } from "./verbs/parse-items.js";
export { type SafeParseOptions, type SafeParseResult, safeParse } from "./verbs/safe-parse.js";
export {
  type SerializeDocumentOptions,
  type SerializeElementOptions,
  type SerializeOptions,
  serialize,
  serializeElement,
} from "./verbs/serialize.js";
export { is, type ValidateOptions, validate } from "./verbs/validate.js";
export {
  type ValidateXmlOptions,
  type ValidateXmlStreamOptions,
  validateXml,
  validateXmlStream,
} from "./verbs/validate-xml.js";
export { fromXmlElement, parseXmlElement, serializeXmlElement, toXmlElement } from "./verbs/xml-elements.js";
export { clarkName, type XmlName, xmlName } from "./xml/names.js";
export type { XmlSink } from "./xml/ports.js";
export type { AnyType, XmlElement } from "./xml/tree/xml-element.js";
export { type Indentation, indented, type Layout } from "./xml/write/indentation.js";
