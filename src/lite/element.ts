import { type Datatype, DatatypeFailure, type NamespaceLookup } from "../datatypes/datatype.js";
import { describeValue } from "../datatypes/describe.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import { datatypeOf } from "../model/datatype-of.js";
import { quoteName } from "../model/expectation.js";
import type { SimpleTypeDescriptor } from "../schema/descriptors.js";
import { isRecord } from "../text/record.js";
import { clarkName, type XmlName } from "../xml/names.js";
import { xsiNamespace } from "../xml/xsi.js";
import { nameOf } from "./content.js";
import type { Constraint, Declared, TypeDescriptor, Walk } from "./descriptors.js";
import { type Attribute, depthLimit, type Reader, type StartTag } from "./reader.js";

/** Reads the element whose start tag stands next, up to behind its end tag. */
export function readElement(reader: Reader, declared: Declared): unknown {
  const tag = reader.tag as StartTag;
  const quoted = quoteName(nameOf(declared));
  reader.enter(tag);
  if (declared.abstract === true) reader.fail("cvc-elt.2", `${quoted} is abstract`, tag.at);
  const type = declared.type();
  const named = xsiAttribute(tag, "type");
  if (named !== undefined) checkNamedType(reader, named, type);
  const nilled = xsiAttribute(tag, "nil");
  if (nilled !== undefined && declared.nillable !== true) {
    reader.fail("cvc-elt.3.1", `${quoted} is not nillable, so it may not have xsi:nil`, nilled.at);
  }
  const nil = nilled !== undefined && /^\s*(?:true|1)\s*$/.test(nilled.value);
  let value: unknown = null;
  if (type.kind === "complex") {
    value = type.read(reader, tag, declared, nil);
  } else {
    refuseAttributes(reader, tag, "cvc-type.3.1.1", ": the element's type is simple");
    if (!nil) value = readText(reader, tag, declared, type);
  }
  if (nil && (reader.characters() !== "" || reader.tag !== undefined)) {
    reader.fail("cvc-elt.3.2.1", `${quoted} has xsi:nil="true", so it must be empty`, reader.here);
  }
  reader.leave();
  return value;
}

/** Part 1, 2.6: the attributes that every element may have. */
export function isXsi({ namespace, localName }: Attribute): boolean {
  return namespace === xsiNamespace && /^(?:type|nil|schemaLocation|noNamespaceSchemaLocation)$/.test(localName);
}

/** Refuses all attributes but those of `xsi:`; there are none then. */
export function refuseAttributes(reader: Reader, { attributes }: StartTag, code: string, why: string): false {
  const wrong = attributes.find((attribute) => !isXsi(attribute));
  if (wrong !== undefined) reader.fail(code, `attribute ${quoteName(wrong)} is not allowed${why}`, wrong.at);
  return false;
}

function xsiAttribute(tag: StartTag, name: string): Attribute | undefined {
  return tag.attributes.find(({ namespace, localName }) => localName === name && namespace === xsiNamespace);
}

/** The expanded name that a QName spells; `undefined` for a text that is none, or whose prefix is unbound. */
export function resolveName(text: string, namespaces: NamespaceLookup): XmlName | undefined {
  const colon = text.indexOf(":");
  const localName = text.slice(colon + 1);
  const namespace = namespaces.lookupNamespace(text.slice(0, Math.max(colon, 0)));
  return namespace === undefined || !/^[^\s:]+$/.test(localName) ? undefined : { namespace, localName };
}

/** Part 1, 3.3.4, clause 4, where no other type than the declared one is known. */
function checkNamedType(reader: Reader, { value, valueAt }: Attribute, type: TypeDescriptor): void {
  const name = resolveName(value.trim(), reader);
  if (name === undefined) {
    reader.fail("cvc-elt.4.1", `xsi:type "${value}" is not a qualified name with a declared prefix`, valueAt);
  }
  // What is derived from a simple type is not known.
  if (type.kind === "complex" && (type.name !== name.localName || type.namespace !== name.namespace)) {
    const found = `xsi:type names \`${clarkName(name)}\``;
    reader.fail("cvc-elt.4.3", `${found}, which is not the declared type or one derived from it`, valueAt);
  }
}

