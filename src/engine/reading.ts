import { type Datatype, DatatypeFailure } from "../datatypes/datatype.js";
import type { Issue, IssuePlace, SourceLocation } from "../errors.js";
import { keepOwn } from "../features/xsi-attributes.js";
import { type Edge, type State, step } from "../model/automaton.js";
import { quoteName } from "../model/expectation.js";
import type { PreparedComplexType, PreparedElement } from "../model/prepared.js";
import { setProperty } from "../text/set-property.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import { xsiType } from "../xml/xsi.js";
import { constrain, isConstrained } from "./constrained.js";
import { elementPath, type Frame, newFrame, resetFrame, valuePath } from "./open-elements.js";
import type { ElementReading, Recover } from "./ports.js";
import { hasXsi, isNil, unsaidXsi } from "./read-xsi.js";
import type { IssueSink, ReadingOptions } from "./reading-options.js";
import { refuseAttributes } from "./refuse-attributes.js";
import type { ComponentLookup } from "./schema-lookup.js";
import { storeChild } from "./store-child.js";
import { contentCharacters, noteText, textValue } from "./text.js";
import { elementLocation, textLocation } from "./text-location.js";
import { edgeAnywhere, failEarlyEnd, failUnexpected } from "./unexpected.js";
import { ValueNotes } from "./value-notes.js";
import { actualType, resolveQName } from "./xsi-type.js";

/**
 * Makes the values of elements while they are read, and checks them: one run over a source, one event after the other.
 * Each {@link step} reads from the source before it changes anything, so that a step may be tried again.
 */
export class Reading implements ElementReading {
  source: XmlEventSource;
  readonly registry: ComponentLookup | undefined;
  readonly notes: ValueNotes | undefined;
  readonly #sink: IssueSink | undefined;
  readonly #recover: Recover | undefined;
  readonly #discard: boolean;
  readonly #streaming: boolean;
  /** The registry is asked about elements that only a wildcard or anyType allows. */
  readonly checksOthers: boolean;
  /** Values are kept: not where an element is kept as it is. */
  keeping: boolean;
  readonly #frames: Frame[] = [newFrame()];
  #depth = 0;
  /** That of the innermost open element. */
  #frame: Frame = newFrame();
  #result: unknown;

  constructor(
    source: XmlEventSource,
    { sink, recover, registry, discard = false, streaming = false, notes }: ReadingOptions,
  ) {
    this.source = source;
    this.registry = registry;
    this.#sink = sink;
    this.#recover = recover;
    this.#discard = discard;
    this.#streaming = streaming;
    this.checksOthers = registry !== undefined && sink !== undefined;
    this.keeping = !discard;
    this.notes = sink === undefined ? undefined : (notes ?? new ValueNotes(this.#report));
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
    this.notes?.finish();
  }

  /** Reads the next event, or an element that is only text. */
  step(): void {
    const { source } = this;
    const frame = this.#frame;
    switch (source.next()) {
      case "start":
        if (frame.kind === "content") this.#child(frame, source);
        else this.#otherChild(frame, source);
        break;
      case "text":
        this.#characters(frame, source);
        break;
      case "end":
        this.#end(frame);
    }
  }

  #child(frame: Frame, source: XmlEventSource): void {
    const { name } = source;
    const state = frame.state as State;
    let edge = step(state, name);
    if (edge === undefined) {
      edge = this.#unexpected(frame, state, name);
      if (edge === undefined) {
        this.push("skip", name);
        return;
      }
    } else if (edge.text !== undefined && source.attributes.length === 0 && this.notes?.tracking !== true) {
      this.#leaf(frame, edge, edge.text, source);
      return;
    }
    frame.state = edge.next;
    frame.edge = edge;
    frame.hasChildren = true;
    if (edge.element !== undefined) this.open(edge.element);
    else edge.leaf.wildcard?.rules.child(this, frame, edge);
  }

  /** What an element that may not come here is read as. */
  #unexpected(frame: Frame, state: State, found: XmlName): Edge | undefined {
    const { type } = frame;
    if (type === undefined) return undefined;
    if (this.notes === undefined) return edgeAnywhere(type, state, found);
    if (this.#recover !== undefined) return this.#recover(this, frame, type, state, found);
    failUnexpected(this, frame.name, type, state, found);
    return undefined;
  }

  /** An element that is only text: what most elements are. */
  #leaf(frame: Frame, edge: Edge, datatype: Datatype, source: XmlEventSource): void {
    const { offset, name } = source;
    const text = source.elementText();
    frame.state = edge.next;
    frame.hasChildren = true;
    if (text === undefined) {
      frame.edge = edge;
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
      frame.edge = edge;
      this.fail(value.code, value.message, textLocation(source, offset, text), name);
      frame.edge = undefined;
      storeChild(frame, edge, text, undefined);
      return;
    }
    if (edge.identity) noteText(this, datatype, value, offset, text);
    if (frame.value !== undefined) storeChild(frame, edge, value, undefined);
  }

