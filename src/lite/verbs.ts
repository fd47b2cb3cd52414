import { type Issue, ValidationError } from "../errors.js";
import { quoteName } from "../model/expectation.js";
import { nameOf } from "./content.js";
import type { ElementDescriptor, TypeDescriptor, Walk } from "./descriptors.js";
import { readElement, writeElement } from "./element.js";
import { Reader, type StartTag } from "./reader.js";
import { Writer } from "./writer.js";

/** How a document is read. */
export interface ParseOptions {
  /** A name for the document, in the places of errors. */
  readonly file?: string | undefined;
}

/**
 * Reads a document whose root is the described element.
 *
 * @param source - the document's text
 * @throws {@link ParseError} where the document is ill-formed, or not what the descriptor says
 */
export function parse<T>(descriptor: ElementDescriptor<T>, source: string, { file }: ParseOptions = {}): T {
  const reader = new Reader(source, file);
  // The descriptor's type parameter is the shape that its particles describe: generated code holds the two together.
  const value = readDescribed(reader, descriptor) as T;
  reader.finish();
  return value;
}

/** Reads the element whose start tag stands next, which must be the described one. */
export function readDescribed(reader: Reader, descriptor: ElementDescriptor): unknown {
  const tag = reader.tag as StartTag;
  const wanted = nameOf(descriptor);
  if (tag.localName !== wanted.localName || tag.namespace !== wanted.namespace) {
    reader.fail("cvc-elt.1", `found ${quoteName(tag, wanted)}; expected ${quoteName(wanted, tag)}`, tag.at);
  }
  return readElement(reader, descriptor);
}

/**
 * Writes a value as a document whose root is the described element.
 *
 * @throws {@link ValidationError} with every finding, where the schema does not allow the value
 */
export function serialize<T>(descriptor: ElementDescriptor<T>, value: NoInfer<T>): string {
  const writer = new Writer();
  const issues = walk(descriptor, value, writer);
  if (issues.length > 0) throw new ValidationError(issues);
  return writer.text;
}

/**
 * Checks a value against its descriptor without writing it.
 *
 * @returns every finding with its path; empty exactly when `serialize` gives a document that the schema accepts
 */
export function validate(descriptor: ElementDescriptor, value: unknown): readonly Issue[] {
  return walk(descriptor, value, undefined);
}

function walk(descriptor: ElementDescriptor, value: unknown, writer: Writer | undefined): readonly Issue[] {
  const walking: Walk = { writer, issues: [], path: [], depth: 0 };
  writeElement(walking, descriptor, value);
  return walking.issues;
}

const elementPrototype = {
  get "~standard"() {
    const descriptor = this as unknown as ElementDescriptor;
    return {
      version: 1,
      vendor: "xsdsmith",
      validate(value: unknown) {
        const issues = validate(descriptor, value);
        return issues.length === 0 ? { value } : { issues };
      },
    };
  },
};

/** Describes a global element declaration. */
export function element<T>(
  namespace: string,
  name: string,
  type: () => TypeDescriptor<T>,
  options?: Partial<Pick<ElementDescriptor, "nillable" | "abstract" | "default" | "fixed" | "block">>,
): ElementDescriptor<T> {
  // An anonymous type is made inside the thunk: it must be one object however often it is asked for.
  let known: TypeDescriptor<T> | undefined;
  const once = () => (known ??= type());
  const declaration = { kind: "elementDeclaration", namespace, name, type: once };
  return Object.assign(Object.create(elementPrototype), declaration, options);
}