/** Reads the text of an element that holds text only, up to its end tag. */
export function readText(reader: Reader, tag: StartTag, declared: Declared, type: SimpleTypeDescriptor): unknown {
  const datatype = datatypeOf(type);
  const text = reader.characters();
  const { tag: child, textAt } = reader;
  const quoted = quoteName(nameOf(declared));
  if (child !== undefined) {
    reader.failChild("cvc-type.3.1.2", `found ${quoteName(child)} inside ${quoted}, which holds text only`, child);
  }
  const given = declared.fixed ?? declared.default;
  if (text === "" && given !== undefined) return datatype.parse(given);
  const trimmed = text.trim();
  // Where a text was not written as it reads, its element is shown.
  const at = trimmed === "" || /[&<>\n]/.test(text) ? tag.at : textAt + text.indexOf(trimmed);
  const failure = (code: string, message: string) => reader.fail(code, message, at);
  return readValue(datatype, text, declared, reader, failure, `${quoted} is fixed to`, "cvc-elt.5.2.2.2");
}

/** The value of a text, unless its datatype or a fixed value refuses it. */
export function readValue(
  datatype: Datatype,
  text: string,
  { fixed }: Constraint,
  namespaces: NamespaceLookup,
  fail: (code: string, message: string) => never,
  isFixed: string,
  code: string,
): unknown {
  const value = datatype.parse(text, namespaces);
  if (value instanceof DatatypeFailure) return fail(value.code, value.message);
  if (fixed !== undefined && !isFixedValue(datatype, value, fixed))
    fail(code, `found "${text}"; ${isFixed} "${fixed}"`);
  return value;
}

/** Checks the value of an element, and writes the element where there is a writer. */
export function writeElement(walk: Walk, declared: Declared, value: unknown): void {
  const { writer } = walk;
  const quoted = quoteName(nameOf(declared));
  // As deep as documents may be: a value that goes deeper may contain itself.
  if (walk.depth >= depthLimit) {
    report(walk, "xml-limit", `the value is nested more than ${depthLimit} deep, or contains itself`);
    return;
  }
  walk.depth++;
  writer?.start(declared.namespace, declared.name);
  if (declared.abstract === true) report(walk, "cvc-elt.2", `${quoted} is abstract`);
  const type = declared.type();
  if (value === null && declared.nillable === true && type.kind !== "simple") {
    // Attributes that there must be are missing all the same.
    type.write(walk, { $nil: true }, declared);
  } else if (value === null) {
    if (declared.nillable !== true) report(walk, "cvc-elt.3.1", `found null; ${quoted} is not nillable`);
    writer?.attribute(xsiNamespace, "nil", "true");
  } else if (type.kind === "simple") {
    writeText(walk, declared, type, value);
  } else if (isRecord(value)) {
    type.write(walk, value, declared);
  } else {
    report(walk, "value-type", `expected an object for ${quoted}; found ${describeValue(value)}`);
  }
  writer?.end();
  walk.depth--;
}

export function writeText(walk: Walk, declared: Declared, type: SimpleTypeDescriptor, value: unknown): void {
  const text = lexical(walk, datatypeOf(type), value, declared, "cvc-elt.5.2.2.2");
  if (text !== undefined) walk.writer?.content(text);
}

/** The text of a value; `undefined` where the datatype refuses it, and where nothing is written. */
export function lexical(
  walk: Walk,
  datatype: Datatype,
  value: unknown,
  { fixed }: Constraint,
  code: string,
): string | undefined {
  const failure = datatype.check(value);
  if (failure !== undefined) report(walk, failure.code, failure.message);
  else if (fixed !== undefined && !isFixedValue(datatype, value, fixed)) {
    report(walk, code, `found ${describeValue(value)}; the value is fixed to "${fixed}"`);
  } else if (walk.writer !== undefined) return datatype.print(value, walk.writer);
  return undefined;
}

export function report(walk: Walk, code: string, message: string, ...inside: readonly PropertyKey[]): void {
  walk.issues.push({ code, message, path: [...walk.path, ...inside] });
}
