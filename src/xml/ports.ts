import type { SourceLocation } from "../errors.js";
import type { XmlName } from "./names.js";

/** What a source of XML events stands on. `none`: before the first `next()`; `eof`: after the document's end. */
export type XmlEventKind = "none" | "start" | "end" | "text" | "comment" | "instruction" | "eof";

/** One `xmlns` or `xmlns:prefix` of a start tag. */
export interface NamespaceDeclaration {
  /** The empty string for the default namespace. */
  readonly prefix: string;
  /** The empty string where the default namespace is undeclared. */
  readonly namespace: string;
}

/** The attributes of a start tag in document order, without namespace declarations. */
export interface XmlAttributes {
  readonly length: number;
  /** The name of the attribute at an index, from 0 to `length - 1`. */
  name(index: number): XmlName;
  /** The empty string for an unprefixed attribute. */
  prefix(index: number): string;
  /** The value after normalisation (XML 1.0, 3.3.3). */
  value(index: number): string;
  /** Where the attribute begins. */
  location(index: number): SourceLocation;
  /** Where the value begins, after its quote. */
  valueLocation(index: number): SourceLocation;
  /** The index of the attribute, or -1. */
  indexOf(name: XmlName): number;
  /** The value of the attribute of that name. */
  get(name: XmlName): string | undefined;
}

/**
 * A pull source of namespace-aware XML events: what the typed verbs read from. The properties describe the event that
 * the last `next()` moved to; `attributes` and `text` are valid until the next move.
 *
 * Text, references and CDATA sections that touch are one `text` event. An empty-element tag gives `start`, then `end`.
 */
export interface XmlEventSource {
  readonly kind: XmlEventKind;
  /** The name of the element for `start` and `end`; a processing instruction's target in no namespace. */
  readonly name: XmlName;
  /** The prefix of the element for `start` and `end`; the empty string for none. */
  readonly prefix: string;
  /** The attributes for `start`. */
  readonly attributes: XmlAttributes;
  /** The declarations of this very start tag. */
  readonly namespaceDeclarations: readonly NamespaceDeclaration[];
  /** Character data for `text`, content for `comment`, data for `instruction`. */
  readonly text: string;
  /** The number of open elements: at `start` the new one counts, at `end` the closed one still does. */
  readonly depth: number;
  /** Where the event begins. */
  readonly location: SourceLocation;
  /**
   * A mark of where the event begins, cheap to take and good for {@link locate}. For a source text it counts UTF-16
   * code units.
   */
  readonly offset: number;
  /** The place of an earlier `offset`; from a stream, as long as it still holds that text. */
  locate(offset: number, length?: number): SourceLocation;
  /** Moves to the next event and gives its kind. */
  next(): XmlEventKind;
  /** At a `start`: moves to its matching `end`, checking well-formedness on the way. */
  skip(): void;
  /**
   * At a `start`: the character data of an element without child elements, and moves to its `end`. `undefined` when
   * a child element comes first: then the source stands on that child's `start`, and the text before it is dropped
   * unless it is asked for in `skippedText`.
   */
  elementText(): string | undefined;
  /** The character data read by an {@link elementText} that met a child element. */
  readonly skippedText: string;
  /** The namespace bound to a prefix here (the empty string asks for the default namespace), `undefined` if unbound. */
  lookupNamespace(prefix: string): string | undefined;
  /** The prefixes bound at a `start`, `xml` and `xmlns` left out; no entry for an undeclared default namespace. */
  namespacesInScope(): readonly NamespaceDeclaration[];
}

/** Takes a document from start to end: what the engine writes into. Names and order are the writing program's duty. */
export interface XmlSink {
  /** Begins an element. */
  startElement(name: XmlName): void;
  /**
   * Gives the element an attribute; before any of its content.
   *
   * @param value - an expanded name is written as a QName with the prefixes of this place
   */
  attribute(name: XmlName, value: string | XmlName): void;
  /** Declares a prefix, or the default namespace for the empty one, on the element; before any of its content. */
  declareNamespace(prefix: string, namespace: string): void;
  /** What a prefix is bound to at the current element; `undefined` for one that is not. */
  lookupNamespace(prefix: string): string | undefined;
  /**
   * A prefix bound to the namespace at the current element, for a QName in its content or attributes; declared there if
   * need be. The empty string for no namespace, which makes an unprefixed name mean just that.
   */
  prefixFor(namespace: string): string;
  /** Adds character data, which needs no escaping. */
  text(value: string): void;
  /** Closes the element that was opened last. */
  endElement(): void;
}

/** A sink whose document is asked for at its end. */
export interface XmlDocumentSink extends XmlSink {
  /** The whole document. */
  toString(): string;
}