  /** The frame of the element on whose start the source stands. */
  push(kind: Frame["kind"], name: XmlName): Frame {
    const depth = this.#depth++;
    let frame = this.#frames[depth];
    if (frame === undefined) this.#frames[depth] = frame = newFrame();
    resetFrame(frame, kind, name);
    frame.offset = this.source.offset;
    this.#frame = frame;
    return frame;
  }

  /**
   * Begins with the element on whose `start` the source stands; {@link step} goes on until it is {@link done}.
   *
   * @param record - the element is kept as it is
   */
  open(declared: PreparedElement, record = false): void {
    const { source, notes } = this;
    const { attributes, name } = source;
    const frame = this.push("content", name);
    frame.declared = declared;
    if (notes !== undefined && (declared.constraints.length > 0 || notes.tracking)) {
      frame.noted = true;
      notes.start(name, declared.constraints, this.here);
    }
    if (declared.abstract) this.fail("cvc-elt.2", `${quoteName(declared.name)} is abstract`);
    let { type } = declared;
    let nil = false;
    if (attributes.length > 0 && hasXsi(attributes)) {
      const named = attributes.get(xsiType);
      if (named !== undefined) {
        const actual = actualType(declared, named, resolveQName(named, source), this.registry);
        if (actual.refusal !== undefined) {
          const { code, message } = actual.refusal;
          this.fail(code, message, attributes.valueLocation(attributes.indexOf(xsiType)));
        }
        type = actual.type;
        frame.tag = actual.tag;
      }
      nil = isNil(this, declared);
      frame.xsi = unsaidXsi(source, frame.tag, nil);
    }
    const asIs = this.keeping && declared.type.kind === "any";
    if (record || (asIs && (type.kind !== "any" || this.checksOthers))) this.record(frame);
    if (type.kind === "complex") {
      this.#openComplex(frame, type, nil);
    } else if (type.kind === "simple") {
      if (attributes.length > 0) refuseAttributes(this, "cvc-type.3.1.1", ": the element's type is simple");
      frame.kind = nil ? "nil" : "text";
      frame.datatype = type.datatype;
    } else {
      type.rules.openAny(this, frame, nil, asIs);
    }
  }

