import type { Datatype } from "../datatypes/datatype.js";
import { describeValue } from "../datatypes/describe.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import type { Issue, IssuePlace } from "../errors.js";
import { expected, step } from "../model/content-model.js";
import { describeExpected } from "../model/expectation.js";
import { modelOf } from "../model/ports.js";
import type { PreparedComplexType, PreparedElement, PreparedLeaf, PreparedParticle } from "../model/prepared.js";
import { isPresent } from "../model/presence.js";
import { isRecord } from "../text/record.js";
import type { XmlName } from "../xml/names.js";
import type { XmlSink } from "../xml/ports.js";
import { quoteName } from "../xml/quote-name.js";
import { xsiNil, xsiType } from "../xml/xsi.js";
import { type Identity, identifyValue, startIdentity } from "./identity.js";
import type { XsiAttributes } from "./ports.js";
import { type Content, codecOf, type EngineFeatures, type Fields, type ValueWalking } from "./ports.js";
import type { SchemaLookup } from "./schema-lookup.js";

export interface ValueWalkOptions {
  readonly check: boolean;
  /** Finds the declarations of what wildcards allow. */
  readonly schema?: SchemaLookup | undefined;
  readonly features: EngineFeatures;
  /** Asked before the base64 of an element's bytes is written: true if it has written it. */
  readonly writeBytes?: ((bytes: Uint8Array) => boolean) | undefined;
}

/** Deeper values are refused: they may contain themselves, and no reader of ours would take the document. */
const depthLimit = 256;

/**
 * One walk over a value in document order. It finds what the schema does not allow and, given a writer, writes: what
 * `validate` checks is by construction what `serialize` writes.
 */
export class ValueWalk implements ValueWalking {
  readonly issues: Issue[] = [];
  readonly sink: XmlSink | undefined;
  readonly check: boolean;
  readonly #writeBytes: ((bytes: Uint8Array) => boolean) | undefined;
  readonly schema: SchemaLookup | undefined;
  readonly identity: Identity;
  readonly #features: EngineFeatures;
  readonly path: PropertyKey[] = [];
  #depth = 0;

  constructor(sink: XmlSink | undefined, { check, schema, features, writeBytes }: ValueWalkOptions) {
    this.sink = sink;
    this.check = check;
    this.schema = schema;
    this.#features = features;
    this.#writeBytes = writeBytes;
    this.identity = {
      report: (issue, place) => this.report({ ...issue, ...place }),
      tracker: undefined,
      ids: undefined,
    };
  }

  /** What can only be said when all has been seen. */
  finish(): void {
    this.identity.ids?.finish(this.identity.report);
  }

  readonly place = (): IssuePlace => ({ path: [...this.path] });

  /** @param xsi - the `xsi:` attributes to write that the value does not say */
  element(declared: PreparedElement, value: unknown, xsi?: XsiAttributes | undefined): void {
    if (this.#depth >= depthLimit) {
      this.issues.push({
        code: "xml-limit",
        message: `the value is nested more than ${depthLimit} deep, or contains itself`,
        path: [...this.path],
      });
      return;
    }
    this.#depth++;
    this.sink?.startElement(declared.name);
    const identity = this.identity;
    const identified = declared.constraints.length > 0 || identity.tracker?.active === true;
    if (identified) startIdentity(identity, declared.name, declared.constraints, this.place);
    const keeping = this.#features.xsi;
    const kept = isRecord(value) ? keeping?.keptOwn(value) : xsi;
    if (kept !== undefined && this.sink !== undefined) keeping?.write(this.sink, declared, kept, value);
    // Another simple type than the declared one: its values may be equal to others than these.
    if (identified && declared.type.kind === "simple" && kept?.has(xsiType) === true) identity.tracker?.unknownValue();
    this.#elementValue(declared, value, kept);
    if (identified) identity.tracker?.end();
    this.sink?.endElement();
    this.#depth--;
  }

