import { type Issue, ParseError } from "../../src/errors.js";
import { clarkName } from "../../src/xml/names.js";
import { attributeOf, collapse } from "./attributes.js";
import { builtinDocument } from "./builtin/index.js";
import { decodeDocument } from "./decode.js";
import type { LoadedDocuments, SourceDocument, SourceElement } from "./document.js";
import type { ReadFile } from "./files.js";
import { locate } from "./locate.js";
import { displayName, resolveLocation } from "./location.js";
import { type OpenDocument, readDocument } from "./read-document.js";
import { type ReferenceElement, referenceElements, refersTo, targetNamespaces } from "./references.js";
import { isWsdl, isXsd } from "./source-names.js";

/** Where documents are read from. */
export interface LoadOptions {
  readonly readFile: ReadFile;
  /** The absolute URI of the folder that entries are relative to, ending in a slash. */
  readonly base: string;
  /**
   * Location as written → the file to read instead, relative to `base`; or namespace → the file for imports of it that
   * have no location, or one on the web.
   */
  readonly catalog?: ReadonlyMap<string, string> | undefined;
  /** Reads what is at http and https addresses. Absent: such a location is an issue. */
  readonly network?: ReadFile | undefined;
  /** The most documents read, 10,000 by default: a server could make up ever new ones. */
  readonly maxDocuments?: number | undefined;
  /**
   * Documents of an earlier load by URI, for those who load again and again: one whose text is still the same is not
   * parsed anew, and what the earlier load gave may not be used any more. The documents of this load are put into it.
   */
  readonly parsed?: Map<string, OpenDocument> | undefined;
}

/** Reads the entries and everything they include, import or redefine, each document once. */
export async function load(entries: readonly string[], options: LoadOptions): Promise<LoadedDocuments> {
  const loader = new Loader(options);
  const loaded: SourceDocument[] = [];
  for (const entry of entries) {
    const document = await loader.loadEntry(entry);
    if (document !== undefined && !loaded.includes(document)) loaded.push(document);
  }
  await loader.followAll();
  return { entries: loaded, documents: loader.documents, sources: loader.sources, issues: loader.issues };
}

/** An import that names no location, or none that could be read: another document may supply its namespace. */
interface OpenImport extends ReferenceElement {
  readonly from: OpenDocument;
  /** Where the reference stands in its document's list. */
  readonly index: number;
  readonly failure: Issue | undefined;
}

class Loader {
  readonly issues: Issue[] = [];
  readonly documents: OpenDocument[] = [];
  readonly sources: Map<string, string> = new Map();
  readonly #options: LoadOptions;
  /** Every URI asked for, with what came of it. */
  readonly #byUri = new Map<string, Found>();
  readonly #openImports: OpenImport[] = [];
  #followed = 0;

  constructor(options: LoadOptions) {
    this.#options = options;
  }

  async loadEntry(entry: string): Promise<SourceDocument | undefined> {
    const uri = resolveLocation(entry, this.#options.base);
    const found = uri === undefined ? { issue: locationIssue(entry) } : await this.#document(uri);
    if ("issue" in found) this.#report(found.issue);
    return "document" in found ? found.document : undefined;
  }

  async followAll(): Promise<void> {
    for (;;) {
      const document = this.documents[this.#followed];
      if (document !== undefined) {
        this.#followed += 1;
        for (const reference of referenceElements(document)) await this.#follow(document, reference);
      } else if (!(await this.#closeImports())) {
        return;
      }
    }
  }

  async #follow(from: OpenDocument, { element, kind }: ReferenceElement): Promise<void> {
    const attribute = attributeOf(element, kind === "wsdl-import" ? "location" : "schemaLocation");
    const index = from.references.push({ element, kind, target: undefined }) - 1;
    let failure: Issue | undefined;
    if (attribute !== undefined) {
      const location = collapse(attribute.value);
      const found = await this.#locate(location, from, this.#catalogued(location, importedNamespace(element)));
      if ("document" in found) {
        from.references[index] = { element, kind, target: found.document };
        return;
      }
      // A defect inside the file is one finding; a missing file is one at each place that names it.
      failure =
        found.issue.location === undefined ? { ...found.issue, location: locate(element, attribute) } : found.issue;
    }
    if (kind === "import") this.#openImports.push({ from, index, element, kind, failure });
    else if (failure !== undefined) this.#report(failure);
  }

  /** What the catalog has for a location, or, where that is on the web, for the namespace. */
  #catalogued(location: string, namespace: string): string | undefined {
    const { catalog } = this.#options;
    return catalog?.get(location) ?? (isRemote(location) ? catalog?.get(namespace) : undefined);
  }

  /** The document at a location written in another; what the catalog maps it to is relative to the base. */
  async #locate(location: string, from: SourceDocument, mapped: string | undefined): Promise<Found> {
    const uri =
      mapped === undefined ? resolveLocation(location, from.uri) : resolveLocation(mapped, this.#options.base);
    return uri === undefined ? { issue: locationIssue(mapped ?? location) } : await this.#document(uri);
  }

  /**
   * Settles the imports that led to no document: by a document that was read for another reason, else by a built-in
   * copy. Gives whether that found new documents to follow.
   */
  async #closeImports(): Promise<boolean> {
    const before = this.documents.length;
    const suppliers = new Map<string, SourceDocument>();
    for (const document of this.documents) {
      for (const namespace of targetNamespaces(document)) {
        if (!suppliers.has(namespace)) suppliers.set(namespace, document);
      }
    }
    for (const { from, index, element, kind, failure } of this.#openImports.splice(0)) {
      const namespace = importedNamespace(element);
      const target = suppliers.get(namespace) ?? (await this.#mapped(namespace)) ?? (await this.#builtin(namespace));
      if (target !== undefined) from.references[index] = { element, kind, target };
      else if (failure !== undefined && builtinDocument(namespace) === undefined) this.#report(failure);
    }
    return this.documents.length > before;
  }

  #report(issue: Issue): void {
    if (!this.issues.includes(issue)) this.issues.push(issue);
  }