  #openComplex(frame: Frame, type: PreparedComplexType, nil: boolean): void {
    frame.type = type;
    if (type.abstract) {
      const name = type.name === undefined ? "" : ` ${quoteName(type.name)}`;
      this.fail("cvc-type.2", `the type${name} is abstract: another must be named by xsi:type`);
    }
    const value = this.keeping ? new type.newValue() : undefined;
    frame.value = value;
    if (value !== undefined) {
      if (nil) value["$nil"] = true;
      if (frame.tag !== undefined) value["$type"] = frame.tag;
    }
    if (this.source.attributes.length > 0 || type.attributesToCheck > 0) {
      if (type.attributeRules !== undefined) frame.given = type.attributeRules.read(this, type, value, frame.offset);
      else refuseAttributes(this, "cvc-complex-type.3.2.2", " here; no attribute is");
    }
    if (nil) {
      frame.kind = "nil";
    } else if (type.text !== undefined) {
      frame.kind = "text";
      frame.datatype = type.text.datatype;
    } else {
      frame.state = type.model.start;
      if (value !== undefined) for (const property of type.arrays) setProperty(value, property, []);
    }
  }

  /** Keeps an element as it is, whatever more is known of it: only what a registry knows can be more. */
  record(frame: Frame): void {
    const recording = this.registry?.record(this.source);
    if (recording === undefined) return;
    frame.outer = this.source;
    frame.recording = recording;
    this.source = recording;
    this.keeping = false;
  }

  /** An element in something else than element content. */
  #otherChild(frame: Frame, source: XmlEventSource): void {
    const { name } = source;
    frame.hasChildren = true;
    switch (frame.kind) {
      case "wild":
        if (frame.nil) this.failNotEmpty(frame);
        frame.wild?.open(this, "lax", false);
        return;
      case "skip":
        frame.skipped++;
        return;
      case "nil":
        this.failNotEmpty(frame);
        break;
      default:
        if (!frame.failed) {
          const message = `found ${quoteName(name)} inside ${quoteName(frame.name)}, which holds text only`;
          this.fail("cvc-type.3.1.2", message, source.location, name);
        }
        frame.failed = true;
    }
    this.push("skip", name);
  }

  #characters(frame: Frame, source: XmlEventSource): void {
    switch (frame.kind) {
      case "content":
        contentCharacters(this, frame, source.text);
        break;
      case "text":
        if (frame.textOffset === -1) {
          frame.textOffset = source.offset;
          if (this.#streaming) frame.place = source.location;
        }
        frame.text += source.text;
        break;
      case "wild":
        if (frame.nil) this.failNotEmpty(frame);
        if (frame.declared !== undefined && isConstrained(frame.declared)) frame.text += source.text;
        break;
      case "nil":
        this.failNotEmpty(frame);
    }
  }

  failNotEmpty(frame: Frame): void {
    if (frame.failed) return;
    frame.failed = true;
    this.fail("cvc-elt.3.2.1", `${quoteName(frame.name)} has xsi:nil="true", so it must be empty`);
  }

  #end(frame: Frame): void {
    switch (frame.kind) {
      case "content":
        this.#endContent(frame);
        return;
      case "text":
        this.#endText(frame);
        return;
      case "nil":
        this.notes?.noValue(null);
        this.close(frame, frame.given || frame.tag !== undefined ? frame.value : null);
        return;
      case "wild":
        this.notes?.noValue(undefined);
        this.close(frame, constrain(this, frame));
        return;
      case "skip":
        if (frame.skipped === 0) this.close(frame, undefined);
        else frame.skipped--;
    }
  }

  #endContent(frame: Frame): void {
    const { type, state, value } = frame;
    if (state !== undefined && !state.accepting && frame.failedState !== state && this.notes !== undefined) {
      failEarlyEnd(this, frame.name, state);
    }
    this.notes?.noValue(undefined);
    if (value !== undefined && type?.particle !== undefined) type.fillArrays?.(type.particle, value);
    if (type?.mixed !== undefined) {
      const filled = constrain(this, frame);
      if (filled !== undefined && value !== undefined) (value[type.mixed.name] as unknown[]).push(filled);
    }
    this.close(frame, value);
  }

  #endText(frame: Frame): void {
    const { source } = this;
    const { type, value } = frame;
    const result = textValue(this, frame, () =>
      this.#streaming
        ? (frame.place ?? source.location)
        : textLocation(source, frame.offset, frame.text, frame.textOffset),
    );
    if (type === undefined) {
      this.close(frame, result);
    } else {
      if (value !== undefined && type.text !== undefined) setProperty(value, type.text.property, result);
      this.close(frame, value);
    }
  }

  /** Leaves the innermost element, whose value is known. */
  close(frame: Frame, result: unknown): void {
    const { recording, declared } = frame;
    if (frame.noted) this.notes?.end();
    const depth = --this.#depth;
    const parent = this.#frames[depth - 1];
    const edge = parent?.kind === "content" ? parent.edge : undefined;
    let { xsi } = frame;
    let value = result;
    if (recording !== undefined) {
      this.source = frame.outer as XmlEventSource;
      this.keeping = !this.#discard;
      xsi = undefined;
      if (edge !== undefined && edge.element === undefined) value = recording.element;
      else value = recording.content(value);
    } else if (xsi !== undefined && typeof value === "object" && value !== null) {
      if (declared?.type.kind !== "any") keepOwn(value, xsi);
      xsi = undefined;
    }
    if (parent === undefined) {
      this.#result = value;
      return;
    }
    this.#frame = parent;
    parent.edge = undefined;
    if (edge !== undefined) storeChild(parent, edge, value, xsi);
  }

  readonly #report = (issue: Pick<Issue, "code" | "message">, place: IssuePlace): void => {
    this.#sink?.({ ...issue, ...place });
  };

  fail(code: string, message: string, location: SourceLocation = this.source.location, child?: XmlName): void {
    this.#sink?.({ code, message, ...this.place(location, child) });
  }

  /** The same for a finding about one property of the value at hand. */
  failInside(property: string, code: string, message: string, location: SourceLocation): void {
    const place = this.place(location);
    this.#sink?.({ code, message, ...place, path: place.path && [...place.path, property] });
  }

  readonly here = (): IssuePlace => this.place(elementLocation(this.source, this.#frame, this.#streaming));

  place(location: SourceLocation, child?: XmlName): IssuePlace {
    const path = this.#discard ? undefined : valuePath(this.#frames, this.#depth);
    return { path, documentPath: elementPath(this.#frames, this.#depth, child), location };
  }
}
