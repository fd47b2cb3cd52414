import { type Datatype, DatatypeFailure } from "../datatypes/datatype.js";
import type { IssuePlace, SourceLocation } from "../errors.js";
import { step } from "../model/content-model.js";
import type { Edge, PreparedComplexType, PreparedElement, State } from "../model/prepared.js";
import { setProperty } from "../text/record.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import { quoteName } from "../xml/quote-name.js";
import { xsiType } from "../xml/xsi.js";
import { type Identity, startIdentity } from "./identity.js";
import { elementPath, newOpenElement, reset, valuePath } from "./open-elements.js";
import type { OpenElement, XsiAttributes } from "./ports.js";
import { codecOf, type ElementReading, type EngineFeatures, type Recover } from "./ports.js";
import type { IssueSink, ReadingOptions } from "./reading-options.js";
import { refuseAttributes } from "./refuse-attributes.js";
import type { SchemaLookup } from "./schema-lookup.js";
import { contentCharacters, identifyText, textValue } from "./text.js";
import { elementLocation, textLocation } from "./text-location.js";
import { failEarlyEnd, failUnexpected } from "./unexpected.js";
import { hasXsi, isNil, resolveQName, typeByXsi } from "./xsi-type.js";

/**
 * Makes the values of elements while they are read, and checks them: one run over a source, one event after the other.
 * Each {@link step} reads from the source before it changes anything, so that a step may be tried again.
 */
export class Reading implements ElementReading {
  source: XmlEventSource;
  readonly schema: SchemaLookup | undefined;
  readonly identity: Identity;
  readonly features: EngineFeatures;
  readonly #sink: IssueSink;
  readonly #recover: Recover | undefined;
  readonly #discard: boolean;
  readonly #streaming: boolean;
  /** The schema is asked about elements that only a wildcard or anyType allows. */
  readonly checksOthers: boolean;
  /** Values are kept: not where an element is kept as it is. */
  keeping: boolean;
  readonly #elements: OpenElement[];
  #depth = 0;
  /** The innermost one. */
  #innermost: OpenElement;
  #result: unknown;

  constructor(
    source: XmlEventSource,
    { sink, recover, schema, features, discard = false, streaming = false, identity }: ReadingOptions,
  ) {
    this.source = source;
    this.#innermost = newOpenElement();
    this.#elements = [this.#innermost];
    this.schema = schema;
    this.features = features;
    this.#sink = sink;
    this.#recover = recover;
    this.#discard = discard;
    this.#streaming = streaming;
    this.checksOthers = schema !== undefined;
    this.keeping = !discard;
    this.identity = identity ?? {
      report: (issue, place) => sink({ ...issue, ...place }),
      tracker: undefined,
      ids: undefined,
    };
  }

  /** Stands on the element's `start`, afterwards on its `end`. */
  element(declared: PreparedElement): unknown {
    this.open(declared);
    while (this.#depth > 0) this.step();
    return this.#result;
  }

  get done(): boolean {
    return this.#depth === 0;
  }

  /** What can only be said at the document's end. */
  finish(): void {
    this.identity.ids?.finish(this.identity.report);
  }

  /** Reads the next event, or an element that is only text. */
  step(): void {
    const { source } = this;
    const open = this.#innermost;
    switch (source.next()) {
      case "start":
        if (open.kind === "content") this.#child(open, source);
        else this.#otherChild(open, source);
        break;
      case "text":
        this.#characters(open, source);
        break;
      case "end":
        this.#end(open);
    }
  }

  #child(open: OpenElement, source: XmlEventSource): void {
    const { name } = source;
    const state = open.state as State;
    let edge = step(state, name);
    if (edge === undefined) {
      edge = this.#unexpected(open, state, name);
      if (edge === undefined) {
        this.push("skip", name);
        return;
      }
    } else if (edge.text !== undefined && source.attributes.length === 0 && this.identity.tracker?.active !== true) {
      this.#leaf(open, edge, edge.text, source);
      return;
    }
    open.state = edge.next;
    open.edge = edge;
    open.hasChildren = true;
    if (edge.element !== undefined) this.open(edge.element);
    else if (edge.leaf.wildcard !== undefined) codecOf(edge.leaf.wildcard.codec).child(this, open, edge);
  }

  /** What an element that may not come here is read as. */
  #unexpected(open: OpenElement, state: State, found: XmlName): Edge | undefined {
    const { type } = open;
    if (type === undefined) return undefined;
    if (this.#recover !== undefined) return this.#recover(this, open, type, state, found);
    failUnexpected(this, open.name, type, state, found);
    return undefined;
  }

