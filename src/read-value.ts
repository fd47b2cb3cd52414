import { actualType, resolveQName, undeclaredElement } from "./actual-type.js";
import { type Edge, type State, step } from "./compile/content-model.js";
import { describeExpected, quoteName, sameLocalName } from "./compile/expectation.js";
import type { PreparedComplexType, PreparedElement, PreparedLeaf, PreparedType } from "./compile/prepared.js";
import { type Datatype, DatatypeFailure } from "./datatypes/datatype.js";
import type { ProcessContents } from "./descriptors.js";
import type { Issue, SourceLocation } from "./errors.js";
import { fillArrays } from "./fill-arrays.js";
import { keepChild, keepOwn, type XsiAttributes } from "./kept-xsi.js";
import {
  checkWildAttribute,
  isFixedValue,
  type ReadingContext,
  readAttributes,
  refuseAttributes,
} from "./read-attributes.js";
import { readAnyType, readXmlElement } from "./read-content.js";
import { RecordingSource } from "./recording-source.js";
import type { SchemaRegistry } from "./registry.js";
import { setProperty } from "./set-property.js";
import { ValueNotes } from "./value-notes.js";
import type { XmlEventSource } from "./xml/events.js";
import type { XmlName } from "./xml/names.js";
import type { AnyType, XmlElement } from "./xml-element.js";
import { xsiAttributes, xsiNil, xsiType } from "./xsi.js";

/** Takes a finding: throws it, or keeps it and lets the reading go on. */
export type IssueSink = (issue: Issue) => void;

export interface ReadingOptions {
  /** Without one, nothing is checked. */
  readonly sink: IssueSink | undefined;
  /** Finds the declarations that wildcards and `xsi:type` refer to. */
  readonly registry?: SchemaRegistry | undefined;
  /** Values of elements are not kept: only what is found matters. */
  readonly discard?: boolean | undefined;
}

type Value = Record<string, unknown>;

/**
 * Makes the values of elements while they are read, and checks them: one run over a source. The two stacks exist for
 * the path in a finding and are not read otherwise.
 */
export class Reading implements ReadingContext {
  source: XmlEventSource;
  readonly #sink: IssueSink | undefined;
  readonly registry: SchemaRegistry | undefined;
  readonly #discard: boolean;
  readonly #properties: string[] = [];
  readonly #values: Value[] = [];
  #depth = 0;
  /** The content of the element at hand is not kept. */
  #discarding = false;
  /** What the element read last said by `xsi:` attributes, where its value is no object that could keep it. */
  #xsi: XsiAttributes | undefined;
  readonly notes: ValueNotes | undefined;

  constructor(source: XmlEventSource, options: ReadingOptions) {
    this.source = source;
    this.#sink = options.sink;
    this.registry = options.registry;
    this.#discard = options.discard ?? false;
    this.notes = options.sink === undefined ? undefined : new ValueNotes(this.#report);
  }

  /** Stands on the element's `start`, afterwards on its `end`. */
  element(declared: PreparedElement): unknown {
    const notes = this.notes;
    const { constraints } = declared;
    if (notes === undefined || (constraints.length === 0 && !notes.tracking)) return this.#element(declared);
    const { offset, name } = this.source;
    notes.start(name, constraints, () => this.source.locate(offset));
    const value = this.#element(declared);
    notes.end();
    return value;
  }

  /** What can only be said at the document's end. */
  finish(): void {
    this.notes?.finish();
  }

  #element(declared: PreparedElement): unknown {
    const source = this.source;
    const { attributes } = source;
    if (declared.abstract) this.fail("cvc-elt.2", `${quoteName(declared.name)} is abstract`);
    let { type } = declared;
    let tag: string | undefined;
    let nil = false;
    let xsi: XsiAttributes | undefined;
    if (attributes.length > 0) {
      const named = attributes.get(xsiType);
      if (named !== undefined) {
        const actual = actualType(declared, named, resolveQName(named, source), this.registry);
        if (actual.refusal !== undefined) this.fail(actual.refusal.code, actual.refusal.message);
        ({ type, tag } = actual);
      }
      nil = this.#isNil(declared);
      xsi = unsaidXsi(source, tag, nil);
    }
    const value = this.#valueOf(type, declared, nil, tag);
    if (typeof value !== "object" || value === null) this.#xsi = xsi;
    else {
      this.#xsi = undefined;
      if (xsi !== undefined && declared.type.kind !== "any") keepOwn(value, xsi);
    }
    return value;
  }

