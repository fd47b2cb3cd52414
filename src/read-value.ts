import { type Edge, type State, step } from "./compile/content-model.js";
import { describeExpected, quoteName } from "./compile/expectation.js";
import { allowsNamespace } from "./compile/namespace-constraint.js";
import type { PreparedComplexType, PreparedElement, PreparedType, PreparedVariant } from "./compile/prepared.js";
import { type Datatype, DatatypeFailure } from "./datatypes/datatype.js";
import type { Issue, SourceLocation } from "./errors.js";
import { readAnyType, readXmlElement } from "./read-content.js";
import { setProperty } from "./set-property.js";
import type { XmlEventSource } from "./xml/events.js";
import { clarkName, type XmlName, xmlName } from "./xml/names.js";
import { xsiAttributes, xsiNil, xsiType } from "./xsi.js";

/** Takes a finding: throws it, or keeps it and lets the reading go on. */
export type IssueSink = (issue: Issue) => void;

type Value = Record<string, unknown>;

/**
 * Makes the values of elements while they are read: one run over a source. Without a sink nothing is checked. The two
 * stacks exist for the path in a finding and are not read otherwise.
 */
export class Reading {
  readonly #source: XmlEventSource;
  readonly #sink: IssueSink | undefined;
  readonly #properties: string[] = [];
  readonly #values: Value[] = [];
  #depth = 0;

  constructor(source: XmlEventSource, sink: IssueSink | undefined) {
    this.#source = source;
    this.#sink = sink;
  }

  /** Stands on the element's `start`, afterwards on its `end`. */
  element(declared: PreparedElement): unknown {
    const { attributes } = this.#source;
    if (declared.abstract) this.#fail("cvc-elt.2", `${quoteName(declared.name)} is abstract`);
    let type = declared.type;
    let variant: PreparedVariant | undefined;
    let nil = false;
    if (attributes.length > 0) {
      const named = attributes.get(xsiType);
      if (named !== undefined) variant = this.#variant(declared, named);
      if (variant !== undefined) type = variant.type;
      nil = this.#isNil(declared);
    }
    switch (type.kind) {
      case "complex":
        return this.#complex(type, declared, nil, variant?.tag);
      case "any":
        return nil ? this.#nil() : readAnyType(this.#source);
      case "simple":
        this.#onlyXsiAttributes();
        return nil ? this.#nil() : this.#text(type.datatype, declared);
    }
  }