  #elementValue(declared: PreparedElement, value: unknown, xsi: XsiAttributes | undefined): void {
    if (declared.abstract) this.issue("cvc-elt.2", `${quoteName(declared.name)} is abstract`);
    const { type } = declared;
    // Part 1, 3.4.4, cvc-complex-type.4: attributes that there must be are missing all the same. Those of another type,
    // which was read with the value, are not known here.
    const bare = value === null && declared.nillable && type.kind === "complex" && xsi?.has(xsiType) !== true;
    if (bare) {
      this.#complex(declared, type, { $nil: true });
    } else if (value === null) {
      if (!declared.nillable) this.issue("cvc-elt.3.1", `found null; ${quoteName(declared.name)} is not nillable`);
      this.identity.tracker?.value(undefined, null);
      this.sink?.attribute(xsiNil, "true");
    } else if (type.kind === "simple") {
      this.#text(type.datatype, value, declared);
    } else if (!isRecord(value)) {
      this.issue("value-type", `expected an object for ${quoteName(declared.name)}; found ${describeValue(value)}`);
    } else if (type.kind === "any") {
      codecOf(type.codec).writeAny(this, value);
    } else {
      const { variants } = declared;
      const actual = variants === undefined ? type : codecOf(variants.codec).write(this, variants, type, value);
      this.#complex(declared, actual, value);
    }
  }

  #complex(element: PreparedElement, type: PreparedComplexType, value: Fields): void {
    if (type.abstract) {
      this.issue("cvc-type.2", `the type of ${quoteName(element.name)} is abstract: $type must name another`);
    }
    const nil = value["$nil"] === true;
    if (nil) {
      if (!element.nillable) this.issueAt("$nil", "cvc-elt.3.1", `${quoteName(element.name)} is not nillable`);
      this.sink?.attribute(xsiNil, "true");
    }
    if (type.attributeCodec !== undefined) codecOf(type.attributeCodec).write(this, type, value);
    if (this.check) this.#unknownProperties(element, type, value, nil);
    if (nil || type.text === undefined) this.identity.tracker?.value(undefined, nil ? null : undefined);
    if (nil) return;
    if (type.text !== undefined) {
      const { property, datatype } = type.text;
      this.path.push(property);
      const text = value[property];
      if (text === undefined) {
        this.issue("value-type", `expected the text of ${quoteName(element.name)}; found undefined`);
      } else {
        this.#text(datatype, text, element);
      }
      this.path.pop();
      return;
    }
    const content: Content = { element, type, value, state: type.model.start, placed: new Map() };
    if (type.mixed !== undefined) codecOf(type.mixed.codec).write(this, content, type.mixed.name, true);
    else if (type.particle !== undefined) this.#particle(content, type.particle, true);
    if (this.check) this.#checkEnd(content);
  }

  #unknownProperties(element: PreparedElement, type: PreparedComplexType, value: Fields, nil: boolean): void {
    for (const property of Object.keys(value)) {
      if (value[property] === undefined) continue;
      if (type.properties.has(property)) {
        if (!nil || type.attributeProperties.has(property) || isEmptyArray(value[property])) continue;
        this.issueAt(property, "cvc-elt.3.2.1", `${quoteName(element.name)} is nil, so it has attributes only`);
        continue;
      }
      if (property === "$type" && element.variants !== undefined) continue;
      if (property === "$nil" && (nil || (value[property] === false && element.nillable))) continue;
      this.issueAt(property, "value-unknown-property", `the type has no property \`${property}\`: it would be lost`);
    }
  }

  /** @param required - whether the particle must be there, its occurrences and its surroundings taken together */
  #particle(content: Content, particle: PreparedParticle, required: boolean): void {
    const needed = required && particle.min > 0;
    if (particle.kind === "leaf") {
      this.#leaf(content, particle, needed);
    } else if (particle.ordered !== undefined) {
      codecOf(particle.ordered.codec).write(this, content, particle.ordered.name, false);
    } else {
      const inside = needed || isPresent(particle, content.value);
      const { codec, particles } = particle;
      const written = codec === undefined ? particles : modelOf(codec).written(particle, content.value);
      for (const child of written) this.#particle(content, child, inside);
    }
  }

  #leaf(content: Content, leaf: PreparedLeaf, required: boolean): void {
    const held = content.value[leaf.property];
    this.path.push(leaf.property);
    if (held === undefined) {
      if (required) this.#missing(content, leaf);
    } else if (!leaf.array) {
      this.#child(content, leaf, held, 0);
    } else if (Array.isArray(held)) {
      this.#array(content, leaf, held);
    } else {
      this.issue("value-type", `expected an array; found ${describeValue(held)}`);
    }
    this.path.pop();
  }

  #array(content: Content, leaf: PreparedLeaf, items: readonly unknown[]): void {
    const shared = content.type.shared.has(leaf.property);
    const from = shared ? (content.placed.get(leaf.property) ?? 0) : 0;
    const to = shared ? Math.min(items.length, from + leaf.max) : items.length;
    for (let index = from; index < to; index++) {
      this.path.push(index);
      this.#child(content, leaf, items[index], index);
      this.path.pop();
    }
    if (shared) content.placed.set(leaf.property, to);
  }

  #child(content: Content, leaf: PreparedLeaf, value: unknown, index: number): void {
    if (leaf.wildcard !== undefined) {
      codecOf(leaf.wildcard.codec).write(this, content, leaf, value);
    } else if (leaf.substitution !== undefined) {
      codecOf(leaf.substitution).write(this, content, leaf, value);
    } else {
      const [declared] = leaf.elements.values();
      const kept = this.#features.xsi?.keptChild(content.value, leaf.property, index, value);
      if (declared !== undefined) this.#described(content, declared, value, kept);
    }
  }

  item(content: Content, declared: PreparedElement, item: Fields): void {
    const value = item["value"];
    this.path.push("value");
    this.#described(content, declared, value, this.#features.xsi?.keptChild(item, "value", 0, value));
    this.path.pop();
  }

  #described(content: Content, declared: PreparedElement, value: unknown, xsi: XsiAttributes | undefined): void {
    this.advance(content, declared.name);
    if (value !== undefined) this.element(declared, value, xsi);
    else this.issue("value-type", `expected a value for ${quoteName(declared.name)}; found undefined`);
  }

  advance(content: Content, name: XmlName): void {
    const edge = step(content.state, name);
    if (edge !== undefined) {
      content.state = edge.next;
    } else if (this.check) {
      const wanted = describeExpected(content.state, content.element.name, name, this.#features.suggest);
      this.issue("cvc-complex-type.2.4.a", `${quoteName(name)} may not come here; expected ${wanted}`);
    }
  }

  #missing(content: Content, leaf: PreparedLeaf): void {
    const names = [...leaf.elements.keys()];
    const [first] = names;
    const what = first === undefined ? "an element that a wildcard allows" : quoteName(first);
    this.issue("cvc-complex-type.2.4.b", `${what} is missing from ${quoteName(content.element.name)}`);
    // As if it were there, so that what follows is judged by itself; a second one missing is a second issue.
    if (first !== undefined) content.state = step(content.state, first)?.next ?? content.state;
  }

  #checkEnd({ state, type, element, value, placed }: Content): void {
    for (const property of type.shared) {
      const held = value[property];
      const done = placed.get(property) ?? 0;
      if (Array.isArray(held) && held.length > done) {
        this.issueAt(property, "cvc-complex-type.2.4.d", `${held.length} elements where ${done} fit`);
      }
    }
    if (state.accepting || this.issues.length > 0 || expected(state).names.length === 0) return;
    const wanted = describeExpected(state, element.name, undefined, undefined);
    this.issue("cvc-complex-type.2.4.b", `${quoteName(element.name)} is incomplete; expected ${wanted}`);
  }

  #text(datatype: Datatype, value: unknown, { fixed, default: byDefault }: PreparedElement): void {
    const isBytes = datatype.primitive === "base64Binary" && value instanceof Uint8Array && fixed === undefined;
    if (isBytes && datatype.check(value) === undefined && this.#writeBytes?.(value) === true) return;
    const text = this.lexical(datatype, value, fixed, "cvc-elt.5.2.2.2");
    if (text === undefined) {
      this.identity.tracker?.value(undefined, null);
      return;
    }
    this.sink?.text(text);
    // A reader of the document fills in a default for an empty text.
    const read = text === "" && byDefault !== undefined ? datatype.parse(byDefault) : value;
    identifyValue(this.identity, datatype, read, this.place);
  }

  /** The text of a value; `undefined` where the datatype refuses it. */
  lexical(datatype: Datatype, value: unknown, fixed: string | undefined, code: string): string | undefined {
    const failure = datatype.check(value);
    if (failure !== undefined) {
      if (this.check) this.issue(failure.code, failure.message);
      // Without validation a text that its type refused when it was read is written as it came.
      return !this.check && typeof value === "string" ? value : undefined;
    }
    if (fixed !== undefined && this.check && !isFixedValue(datatype, value, fixed)) {
      this.issue(code, `found ${describeValue(value)}; the value is fixed to "${fixed}"`);
    }
    return this.sink === undefined ? this.#unwritten(datatype, value) : datatype.print(value, this.sink);
  }

  /** Where nothing is written, only whether a text is empty is of interest. */
  #unwritten(datatype: Datatype, value: unknown): string {
    return typeof value === "string" ? value : Array.isArray(value) ? datatype.print(value) : " ";
  }

  issueAt(property: PropertyKey, code: string, message: string): void {
    this.path.push(property);
    this.issue(code, message);
    this.path.pop();
  }

  issue(code: string, message: string): void {
    if (this.check) this.issues.push({ code, message, path: [...this.path] });
  }

  readonly report = (issue: Issue): void => {
    if (this.check) this.issues.push(issue);
  };
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