  #valueOf(type: PreparedType, declared: PreparedElement, nil: boolean, tag: string | undefined): unknown {
    const asIs = declared.type.kind === "any";
    switch (type.kind) {
      case "complex":
        if (asIs) return this.#recorded(() => this.#complex(type, declared, nil, tag));
        return this.#complex(type, declared, nil, tag);
      case "simple":
        if (asIs) return this.#recorded(() => this.#simple(type.datatype, declared, nil));
        return this.#simple(type.datatype, declared, nil);
      case "any":
        return this.#any(declared, nil);
    }
  }

  /** An element of type anyType is kept as it is, whatever more `xsi:type` says of it. */
  #recorded(read: () => unknown): AnyType | null {
    const source = this.source;
    const recording = new RecordingSource(source);
    this.source = recording;
    const value = read();
    this.source = source;
    return value === null ? null : recording.content;
  }

  #any(declared: PreparedElement, nil: boolean): AnyType | null {
    if (nil && this.source.attributes.length === 1) return this.#nil();
    const unchecked = this.registry === undefined || this.#sink === undefined;
    const value = unchecked ? readAnyType(this.source) : this.#recorded(() => this.#anyContent("lax"));
    if (value === null) return value;
    if (nil && value.content.length > 0) this.#failNotEmpty(declared.name);
    return { ...value, content: this.#constrained(declared, value.content) };
  }

  #failNotEmpty(name: XmlName): void {
    this.fail("cvc-elt.3.2.1", `${quoteName(name)} has xsi:nil="true", so it must be empty`);
  }

  /** Part 1, 3.3.4, clause 5, for content that may be text and elements: a default is filled in, a fixed value checked. */
  #constrained<T>(declared: PreparedElement, content: readonly T[]): readonly (T | string)[] {
    const given = declared.fixed ?? declared.default;
    if (given === undefined) return content;
    if (content.length === 0) return [given];
    if (declared.fixed === undefined) return content;
    if (content.some((item) => typeof item !== "string")) {
      this.fail(
        "cvc-elt.5.2.2.1",
        `${quoteName(declared.name)} is fixed to "${declared.fixed}", so it may not have elements`,
      );
    } else if (content.join("") !== declared.fixed) {
      const found = content.join("");
      this.fail("cvc-elt.5.2.2.2.1", `found "${found}"; ${quoteName(declared.name)} is fixed to "${declared.fixed}"`);
    }
    return content;
  }

  /** Part 1, 3.10.4: the attributes and children of an element, as far as they are declared. */
  #anyContent(process: ProcessContents): void {
    const source = this.source;
    const owner = {};
    for (let index = 0; index < source.attributes.length; index++) checkWildAttribute(this, process, index, owner);
    for (;;) {
      switch (source.next()) {
        case "start":
          this.#checkOtherElement(process);
          break;
        case "end":
          this.notes?.noValue(undefined);
          return;
        default:
          break;
      }
    }
  }

  /** Part 1, 3.10.4, "Item Valid (Wildcard)": an element that a wildcard allows. */
  #checkOtherElement(process: ProcessContents): void {
    const registry = this.registry;
    if (process === "skip" || registry === undefined) {
      this.source.skip();
      return;
    }
    const declared = registry.element(this.source.name);
    if (declared !== undefined) {
      this.element(declared);
      return;
    }
    const { name, attributes } = this.source;
    const named = attributes.get(xsiType);
    const typeName = named === undefined ? undefined : resolveQName(named, this.source);
    const type = typeName === undefined ? undefined : registry.type(typeName);
    if (type !== undefined) {
      this.element(undeclaredElement(name, type));
    } else if (process === "strict") {
      this.fail("cvc-elt.1", `${quoteName(name)} is not declared, and must be here`);
      this.source.skip();
    } else {
      this.#anyContent("lax");
    }
  }

  /** Part 1, 3.3.4, clause 3. */
  #isNil(declared: PreparedElement): boolean {
    const value = this.source.attributes.get(xsiNil)?.trim();
    if (value === undefined) return false;
    if (!declared.nillable) {
      this.fail("cvc-elt.3.1", `${quoteName(declared.name)} is not nillable, so it may not have xsi:nil`);
    }
    return value === "true" || value === "1";
  }

  #nil(): null {
    const { name } = this.source;
    this.notes?.noValue(null);
    if (this.source.elementText() !== "") {
      this.#failNotEmpty(name);
      this.#toEnd();
    }
    return null;
  }

  /** From a child's `start`: to the end of the element it stands in. */
  #toEnd(): void {
    const source = this.source;
    while (source.kind !== "end") {
      if (source.kind === "start") source.skip();
      source.next();
    }
  }

  #simple(datatype: Datatype, declared: PreparedElement, nil: boolean): unknown {
    refuseAttributes(this);
    return nil ? this.#nil() : this.#text(datatype, declared);
  }

  #text(datatype: Datatype, declared: PreparedElement): unknown {
    const source = this.source;
    const { offset, name } = source;
    let text = source.elementText();
    if (text === undefined) {
      this.fail("cvc-type.3.1.2", `found ${quoteName(source.name)} inside ${quoteName(name)}, which holds text only`);
      text = source.skippedText;
      this.#toEnd();
    }
    const given = declared.fixed ?? declared.default;
    const absent = text === "" && given !== undefined;
    const value = absent ? datatype.parse(given) : datatype.parse(text, source);
    if (value instanceof DatatypeFailure) {
      this.fail(value.code, value.message, source.locate(offset));
      return text;
    }
    if (declared.fixed !== undefined && !isFixedValue(datatype, value, declared.fixed)) {
      const message = `found "${text}"; ${quoteName(name)} is fixed to "${declared.fixed}"`;
      this.fail("cvc-elt.5.2.2.2", message, source.locate(offset));
    }
    this.notes?.value(datatype, value, () => source.locate(offset));
    return value;
  }

  #complex(type: PreparedComplexType, declared: PreparedElement, nil: boolean, tag: string | undefined): Value | null {
    if (type.abstract) {
      const name = type.name === undefined ? "" : ` ${quoteName(type.name)}`;
      this.fail("cvc-type.2", `the type${name} is abstract: another must be named by xsi:type`);
    }
    const value: Value = {};
    if (nil) value["$nil"] = true;
    if (tag !== undefined) value["$type"] = tag;
    const given = readAttributes(this, type, value);
    if (nil) {
      this.#nil();
      return given || tag !== undefined ? value : null;
    }
    const { text } = type;
    if (text === undefined) {
      const constrained = type.mixed !== undefined && (declared.fixed ?? declared.default) !== undefined;
      const discarding = this.#discarding;
      this.#discarding = this.#discard && !constrained;
      this.#content(type, value);
      this.#discarding = discarding;
      if (type.mixed !== undefined && constrained) {
        value[type.mixed] = this.#constrained(declared, value[type.mixed] as readonly unknown[]);
      }
    } else {
      this.#enter(text.property, value);
      setProperty(value, text.property, this.#text(text.datatype, declared));
      this.#depth--;
    }
    return value;
  }

  /** The children, one state of the content model after the other. */
  #content(type: PreparedComplexType, value: Value): void {
    const source = this.source;
    const { name } = source;
    for (const property of type.arrays) setProperty(value, property, []);
    let state: State = type.model.start;
    for (;;) {
      switch (source.next()) {
        case "start": {
          const edge = step(state, source.name);
          if (edge === undefined) {
            state = this.#unexpected(type, state, name, value);
          } else {
            this.#child(type, edge, value);
            state = edge.next;
          }
          break;
        }
        case "text":
          this.#characters(type, value, name);
          break;
        case "end":
          if (!state.accepting) {
            const wanted = describeExpected(state, undefined);
            this.fail("cvc-complex-type.2.4.b", `${quoteName(name)} ends too early; expected ${wanted}`);
          }
          this.notes?.noValue(undefined);
          if (type.choiceArrays && type.particle !== undefined) fillArrays(type.particle, value);
          return;
        default:
          break;
      }
    }
  }

  #child(type: PreparedComplexType, edge: Edge, value: Value): void {
    const { leaf, element } = edge;
    const { ordered } = leaf;
    const property = ordered ?? leaf.property;
    // Arrays inside a choice are there only if their branch is.
    if ((leaf.array || ordered !== undefined) && value[property] === undefined) setProperty(value, property, []);
    this.#enter(property, value);
    this.#xsi = undefined;
    let result = element === undefined ? this.#wildcard(leaf) : this.element(element);
    const xsi = this.#xsi;
    this.#depth--;
    if (this.#discarding) return;
    if (ordered !== undefined) {
      const tag =
        leaf.tags === undefined || element === undefined
          ? leaf.property
          : type.itemTags.get(ordered)?.get(element.name);
      const item = { name: tag, value: result };
      if (xsi !== undefined) keepChild(item, "value", 0, result, xsi);
      (value[ordered] as unknown[]).push(item);
      return;
    }
    if (leaf.tags !== undefined && element !== undefined) {
      const item = { name: leaf.tags.get(element.name), value: result };
      if (xsi !== undefined) keepChild(item, "value", 0, result, xsi);
      result = item;
    } else if (xsi !== undefined) {
      keepChild(value, property, leaf.array ? (value[property] as unknown[]).length : 0, result, xsi);
    }
    if (leaf.array) (value[property] as unknown[]).push(result);
    else setProperty(value, property, result);
  }

  #wildcard({ wildcard }: PreparedLeaf): XmlElement {
    const source = this.source;
    const process = wildcard?.process ?? "skip";
    if (this.registry === undefined || this.#sink === undefined || process === "skip") return readXmlElement(source);
    const recording = new RecordingSource(source);
    this.source = recording;
    this.#checkOtherElement(process);
    this.source = source;
    return recording.element;
  }

  #unexpected(type: PreparedComplexType, state: State, parent: XmlName, value: Value): State {
    const found = this.source.name;
    const none = type.particle === undefined;
    const wanted = describeExpected(state, found);
    this.fail(
      none ? "cvc-complex-type.2.1" : "cvc-complex-type.2.4.a",
      `found ${quoteName(found, sameLocalName(state, found))} in ${quoteName(parent)}; expected ${wanted}`,
    );
    // Without validation an element out of its order still has its place in the value.
    const edge = step(type.model.start, found);
    if (edge === undefined) this.source.skip();
    else this.#child(type, edge, value);
    return edge?.next ?? state;
  }

  #characters(type: PreparedComplexType, value: Value, name: XmlName): void {
    const { text } = this.source;
    if (type.mixed !== undefined) {
      if (!this.#discarding) (value[type.mixed] as unknown[]).push(text);
    } else if (type.particle === undefined) {
      const found = /[^ \t\r\n]/.test(text) ? "text" : "white space";
      this.fail("cvc-complex-type.2.1", `found ${found} in ${quoteName(name)}, which must be empty`);
    } else if (/[^ \t\r\n]/.test(text)) {
      this.fail("cvc-complex-type.2.3", `found text in ${quoteName(name)}, which holds elements only`);
    }
  }

  #enter(property: string, value: Value): void {
    this.#properties[this.#depth] = property;
    this.#values[this.#depth] = value;
    this.#depth++;
  }

  readonly #report = (issue: Pick<Issue, "code" | "message">, location: SourceLocation): void => {
    this.fail(issue.code, issue.message, location);
  };

  fail(code: string, message: string, location: SourceLocation = this.source.location): void {
    this.#sink?.({ code, message, path: this.#path(), location });
  }

  /** The same for a finding about one property of the value at hand. */
  failInside(property: string, value: Value, code: string, message: string, location: SourceLocation): void {
    this.#enter(property, value);
    this.fail(code, message, location);
    this.#depth--;
  }

  #path(): PropertyKey[] {
    const path: PropertyKey[] = [];
    for (let depth = 0; depth < this.#depth; depth++) {
      const property = this.#properties[depth];
      if (property === undefined) break;
      path.push(property);
      const held = this.#values[depth]?.[property];
      if (Array.isArray(held)) path.push(held.length);
    }
    return path;
  }
}

/** The `xsi:` attributes of a start tag that neither `$type` nor `null` nor `$nil` says. */
function unsaidXsi(source: XmlEventSource, tag: string | undefined, nil: boolean): XsiAttributes | undefined {
  const { attributes } = source;
  let kept: Map<XmlName, string | XmlName> | undefined;
  for (let index = 0; index < attributes.length; index++) {
    const name = attributes.name(index);
    if (!xsiAttributes.has(name) || (name === xsiType && tag !== undefined) || (name === xsiNil && nil)) continue;
    const text = attributes.value(index);
    kept ??= new Map();
    kept.set(name, (name === xsiType ? resolveQName(text, source) : undefined) ?? text);
  }
  return kept;
}
