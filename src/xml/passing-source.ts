import type { SourceLocation } from "../errors.js";
import type { XmlName } from "./names.js";
import type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "./ports.js";

/** Passes a source on as it is: what stands between a source and its reader overrides what it alters. */
export abstract class PassingSource implements XmlEventSource {
  protected readonly source: XmlEventSource;

  constructor(source: XmlEventSource) {
    this.source = source;
  }

  get kind(): XmlEventKind {
    return this.source.kind;
  }

  get name(): XmlName {
    return this.source.name;
  }

  get prefix(): string {
    return this.source.prefix;
  }

  get attributes(): XmlAttributes {
    return this.source.attributes;
  }

  get namespaceDeclarations(): readonly NamespaceDeclaration[] {
    return this.source.namespaceDeclarations;
  }

  get text(): string {
    return this.source.text;
  }

  get depth(): number {
    return this.source.depth;
  }

  get location(): SourceLocation {
    return this.source.location;
  }

  get offset(): number {
    return this.source.offset;
  }

  get skippedText(): string {
    return this.source.skippedText;
  }

  locate(offset: number, length?: number): SourceLocation {
    return this.source.locate(offset, length);
  }

  next(): XmlEventKind {
    return this.source.next();
  }

  skip(): void {
    this.source.skip();
  }

  elementText(): string | undefined {
    return this.source.elementText();
  }

  lookupNamespace(prefix: string): string | undefined {
    return this.source.lookupNamespace(prefix);
  }

  namespacesInScope(): readonly NamespaceDeclaration[] {
    return this.source.namespacesInScope();
  }
}
