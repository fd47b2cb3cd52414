import { quoteName } from "../model/expectation.js";
import { setProperty } from "../text/set-property.js";
import { xsiNamespace } from "../xml/xsi.js";
import {
  type Child,
  type Content,
  describeLeaves,
  holder,
  type Leaf,
  type Matching,
  nameOf,
  type Particle,
  prepareArrays,
  quoteFound,
} from "./content.js";
import type {
  AttributeUse,
  Block,
  ComplexTypeDescriptor,
  Declared,
  Fields,
  Listed,
  Parts,
  SimpleTypeDescriptor,
  Walk,
} from "./descriptors.js";
import { readElement, readText, refuseAttributes, report, writeElement, writeText } from "./element.js";
import { sequence } from "./groups.js";
import type { Reader, StartTag } from "./reader.js";

/** The names of the properties of a shape, those of every member where it is a union. */
type PropertyOf<T> = T extends unknown ? keyof T & string : never;

/** What a complex type is made of; see the options of the same names in `xsdsmith/codegen`. */
export interface ComplexTypeDefinition<P extends string = string> {
  readonly base?: ComplexTypeDescriptor | undefined;
  readonly derivation?: "extension" | "restriction" | undefined;
  readonly complete?: boolean | undefined;
  readonly abstract?: boolean | undefined;
  readonly block?: Block | undefined;
  readonly attributes?: Listed<AttributeUse<P>> | undefined;
  readonly text?: { readonly property: P; readonly type: SimpleTypeDescriptor } | undefined;
  readonly content?: Particle<P> | undefined;
}

/** Describes a complex type; the definition is asked for once, on first use, so that types may refer to each other. */
export function complexType<T>(
  namespace: string,
  name: string | undefined,
  definition: () => ComplexTypeDefinition<PropertyOf<T>>,
): ComplexTypeDescriptor<T> {
  let known: Parts | undefined;
  const parts = () => (known ??= wholeParts(namespace, definition()));
  return {
    kind: "complex",
    namespace,
    name,
    parts,
    read: (reader, tag, declared, nil) => readComplex(reader, tag, declared, nil, parts()),
    write: (walk, value, declared) => writeComplex(walk, value, declared, parts()),
  };
}

/** Part 1, 3.4.2: an extension has its base's attributes and content and then its own, a restriction only its own. */
function wholeParts(namespace: string, definition: ComplexTypeDefinition): Parts {
  const { base, derivation, complete, abstract = false, attributes = [], text, content } = definition;
  const inherited = derivation === "extension" && complete !== true ? base?.parts() : undefined;
  const own = content?.({ namespace, ordered: undefined });
  const first = inherited?.content;
  const whole =
    first === undefined || own === undefined
      ? (first ?? own)
      : sequence([() => first, () => own])({ namespace, ordered: undefined });
  const uses = new Map<string, AttributeUse>();
  for (const use of [...(inherited?.attributes ?? []), ...attributes]) uses.set(`${use.namespace} ${use.name}`, use);
  const leaves = whole?.leaves() ?? [];
  const names = leaves.map(holder);
  return {
    abstract,
    attributes: [...uses.values()],
    text: text ?? inherited?.text,
    content: whole,
    properties: new Set(names),
    shared: new Set(
      names.filter((property, index) => leaves[index]?.array === true && names.indexOf(property) < index),
    ),
  };
}

const isAbstract = "the type is abstract: another must be named by xsi:type";

function readComplex(reader: Reader, tag: StartTag, declared: Declared, nil: boolean, parts: Parts): unknown {
  if (parts.abstract) reader.fail("cvc-type.2", isAbstract, tag.at);
  const value: Fields = nil ? { $nil: true } : {};
  const { rules } = parts.attributes[0] ?? {};
  const given =
    rules?.read(reader, tag, parts.attributes, value) ??
    refuseAttributes(reader, tag, "cvc-complex-type.3.2.2", " here; no attribute is");
  if (nil) return given ? value : null;
  const { text } = parts;
  if (text !== undefined) {
    reader.path.push(text.property);
    setProperty(value, text.property, readText(reader, tag, declared, text.type));
    reader.path.pop();
  } else {
    readContent(reader, declared, parts.content, value);
  }
  return value;
}

function readContent(reader: Reader, declared: Declared, content: Content | undefined, value: Fields): void {
  const quoted = quoteName(nameOf(declared));
  const pass = () => {
    const text = reader.characters();
    const blank = !/[^ \t\r\n]/.test(text);
    if (text === "" || (blank && content !== undefined)) return;
    const [code, why] = content === undefined ? ["2.1", "must be empty"] : ["2.3", "holds elements only"];
    reader.fail(
      `cvc-complex-type.${code}`,
      `found ${blank ? "white space" : "text"} in ${quoted}, which ${why}`,
      reader.textAt,
    );
  };
  const matching: Matching = {
    value,
    expected: [],
    next: () => reader.tag,
    take(leaf) {
      matching.expected = [];
      readChild(reader, leaf, value);
      pass();
    },
    fail: () => fail(undefined),
  };
  const fail = (end: string | undefined) => {
    const { tag } = reader;
    const wanted = describeLeaves(matching.expected, end, quoted, tag);
    if (tag === undefined) {
      return reader.fail("cvc-complex-type.2.4.b", `${quoted} ends too early; expected ${wanted}`, reader.here);
    }
    const found = quoteFound(tag, matching.expected);
    return reader.failChild("cvc-complex-type.2.4.a", `found ${found}; expected ${wanted}`, tag);
  };
  pass();
  if (content !== undefined) {
    prepareArrays(value, content.arrays());
    content.match(matching);
    if (reader.tag !== undefined) fail(`the end of ${quoted}`);
  } else if (reader.tag !== undefined) {
    const message = `found ${quoteName(reader.tag)}; expected nothing: ${quoted} is empty`;
    reader.failChild("cvc-complex-type.2.1", message, reader.tag);
  }
}