  async #mapped(namespace: string): Promise<SourceDocument | undefined> {
    const mapped = this.#options.catalog?.get(namespace);
    const uri = mapped === undefined ? undefined : resolveLocation(mapped, this.#options.base);
    const found = uri === undefined ? undefined : await this.#document(uri);
    if (found === undefined || "document" in found) return found?.document;
    this.#report(found.issue);
    return undefined;
  }

  async #builtin(namespace: string): Promise<SourceDocument | undefined> {
    const builtin = builtinDocument(namespace);
    if (builtin === undefined || !this.documents.some((document) => refersTo(document, namespace))) return undefined;
    const found = await this.#document(builtin.uri, builtin.text);
    return "document" in found ? found.document : undefined;
  }

  async #document(uri: string, text?: string): Promise<Found> {
    let found = this.#byUri.get(uri);
    if (found === undefined) {
      found = await this.#open(uri, text);
      this.#byUri.set(uri, found);
      if ("document" in found) this.documents.push(found.document);
    }
    return found;
  }

  async #open(uri: string, text: string | undefined): Promise<Found> {
    const file = displayName(uri, this.#options.base);
    if (this.documents.length >= (this.#options.maxDocuments ?? 10_000)) {
      return { issue: { code: "load-limit", message: `more than ${this.documents.length} documents are referred to` } };
    }
    try {
      const content = text ?? (await this.#read(uri, file));
      if (typeof content === "object") return content;
      this.sources.set(file, content);
      const document = this.#parse(content, file, uri);
      const { root } = document;
      if (!isXsd(root, "schema") && !isWsdl(root, "definitions")) {
        const message = `the document is neither a schema nor a WSDL: its root element is ${clarkName(root.name)}`;
        return { issue: { code: "load-root", message, location: locate(root) } };
      }
      return { document };
    } catch (error) {
      if (error instanceof ParseError) return { issue: error.issue };
      throw error;
    }
  }

  #parse(text: string, file: string, uri: string): OpenDocument {
    const { parsed } = this.#options;
    const known = parsed?.get(uri);
    if (known?.text === text) {
      // What it refers to may be other documents by now.
      known.references.length = 0;
      return known;
    }
    const document = readDocument(text, file, uri);
    parsed?.set(uri, document);
    return document;
  }

  /** The text at a URI, or why there is none. */
  async #read(uri: string, file: string): Promise<string | { readonly issue: Issue }> {
    const remote = isRemote(uri);
    if (remote && this.#options.network === undefined) {
      const message = `${uri} is not read, because the network is not used: refer to a copy on disk; in code, the option network reads it and the option catalog maps it to a file`;
      return { issue: { code: "load-network", message } };
    }
    try {
      const content = await (remote ? this.#options.network : this.#options.readFile)?.(uri);
      if (content === undefined) return { issue: { code: "load-unreadable", message: `there is no file ${file}` } };
      // A byte order mark is not part of the text; a decoder has dropped it, a string may still have it.
      return typeof content === "string" ? content.replace(/^\uFEFF/, "") : decodeDocument(content);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { issue: { code: "load-unreadable", message: `cannot read ${file}: ${reason}` } };
    }
  }
}

type Found = { readonly document: OpenDocument } | { readonly issue: Issue };

function isRemote(location: string): boolean {
  return /^https?:/i.test(location);
}

function importedNamespace(element: SourceElement): string {
  return collapse(attributeOf(element, "namespace")?.value ?? "");
}

function locationIssue(location: string): Issue {
  return { code: "load-location", message: `${JSON.stringify(location)} cannot be read as a location` };
}