  /** An element that is only text: what most elements are. */
  #leaf(open: OpenElement, edge: Edge, datatype: Datatype, source: XmlEventSource): void {
    const { offset, name } = source;
    const text = source.elementText();
    open.state = edge.next;
    open.hasChildren = true;
    if (text === undefined) {
      open.edge = edge;
      const inner = this.push("text", name);
      inner.datatype = datatype;
      inner.declared = edge.element;
      inner.offset = offset;
      inner.text = source.skippedText;
      this.#otherChild(inner, source);
      return;
    }
    const value = datatype.parse(text, source);
    if (value instanceof DatatypeFailure) {
      open.edge = edge;
      this.fail(value.code, value.message, textLocation(source, offset, text), name);
      open.edge = undefined;
      this.store(open, edge, text, undefined);
      return;
    }
    if (edge.identity) identifyText(this, datatype, value, offset, text);
    if (open.value !== undefined) this.store(open, edge, value, undefined);
  }

  /** Opens the element on whose start the source stands. */
  push(kind: OpenElement["kind"], name: XmlName): OpenElement {
    const depth = this.#depth++;
    let open = this.#elements[depth];
    if (open === undefined) this.#elements[depth] = open = newOpenElement();
    reset(open, kind, name);
    open.offset = this.source.offset;
    this.#innermost = open;
    return open;
  }

  /**
   * Begins with the element on whose `start` the source stands; {@link step} goes on until it is {@link done}.
   *
   * @param keep - keeps it as it is, before anything is made of it
   */
  open(declared: PreparedElement, keep?: (open: OpenElement) => void): void {
    const { source, identity } = this;
    const { attributes, name } = source;
    const open = this.push("content", name);
    open.declared = declared;
    if (declared.constraints.length > 0 || identity.tracker?.active === true) {
      open.identified = true;
      startIdentity(identity, name, declared.constraints, () => this.here());
    }
    if (declared.abstract) this.fail("cvc-elt.2", `${quoteName(declared.name)} is abstract`);
    let { type } = declared;
    let nil = false;
    if (attributes.length > 0 && hasXsi(attributes)) {
      const named = attributes.get(xsiType);
      if (named !== undefined) {
        const actual = typeByXsi(declared, named, resolveQName(named, source), this.schema);
        if (actual.refusal !== undefined) {
          const { code, message } = actual.refusal;
          this.fail(code, message, attributes.valueLocation(attributes.indexOf(xsiType)));
        }
        type = actual.type;
        open.tag = actual.tag;
      }
      nil = isNil(this, declared);
      if (nil && !declared.nillable) {
        // Part 1, 3.3.4, clause 3.1. That is reported; what says that there is nothing says it of an empty element only.
        nil = false;
        open.absentIfEmpty = true;
      }
      open.xsi = this.features.xsi?.unsaid(source, open.tag, nil || open.absentIfEmpty);
    }
    keep?.(open);
    const asIs = this.keeping && declared.type.kind === "any";
    if (asIs && declared.type.kind === "any" && (type.kind !== "any" || this.checksOthers)) {
      codecOf(declared.type.codec).record(this, open);
    }
    if (type.kind === "complex") {
      this.#openComplex(open, type, nil);
    } else if (type.kind === "simple") {
      if (attributes.length > 0) refuseAttributes(this, "cvc-type.3.1.1", ": the element's type is simple");
      open.kind = nil ? "nil" : "text";
      open.datatype = type.datatype;
    } else {
      codecOf(type.codec).openAny(this, open, nil, asIs);
    }
  }

  #openComplex(open: OpenElement, type: PreparedComplexType, nil: boolean): void {
    open.type = type;
    if (type.abstract) {
      const name = type.name === undefined ? "" : ` ${quoteName(type.name)}`;
      this.fail("cvc-type.2", `the type${name} is abstract: another must be named by xsi:type`);
    }
    const value = this.keeping ? new type.newValue() : undefined;
    open.value = value;
    if (value !== undefined) {
      if (nil) value["$nil"] = true;
      if (open.tag !== undefined) value["$type"] = open.tag;
    }
    if (this.source.attributes.length > 0 || type.attributesToCheck > 0) {
      const { attributeCodec } = type;
      if (attributeCodec !== undefined) {
        open.given = codecOf(attributeCodec).read(this, type, value, open.offset);
      } else refuseAttributes(this, "cvc-complex-type.3.2.2", " here; no attribute is");
    }
    if (nil) {
      open.kind = "nil";
    } else if (type.text !== undefined) {
      open.kind = "text";
      open.datatype = type.text.datatype;
    } else {
      open.state = type.model.start;
      if (value !== undefined) for (const property of type.arrays) setProperty(value, property, []);
    }
  }

  /** An element in something else than element content. */
  #otherChild(open: OpenElement, source: XmlEventSource): void {
    const { name } = source;
    open.hasChildren = true;
    switch (open.kind) {
      case "other":
        open.other?.child(this, open);
        return;
      case "skip":
        open.skipped++;
        return;
      case "nil":
        this.failNotEmpty(open);
        break;
      default:
        if (!open.failed) {
          const message = `found ${quoteName(name)} inside ${quoteName(open.name)}, which holds text only`;
          this.fail("cvc-type.3.1.2", message, source.location, name);
        }
        open.failed = true;
    }
    this.push("skip", name);
  }

  #characters(open: OpenElement, source: XmlEventSource): void {
    switch (open.kind) {
      case "content":
        contentCharacters(this, open, source.text);
        break;
      case "text":
        if (open.textOffset === -1) {
          open.textOffset = source.offset;
          if (this.#streaming) open.place = source.location;
        }
        open.text += source.text;
        break;
      case "other":
        open.other?.text(this, open, source.text);
        break;
      case "nil":
        this.failNotEmpty(open);
    }
  }

  failNotEmpty(open: OpenElement): void {
    if (open.failed) return;
    open.failed = true;
    this.fail("cvc-elt.3.2.1", `${quoteName(open.name)} has xsi:nil="true", so it must be empty`);
  }

  #end(open: OpenElement): void {
    switch (open.kind) {
      case "content":
        this.#endContent(open);
        return;
      case "text":
        this.#endText(open);
        return;
      case "nil":
        this.identity.tracker?.value(undefined, null);
        this.close(open, open.given || open.tag !== undefined ? open.value : null);
        return;
      case "other":
        this.identity.tracker?.value(undefined, undefined);
        this.close(open, open.other?.end(this, open));
        return;
      case "skip":
        if (open.skipped === 0) this.close(open, undefined);
        else open.skipped--;
    }
  }

  /** Leaves an element that is as good as not there. */
  #endAbsent(open: OpenElement): boolean {
    if (!open.absentIfEmpty || open.hasChildren || open.text !== "") return false;
    const parent = this.#elements[this.#depth - 2];
    if (parent !== undefined) parent.edge = undefined;
    this.close(open, undefined);
    return true;
  }

  #endContent(open: OpenElement): void {
    if (this.#endAbsent(open)) return;
    const { type, state, value } = open;
    if (state !== undefined && !state.accepting && open.failedState !== state) {
      failEarlyEnd(this, open.name, state);
    }
    this.identity.tracker?.value(undefined, undefined);
    if (value !== undefined && type?.particle !== undefined) type.fillArrays?.(type.particle, value);
    if (type?.mixed !== undefined) codecOf(type.mixed.codec).end(this, open, type.mixed.name);
    this.close(open, value);
  }

  #endText(open: OpenElement): void {
    if (this.#endAbsent(open)) return;
    const { source } = this;
    const { type, value } = open;
    const result = textValue(this, open, () =>
      this.#streaming ? (open.place ?? source.location) : textLocation(source, open.offset, open.text, open.textOffset),
    );
    if (type === undefined) {
      this.close(open, result);
    } else {
      if (value !== undefined && type.text !== undefined) setProperty(value, type.text.property, result);
      this.close(open, value);
    }
  }

  /** Leaves the innermost element, whose value is known. */
  close(open: OpenElement, result: unknown): void {
    const { declared } = open;
    if (open.identified) this.identity.tracker?.end();
    const depth = --this.#depth;
    const parent = this.#elements[depth - 1];
    const edge = parent?.kind === "content" ? parent.edge : undefined;
    let { xsi } = open;
    let value = result;
    if (open.closing !== undefined) {
      value = open.closing(result, edge);
      xsi = undefined;
    } else if (xsi !== undefined && typeof value === "object" && value !== null) {
      if (declared?.type.kind !== "any") this.features.xsi?.keepOwn(value, xsi);
      xsi = undefined;
    }
    if (parent === undefined) {
      this.#result = value;
      return;
    }
    this.#innermost = parent;
    parent.edge = undefined;
    if (edge !== undefined) this.store(parent, edge, value, xsi);
  }

  store(open: OpenElement, edge: Edge, result: unknown, xsi: XsiAttributes | undefined): void {
    const { value } = open;
    if (value === undefined) return;
    const { property, tag } = edge;
    const keeping = xsi && this.features.xsi;
    let held = result;
    if (tag !== undefined) {
      const item = { name: tag, value: result };
      if (xsi !== undefined) keeping?.keepChild(item, "value", 0, result, xsi);
      held = item;
    }
    let index = 0;
    if (edge.array) {
      const list = value[property];
      // Arrays inside a choice are there only if their branch is; what is inherited is no array.
      if (Array.isArray(list)) index = list.length;
      // An array that begins with its first item has room for that and no more: most have no second.
      if (index === 0) setProperty(value, property, [held]);
      else (list as unknown[]).push(held);
    } else {
      setProperty(value, property, held);
    }
    if (xsi !== undefined && tag === undefined) keeping?.keepChild(value, property, index, result, xsi);
  }

  fail(code: string, message: string, location: SourceLocation = this.source.location, child?: XmlName): void {
    this.#sink({ code, message, ...this.place(location, child) });
  }

  /** The same for a finding about one property of the value at hand. */
  failInside(property: string, code: string, message: string, location: SourceLocation): void {
    const place = this.place(location);
    this.#sink({ code, message, ...place, path: place.path && [...place.path, property] });
  }

  here(): IssuePlace {
    return this.place(elementLocation(this.source, this.#innermost, this.#streaming));
  }

  place(location: SourceLocation, child?: XmlName): IssuePlace {
    const path = this.#discard ? undefined : valuePath(this.#elements, this.#depth);
    return { path, documentPath: elementPath(this.#elements, this.#depth, child), location };
  }
}