function readChild(reader: Reader, leaf: Leaf, value: Fields): void {
  const { property, array, ordered, declared } = leaf;
  const { path } = reader;
  const { length } = path;
  const name = holder(leaf);
  path.push(name);
  const items = array || ordered !== undefined ? (value[name] as unknown[]) : undefined;
  if (items !== undefined) path.push(items.length);
  if (ordered !== undefined) path.push("value");
  const read = readElement(reader, declared);
  if (items === undefined) setProperty(value, name, read);
  else items.push(ordered === undefined ? read : { name: property, value: read });
  path.length = length;
}

function writeComplex(walk: Walk, value: Fields, declared: Declared, parts: Parts): void {
  const quoted = quoteName(nameOf(declared));
  const { attributes, text, content } = parts;
  if (parts.abstract) report(walk, "cvc-type.2", isAbstract);
  const nil = value["$nil"] === true;
  if (nil) {
    if (declared.nillable !== true) report(walk, "cvc-elt.3.1", `${quoted} is not nillable`, "$nil");
    walk.writer?.attribute(xsiNamespace, "nil", "true");
  }
  attributes[0]?.rules.write(walk, attributes, value);
  checkProperties(walk, value, quoted, parts, nil, declared.nillable === true);
  if (nil) return;
  if (text === undefined) {
    writeContent(walk, content, value, declared, parts);
  } else if (value[text.property] === undefined) {
    report(walk, "value-type", `expected the text of ${quoted}; found undefined`, text.property);
  } else {
    walk.path.push(text.property);
    writeText(walk, declared, text.type, value[text.property]);
    walk.path.pop();
  }
}

function checkProperties(
  walk: Walk,
  value: Fields,
  quoted: string,
  { attributes, text, properties }: Parts,
  nil: boolean,
  nillable: boolean,
): void {
  for (const [property, held] of Object.entries(value)) {
    if (held === undefined || attributes.some((use) => use.property === property)) continue;
    if (properties.has(property) || property === text?.property) {
      if (!nil || (Array.isArray(held) && held.length === 0)) continue;
      report(walk, "cvc-elt.3.2.1", `${quoted} is nil, so it has attributes only`, property);
    } else if (property !== "$nil" || !(nil || (held === false && nillable))) {
      const message = `the type has no property \`${property}\`: it would be lost`;
      report(walk, "value-unknown-property", message, property);
    }
  }
}

function writeContent(
  walk: Walk,
  content: Content | undefined,
  value: Fields,
  declared: Declared,
  { shared }: Parts,
): void {
  if (content === undefined) return;
  const children: Child[] = [];
  const before = walk.issues.length;
  const placed = new Map<string, number>();
  content.collect({
    value,
    children,
    placed,
    shared,
    fail: (code, message, ...path) => report(walk, code, message, ...path),
  });
  for (const property of shared) {
    const [held, done] = [value[property], placed.get(property) ?? 0];
    if (Array.isArray(held) && held.length > done) {
      report(walk, "cvc-complex-type.2.4.d", `${held.length} elements where ${done} fit`, property);
    }
  }
  if (walk.issues.length === before) checkOrder(walk, content, value, children, declared);
  for (const { leaf, value: child, path } of children) {
    walk.path.push(...path);
    if (child === undefined)
      report(walk, "value-type", `expected a value for ${quoteName(nameOf(leaf.declared))}; found undefined`);
    else writeElement(walk, leaf.declared, child);
    walk.path.length -= path.length;
  }
}

/** Thrown, and caught, where the children of a value do not match. */
const mismatch: unique symbol = Symbol("mismatch");

function checkOrder(
  walk: Walk,
  content: Content,
  value: Readonly<Fields>,
  children: readonly Child[],
  declared: Declared,
): void {
  let at = 0;
  const quoted = quoteName(nameOf(declared));
  const matching: Matching = {
    value: undefined,
    expected: [],
    next() {
      const child = children[at];
      return child && nameOf(child.leaf.declared);
    },
    take() {
      matching.expected = [];
      at++;
    },
    fail(missing) {
      const child = children[at];
      if (missing !== undefined && value[holder(missing)] === undefined) {
        const what = quoteName(nameOf(missing.declared));
        report(walk, "cvc-complex-type.2.4.b", `${what} is missing from ${quoted}`, holder(missing));
      } else if (child === undefined) {
        const wanted = describeLeaves(matching.expected, undefined, quoted, undefined);
        report(walk, "cvc-complex-type.2.4.b", `${quoted} is incomplete; expected ${wanted}`);
      } else {
        failChild(child);
      }
      throw mismatch;
    },
  };
  const failChild = ({ leaf, path }: Child, end?: string) => {
    const found = nameOf(leaf.declared);
    const wanted = describeLeaves(matching.expected, end, quoted, found);
    report(walk, "cvc-complex-type.2.4.a", `${quoteName(found)} may not come here; expected ${wanted}`, ...path);
  };
  try {
    content.match(matching);
    const child = children[at];
    if (child !== undefined) failChild(child, `the end of ${quoted}`);
  } catch (error) {
    if (error !== mismatch) throw error;
  }
}
