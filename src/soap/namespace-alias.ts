import type { Issue, SourceLocation } from "../errors.js";
import { knownName, type XmlName, xmlName } from "../xml/names.js";
import { PassingSource } from "../xml/passing-source.js";
import type { NamespaceDeclaration, XmlAttributes, XmlDocumentSink, XmlEventSource } from "../xml/ports.js";

/** Two spellings of a namespace that occur in messages. The descriptors know the first one only. */
export interface NamespaceSpellings {
  /** The namespace of the descriptors. */
  readonly namespace: string;
  readonly alias: string;
  /** Which of the two is sent; the other one is read too, with a warning. */
  readonly send: "namespace" | "alias";
  /** The code of the warning. */
  readonly code: string;
}

/** What makes one of two spellings; {@link namespaceAlias} makes it. */
export interface NamespaceAlias extends NamespaceSpellings {
  /** The SOAPAction as the spelling that is sent has it. */
  action(action: string): string;
  /**
   * The source with all names in the spelling of the descriptors.
   *
   * @param onIssue - told once, at the first name in the spelling that is not sent
   */
  reader(source: XmlEventSource, onIssue: ((issue: Issue) => void) | undefined): XmlEventSource;
  /**
   * A sink of names in the spelling that is sent.
   *
   * @param prefixes - preferred prefixes by the descriptors' namespaces
   * @param begin - makes the sink that is written into
   */
  sink(
    prefixes: Readonly<Record<string, string>>,
    begin: (prefixes: Readonly<Record<string, string>>) => XmlDocumentSink,
  ): XmlDocumentSink;
}

/** Makes clients and handlers read both spellings of a namespace and send one of them: their option `alias`. */
export function namespaceAlias(spellings: NamespaceSpellings): NamespaceAlias {
  const { namespace, alias, send } = spellings;
  return {
    ...spellings,
    action(action) {
      const isSpelled = send === "alias" && action.startsWith(namespace);
      return isSpelled ? alias + action.slice(namespace.length) : action;
    },
    reader: (source, onIssue) => new AliasReader(source, spellings, onIssue),
    sink(prefixes, begin) {
      if (send !== "alias") return begin(prefixes);
      const { [namespace]: own, ...others } = prefixes;
      return new AliasSink(spellings, begin(own === undefined ? others : { ...others, [alias]: own }));
    },
  };
}

/** A source whose names in the alias are names in the namespace it stands for. */
class AliasReader extends PassingSource {
  readonly #alias: NamespaceSpellings;
  readonly #onIssue: ((issue: Issue) => void) | undefined;
  readonly #names = new Map<string, XmlName>();
  readonly #attributes: AliasAttributes;
  #warned = false;

  /** @param onIssue - told once, at the first name in the spelling that is not sent */
  constructor(source: XmlEventSource, alias: NamespaceSpellings, onIssue: ((issue: Issue) => void) | undefined) {
    super(source);
    this.#alias = alias;
    this.#onIssue = onIssue;
    this.#attributes = new AliasAttributes(source, (name, index) =>
      this.#map(name, () => source.attributes.location(index)),
    );
  }

  override get name(): XmlName {
    return this.#map(this.source.name, () => this.source.location);
  }

  override get attributes(): XmlAttributes {
    return this.#attributes;
  }

  override get namespaceDeclarations(): readonly NamespaceDeclaration[] {
    return this.source.namespaceDeclarations.map((declaration) => this.#mapDeclaration(declaration));
  }

  override lookupNamespace(prefix: string): string | undefined {
    const namespace = this.source.lookupNamespace(prefix);
    return namespace === this.#alias.alias ? this.#alias.namespace : namespace;
  }

  override namespacesInScope(): readonly NamespaceDeclaration[] {
    return this.source.namespacesInScope().map((declaration) => this.#mapDeclaration(declaration));
  }

  #mapDeclaration(declaration: NamespaceDeclaration): NamespaceDeclaration {
    const { alias, namespace } = this.#alias;
    return declaration.namespace === alias ? { prefix: declaration.prefix, namespace } : declaration;
  }

  #map(name: XmlName, location: () => SourceLocation): XmlName {
    const { namespace, alias, send } = this.#alias;
    if (name.namespace !== alias && name.namespace !== namespace) return name;
    if (!this.#warned && name.namespace !== this.#alias[send]) this.#warn(name.namespace, location());
    if (name.namespace === namespace) return name;
    const known = knownName(namespace, name.localName);
    if (known !== undefined) return known;
    // Not registered: a document's names would stay for ever.
    let mapped = this.#names.get(name.localName);
    if (mapped === undefined) this.#names.set(name.localName, (mapped = { namespace, localName: name.localName }));
    return mapped;
  }

  #warn(found: string, location: SourceLocation): void {
    this.#warned = true;
    this.#onIssue?.({
      code: this.#alias.code,
      message: `found the namespace ${found}; expected ${this.#alias[this.#alias.send]}: it is read as the same`,
      severity: "warning",
      location,
    });
  }
}

class AliasAttributes implements XmlAttributes {
  readonly #source: XmlEventSource;
  readonly #map: (name: XmlName, index: number) => XmlName;

  constructor(source: XmlEventSource, map: (name: XmlName, index: number) => XmlName) {
    this.#source = source;
    this.#map = map;
  }

  get length(): number {
    return this.#source.attributes.length;
  }

  name(index: number): XmlName {
    return this.#map(this.#source.attributes.name(index), index);
  }

  prefix(index: number): string {
    return this.#source.attributes.prefix(index);
  }

  value(index: number): string {
    return this.#source.attributes.value(index);
  }

  location(index: number): SourceLocation {
    return this.#source.attributes.location(index);
  }

  valueLocation(index: number): SourceLocation {
    return this.#source.attributes.valueLocation(index);
  }

  indexOf(name: XmlName): number {
    for (let index = 0; index < this.length; index++) {
      if (this.name(index) === name) return index;
    }
    return -1;
  }

  get(name: XmlName): string | undefined {
    const index = this.indexOf(name);
    return index === -1 ? undefined : this.value(index);
  }
}

/** A sink whose names in a namespace are written in its alias. */
class AliasSink implements XmlDocumentSink {
  readonly #alias: NamespaceSpellings;
  readonly #sink: XmlDocumentSink;

  constructor(alias: NamespaceSpellings, sink: XmlDocumentSink) {
    this.#alias = alias;
    this.#sink = sink;
  }

  startElement(name: XmlName): void {
    this.#sink.startElement(this.#mapName(name));
  }

  attribute(name: XmlName, value: string | XmlName): void {
    this.#sink.attribute(this.#mapName(name), typeof value === "string" ? value : this.#mapName(value));
  }

  declareNamespace(prefix: string, namespace: string): void {
    this.#sink.declareNamespace(prefix, this.#mapNamespace(namespace));
  }

  lookupNamespace(prefix: string): string | undefined {
    const namespace = this.#sink.lookupNamespace(prefix);
    return namespace === this.#alias.alias ? this.#alias.namespace : namespace;
  }

  prefixFor(namespace: string): string {
    return this.#sink.prefixFor(this.#mapNamespace(namespace));
  }

  text(value: string): void {
    this.#sink.text(value);
  }

  endElement(): void {
    this.#sink.endElement();
  }

  toString(): string {
    return this.#sink.toString();
  }

  #mapName(name: XmlName): XmlName {
    return name.namespace === this.#alias.namespace ? xmlName(this.#alias.alias, name.localName) : name;
  }

  #mapNamespace(namespace: string): string {
    return namespace === this.#alias.namespace ? this.#alias.alias : namespace;
  }
}
