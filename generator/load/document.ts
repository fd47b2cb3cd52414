import type { Issue } from "../../src/errors.js";
import type { XmlName } from "../../src/xml/names.js";

/** An attribute of a schema document, with its place kept for error messages. */
export interface SourceAttribute {
  readonly name: XmlName;
  readonly value: string;
  /** Offset of the name's first character. */
  readonly offset: number;
  /** Offset of the value's first character, behind the quote. */
  readonly valueOffset: number;
  readonly valueLength: number;
}

/** The namespace bindings in scope at an element; what a QName in its attributes is read with. */
export interface NamespaceScope {
  /** The empty string asks for the default namespace; `undefined` where the prefix is unbound. */
  lookupNamespace(prefix: string): string | undefined;
}

/** An element of a schema document; comments and processing instructions are dropped. */
export interface SourceElement {
  readonly name: XmlName;
  readonly attributes: readonly SourceAttribute[];
  readonly children: readonly SourceElement[];
  /** Character data directly inside, concatenated. In `xs:documentation`, that of the elements inside it as well. */
  readonly text: string;
  /** Offset of the start tag's `<`. */
  readonly offset: number;
  /** Length of the start tag's `<name` part, for a caret. */
  readonly length: number;
  readonly namespaces: NamespaceScope;
  readonly document: SourceDocument;
}

/** One file read: the unit that `load` gives to every later stage. */
export interface SourceDocument {
  /** As shown to people: relative to the working directory where that is shorter. */
  readonly file: string;
  /** The absolute URI that identifies the document and resolves relative locations. */
  readonly uri: string;
  readonly text: string;
  readonly root: SourceElement;
  /** What this document's include, import, redefine and wsdl:import elements resolved to. */
  readonly references: readonly DocumentReference[];
}

/** A document that another names. */
export interface DocumentReference {
  /** The element that refers. */
  readonly element: SourceElement;
  readonly kind: "include" | "import" | "redefine" | "wsdl-import";
  /** `undefined`: no location was given and none was known, or it could not be read (then there is an issue). */
  readonly target: SourceDocument | undefined;
}

/** The outcome of `load`: the documents in order of discovery, the entries first. */
export interface LoadedDocuments {
  readonly entries: readonly SourceDocument[];
  readonly documents: readonly SourceDocument[];
  /** The text of every document, also of those that turned out to be ill-formed, by the name that locations use. */
  readonly sources: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}
