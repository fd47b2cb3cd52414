import { attributeOf, attributeValue, targetNamespace } from "../load/attributes.js";
import { isCopy } from "../load/copies.js";
import type { LoadedDocuments, SourceDocument, SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import { isXsd } from "../load/source-names.js";
import { dependencyOrder } from "./dependency-order.js";
import type { SchemaDocument } from "./workspace.js";

/** A redefine element with the schemas it redefines. */
export interface Redefine {
  readonly element: SourceElement;
  readonly document: SchemaDocument;
  readonly target: SchemaDocument | undefined;
}

export interface CollectedDocuments {
  readonly documents: readonly SchemaDocument[];
  /** Inner ones first: a redefinition of a redefinition replaces the replacement. */
  readonly redefines: readonly Redefine[];
}

/**
 * The schema documents that the entries reach, each once for each target namespace it is included into, in order of
 * discovery (Part 1, 4.2).
 */
export function collectDocuments(loaded: LoadedDocuments, findings: Findings): CollectedDocuments {
  const collector = new Collector(findings);
  for (const entry of loaded.entries) collector.addAll(entry);
  collector.follow();
  return { documents: collector.documents, redefines: collector.redefines() };
}

class Collector {
  readonly documents: SchemaDocument[] = [];
  readonly #findings: Findings;
  /** By target namespace and text: those that differ in what they refer to share a list. */
  readonly #made = new Map<string, SchemaDocument[]>();
  readonly #redefines: Redefine[] = [];
  readonly #sources = new Set<SourceDocument>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Adds each schema of a document under its own target namespace, and those of the WSDL files it imports. */
  addAll(source: SourceDocument): void {
    if (this.#sources.has(source)) return;
    this.#sources.add(source);
    if (isXsd(source.root, "schema")) this.#add(source.root, undefined);
    for (const child of source.root.children) {
      if (child.name.localName !== "types") continue;
      for (const schema of child.children) if (isXsd(schema, "schema")) this.#add(schema, undefined);
    }
    for (const { kind, target } of source.references) {
      if (kind === "wsdl-import" && target !== undefined) this.addAll(target);
    }
  }

  follow(): void {
    // The list grows while it is walked.
    for (const document of this.documents) {
      const children = new Set(document.element.children);
      for (const { element, kind, target } of document.element.document.references) {
        if (!children.has(element)) continue;
        if (kind === "import") this.#import(document, element, target);
        else if (kind !== "wsdl-import") this.#include(document, element, kind, target);
      }
    }
  }

  redefines(): readonly Redefine[] {
    const inside = new Map<SchemaDocument, Redefine[]>();
    for (const redefine of this.#redefines) {
      const others = inside.get(redefine.document);
      if (others === undefined) inside.set(redefine.document, [redefine]);
      else others.push(redefine);
    }
    return dependencyOrder(
      this.#redefines,
      (outer) => (outer.target && inside.get(outer.target))?.filter((inner) => shareName(outer, inner)) ?? [],
      ({ element }) => {
        const message = "documents redefine the same component in a circle";
        this.#findings.report("src-redefine", message, element, attributeOf(element, "schemaLocation"));
      },
    );
  }

  #import(document: SchemaDocument, element: SourceElement, target: SourceDocument | undefined): void {
    const attribute = attributeOf(element, "namespace");
    const namespace = attributeValue(element, "namespace") ?? "";
    document.visible.add(namespace);
    if (attribute === undefined && document.targetNamespace === "") {
      const message = "an import without a namespace needs a schema with a target namespace around it";
      this.#findings.report("src-import.1.2", message, element);
      return;
    }
    if (namespace === document.targetNamespace && attribute !== undefined) {
      const message = `a schema cannot import its own target namespace: use include for the other documents of ${JSON.stringify(namespace)}`;
      this.#findings.report("src-import.1.1", message, element, attribute);
      return;
    }
    if (target === undefined) return;
    if (!isXsd(target.root, "schema")) {
      this.addAll(target);
      return;
    }
    const found = targetNamespace(target.root);
    if (found !== namespace) {
      const message = `${target.file} has ${describe(found)}, but the import is for ${describe(namespace)}`;
      this.#findings.report(attribute === undefined ? "src-import.3.2" : "src-import.3.1", message, element, attribute);
      return;
    }
    this.#add(target.root, undefined);
  }

  #include(
    document: SchemaDocument,
    element: SourceElement,
    kind: "include" | "redefine",
    target: SourceDocument | undefined,
  ): void {
    let made: SchemaDocument | undefined;
    if (target !== undefined && isXsd(target.root, "schema")) {
      const found = attributeValue(target.root, "targetNamespace");
      if (found === undefined || found === document.targetNamespace) {
        made = this.#add(target.root, document.targetNamespace);
        // Included documents see what they import themselves; a chameleon also sees its new namespace as its own.
      } else {
        const message = `${target.file} has ${describe(found)}, but ${kind} needs ${describe(document.targetNamespace)} or none`;
        const code = kind === "include" ? "src-include.2.1" : "src-redefine.3.1";
        this.#findings.report(code, message, element, attributeOf(element, "schemaLocation"));
      }
    } else if (target !== undefined) {
      const message = `${target.file} is not a schema document`;
      const code = kind === "include" ? "src-include.1" : "src-redefine.2";
      this.#findings.report(code, message, element, attributeOf(element, "schemaLocation"));
    }
    if (kind === "redefine") this.#redefines.push({ element, document, target: made });
  }

  #add(element: SourceElement, including: string | undefined): SchemaDocument {
    const own = attributeValue(element, "targetNamespace");
    const namespace = own ?? including ?? "";
    const key = `${namespace}\n${element.document.text}`;
    let same = this.#made.get(key);
    if (same === undefined) this.#made.set(key, (same = []));
    let document = same.find((made) => isCopy(made.element, element));
    if (document === undefined) {
      document = {
        element,
        targetNamespace: namespace,
        chameleon: own === undefined && namespace !== "",
        elementsQualified: attributeValue(element, "elementFormDefault") === "qualified",
        attributesQualified: attributeValue(element, "attributeFormDefault") === "qualified",
        block: words(attributeValue(element, "blockDefault")),
        final: words(attributeValue(element, "finalDefault")),
        visible: new Set([namespace]),
      };
      same.push(document);
      this.documents.push(document);
    }
    return document;
  }
}

/** Whether two redefine elements redefine a component of one kind and name. */
function shareName({ element }: Redefine, other: Redefine): boolean {
  const names = new Set(other.element.children.flatMap((child) => signature(child) ?? []));
  return element.children.some((child) => names.has(signature(child) ?? ""));
}

/** Its kind and name. */
function signature(element: SourceElement): string | undefined {
  const name = attributeValue(element, "name");
  return name && `${element.name.localName.replace(/^(simple|complex)Type$/, "type")} ${name}`;
}

function words(value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : value.split(" ");
}

function describe(namespace: string): string {
  return namespace === "" ? "no target namespace" : `the target namespace ${JSON.stringify(namespace)}`;
}