  /** Part 1, 3.3.4, "Element Locally Valid (Element)", clause 4. */
  #variant(declared: PreparedElement, value: string): PreparedVariant | undefined {
    const name = this.#qualifiedName(value.trim());
    if (name === undefined) {
      this.#fail("cvc-elt.4.1", `xsi:type "${value}" is not a qualified name with a declared prefix`);
      return undefined;
    }
    const { type } = declared;
    const found = declared.variants?.byName.get(name);
    if (found !== undefined) {
      const blocked = type.kind === "complex" ? blockingDerivation(found.type, type, declared) : undefined;
      if (blocked === undefined) return found;
      this.#fail(
        "cvc-elt.4.3",
        `xsi:type names \`${clarkName(name)}\`, which is derived by ${blocked}: that is blocked here`,
      );
    } else if (name !== type.name && type.kind !== "any") {
      this.#fail(
        "cvc-elt.4.3",
        `xsi:type names \`${clarkName(name)}\`, which is not the declared type or one derived from it`,
      );
    }
    return undefined;
  }

  #qualifiedName(text: string): XmlName | undefined {
    const colon = text.indexOf(":");
    const namespace = this.#source.lookupNamespace(colon === -1 ? "" : text.slice(0, colon));
    if (namespace === undefined && colon !== -1) return undefined;
    const localName = text.slice(colon + 1);
    return localName === "" ? undefined : xmlName(namespace ?? "", localName);
  }

  /** Part 1, 3.3.4, clause 3. */
  #isNil(declared: PreparedElement): boolean {
    const value = this.#source.attributes.get(xsiNil)?.trim();
    if (value === undefined) return false;
    if (!declared.nillable) {
      this.#fail("cvc-elt.3.1", `${quoteName(declared.name)} is not nillable, so it may not have xsi:nil`);
    }
    return value === "true" || value === "1";
  }

  #nil(): null {
    const { name } = this.#source;
    if (this.#source.elementText() !== "") {
      this.#fail("cvc-elt.3.2.1", `${quoteName(name)} has xsi:nil="true", so it must be empty`);
      this.#toEnd();
    }
    return null;
  }

  /** From a child's `start`: to the end of the element it stands in. */
  #toEnd(): void {
    const source = this.#source;
    while (source.kind !== "end") {
      if (source.kind === "start") source.skip();
      source.next();
    }
  }

  #onlyXsiAttributes(): void {
    const { attributes } = this.#source;
    for (let index = 0; index < attributes.length; index++) {
      const name = attributes.name(index);
      if (xsiAttributes.has(name)) continue;
      const message = `attribute ${quoteName(name)} is not allowed: the element's type is simple`;
      this.#fail("cvc-type.3.1.1", message, attributes.location(index));
    }
  }

  #text(datatype: Datatype, declared: PreparedElement): unknown {
    const source = this.#source;
    const { offset, name } = source;
    let text = source.elementText();
    if (text === undefined) {
      this.#fail("cvc-type.3.1.2", `found ${quoteName(source.name)} inside ${quoteName(name)}, which holds text only`);
      text = source.skippedText;
      this.#toEnd();
    }
    const given = declared.fixed ?? declared.default;
    if (text === "" && given !== undefined) return datatype.parse(given);
    const value = datatype.parse(text, source);
    if (value instanceof DatatypeFailure) {
      this.#fail(value.code, value.message, source.locate(offset));
      return text;
    }
    if (declared.fixed !== undefined && !isFixedValue(datatype, value, declared.fixed)) {
      const message = `found "${text}"; ${quoteName(name)} is fixed to "${declared.fixed}"`;
      this.#fail("cvc-elt.5.2.2.2", message, source.locate(offset));
    }
    return value;
  }

  #complex(type: PreparedComplexType, declared: PreparedElement, nil: boolean, tag: string | undefined): Value | null {
    if (type.abstract) {
      const name = type.name === undefined ? "" : ` ${quoteName(type.name)}`;
      this.#fail("cvc-type.2", `the type${name} is abstract: another must be named by xsi:type`);
    }
    const value: Value = {};
    if (tag !== undefined) value["$type"] = tag;
    this.#attributes(type, value);
    if (nil) return this.#nil();
    const { text } = type;
    if (text === undefined) {
      this.#content(type, value);
    } else {
      this.#enter(text.property, value);
      setProperty(value, text.property, this.#text(text.datatype, declared));
      this.#depth--;
    }
    return value;
  }

  #attributes(type: PreparedComplexType, value: Value): void {
    const { attributes } = this.#source;
    let checked = 0;
    for (let index = 0; index < attributes.length; index++) {
      const name = attributes.name(index);
      const use = type.attributes.get(name);
      if (use === undefined) {
        this.#otherAttribute(type, name, index, value);
        continue;
      }
      if (use.checked) checked++;
      const text = attributes.value(index);
      let result = use.datatype.parse(text, this.#source);
      if (result instanceof DatatypeFailure) {
        this.#failInside(use.property, value, result.code, result.message, attributes.valueLocation(index));
        result = text;
      } else if (use.fixed !== undefined && !isFixedValue(use.datatype, result, use.fixed)) {
        const message = `found "${text}"; attribute ${quoteName(name)} is fixed to "${use.fixed}"`;
        this.#failInside(use.property, value, "cvc-attribute.4", message, attributes.valueLocation(index));
      }
      setProperty(value, use.property, result);
    }
    if (checked < type.attributesToCheck) this.#absentAttributes(type, value);
  }

  #otherAttribute(type: PreparedComplexType, name: XmlName, index: number, value: Value): void {
    if (xsiAttributes.has(name)) return;
    const { attributes } = this.#source;
    const wildcard = type.attributeWildcard;
    if (wildcard === undefined || !allowsNamespace(wildcard.namespaces, name.namespace)) {
      const known = [...type.attributes.keys()].map((other) => quoteName(other, name)).join(", ");
      this.#fail(
        "cvc-complex-type.3.2.2",
        `attribute ${quoteName(name)} is not allowed here; ${known === "" ? "no attribute is" : `allowed: ${known}`}`,
        attributes.location(index),
      );
      return;
    }
    let kept = value[wildcard.property] as Record<string, string> | undefined;
    if (kept === undefined) setProperty(value, wildcard.property, (kept = {}));
    setProperty(kept, clarkName(name), attributes.value(index));
  }

  /** Part 1, 3.4.4, clause 4, and 3.2.5 for defaults. */
  #absentAttributes(type: PreparedComplexType, value: Value): void {
    for (const use of type.attributes.values()) {
      if (!use.checked || this.#source.attributes.indexOf(use.name) !== -1) continue;
      const text = use.fixed ?? use.default;
      if (use.required) this.#fail("cvc-complex-type.4", `attribute ${quoteName(use.name)} is missing`);
      else if (text !== undefined) setProperty(value, use.property, use.datatype.parse(text));
    }
  }

  /** The children, one state of the content model after the other. */
  #content(type: PreparedComplexType, value: Value): void {
    const source = this.#source;
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
            this.#fail("cvc-complex-type.2.4.b", `${quoteName(name)} ends too early; expected ${wanted}`);
          }
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
    this.#enter(property, value);
    let result = element === undefined ? readXmlElement(this.#source) : this.element(element);
    this.#depth--;
    if (ordered !== undefined) {
      const tag =
        leaf.tags === undefined || element === undefined
          ? leaf.property
          : type.itemTags.get(ordered)?.get(element.name);
      (value[ordered] as unknown[]).push({ name: tag, value: result });
      return;
    }
    if (leaf.tags !== undefined && element !== undefined) result = { name: leaf.tags.get(element.name), value: result };
    if (leaf.array) (value[property] as unknown[]).push(result);
    else setProperty(value, property, result);
  }

  #unexpected(type: PreparedComplexType, state: State, parent: XmlName, value: Value): State {
    const found = this.#source.name;
    const none = type.particle === undefined;
    const wanted = describeExpected(state, found);
    this.#fail(
      none ? "cvc-complex-type.2.1" : "cvc-complex-type.2.4.a",
      `found ${quoteName(found)} in ${quoteName(parent)}; expected ${wanted}`,
    );
    // Without validation an element out of its order still has its place in the value.
    const edge = step(type.model.start, found);
    if (edge === undefined) this.#source.skip();
    else this.#child(type, edge, value);
    return edge?.next ?? state;
  }

  #characters(type: PreparedComplexType, value: Value, name: XmlName): void {
    const { text } = this.#source;
    if (type.mixed !== undefined) {
      (value[type.mixed] as unknown[]).push(text);
    } else if (/[^ \t\r\n]/.test(text)) {
      this.#fail("cvc-complex-type.2.3", `found text in ${quoteName(name)}, which holds elements only`);
    } else if (type.particle === undefined) {
      this.#fail("cvc-complex-type.2.1", `found white space in ${quoteName(name)}, which must be empty`);
    }
  }

  #enter(property: string, value: Value): void {
    this.#properties[this.#depth] = property;
    this.#values[this.#depth] = value;
    this.#depth++;
  }

  #fail(code: string, message: string, location: SourceLocation = this.#source.location): void {
    this.#sink?.({ code, message, path: this.#path(), location });
  }

  /** The same for a finding about one property of the value at hand. */
  #failInside(property: string, value: Value, code: string, message: string, location: SourceLocation): void {
    this.#enter(property, value);
    this.#fail(code, message, location);
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

function isFixedValue(datatype: Datatype, value: unknown, fixed: string): boolean {
  const wanted = datatype.parse(fixed);
  return !(wanted instanceof DatatypeFailure) && datatype.equal(value, wanted);
}

/**
 * Part 1, 3.4.6 "Type Derivation OK (Complex)" with the blocking of the declaration and of the declared type: the first
 * derivation on the way up that is blocked.
 */
function blockingDerivation(
  type: PreparedComplexType,
  declaredType: PreparedType,
  declared: PreparedElement,
): string | undefined {
  if (declaredType.kind !== "complex") return undefined;
  for (
    let step: PreparedComplexType | undefined = type;
    step !== undefined && step !== declaredType;
    step = step.base
  ) {
    const { derivation } = step;
    if (derivation === undefined) return undefined;
    if (declared.block.includes(derivation) || declaredType.block.includes(derivation)) return derivation;
  }
  return undefined;
}
