import { xmlName } from "../../../src/xml/names.js";
import { XmlWriter } from "../../../src/xml/write/writer.js";
import { attributeValue, collapse } from "../../load/attributes.js";
import { isCopy } from "../../load/copies.js";
import type { DocumentReference, LoadedDocuments, SourceElement } from "../../load/document.js";
import { xsdNamespace } from "../../load/namespaces.js";
import { schemaElements } from "../../load/references.js";
import { isXsd } from "../../load/source-names.js";

/** Schemas as files of one folder, for processors that know neither catalogs nor WSDL. */
export interface PlainSchemas {
  /** The name of the file that imports all others; `undefined` where there is no schema. */
  readonly main: string | undefined;
  /** Text by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** A schema in one of the target namespaces that it is included into. */
interface PlainSchema {
  readonly element: SourceElement;
  readonly namespace: string;
  readonly file: string;
  /** What it includes and redefines, by the element that says so. */
  readonly parts: Map<SourceElement, PlainSchema>;
}

/**
 * Every schema that was read, those inside of WSDL too, as documents that refer to one another by file name. Libxml2
 * takes one document for each namespace: one that includes the others, and which imports get, whatever they name.
 */
export function plainSchemas(loaded: LoadedDocuments): PlainSchemas {
  const schemas = schemasOf(loaded);
  if (schemas.length === 0) return { main: undefined, files: new Map() };
  const files = new Map<string, string>();
  const byNamespace = new Map<string, string>();
  for (const namespace of new Set(schemas.map((schema) => schema.namespace))) {
    const file = `namespace-${byNamespace.size}.xsd`;
    const wholes = wholesOf(schemas.filter((schema) => schema.namespace === namespace));
    const includes = wholes.map((whole) => ({ kind: "include" as const, location: whole.file }));
    byNamespace.set(namespace, file);
    files.set(file, referringSchema(namespace, includes));
  }
  for (const { element, file, parts } of schemas) {
    const writer = newWriter();
    copy(element, writer, (reference) =>
      isXsd(reference, "import")
        ? byNamespace.get(attributeValue(reference, "namespace") ?? "")
        : parts.get(reference)?.file,
    );
    files.set(file, writer.toString());
  }
  const imports = [...byNamespace].map(([namespace, location]) => ({ kind: "import" as const, namespace, location }));
  files.set("all.xsd", referringSchema("urn:xsdsmith:all", imports));
  return { main: "all.xsd", files };
}

/** Each schema, copies of one under several addresses once, in each of its target namespaces. */
function schemasOf({ entries, documents }: LoadedDocuments): readonly PlainSchema[] {
  const elements = documents.flatMap(schemaElements);
  const originals = new Map(elements.map((element) => [element, elements.find((known) => isCopy(known, element))]));
  const references = documents.flatMap((document) => document.references);
  const targets = (...kinds: readonly DocumentReference["kind"][]) =>
    new Set(references.flatMap(({ kind, target }) => (target && kinds.includes(kind) ? [target.root] : [])));
  const [included, imported] = [targets("include", "redefine"), targets("import")];
  const alone = new Set(entries.flatMap(schemaElements));

  const schemas: PlainSchema[] = [];
  const find = (source: SourceElement, namespace: string): PlainSchema => {
    const element = originals.get(source) ?? source;
    let schema = schemas.find((known) => known.element === element && known.namespace === namespace);
    if (schema === undefined) {
      schema = { element, namespace, file: `${schemas.length}.xsd`, parts: new Map() };
      schemas.push(schema);
    }
    return schema;
  };
  for (const element of elements) {
    const namespace = attributeValue(element, "targetNamespace");
    // Without one it has those of the schemas that include it, and none by itself only where something else leads to it.
    if (namespace !== undefined || !included.has(element) || imported.has(element) || alone.has(element)) {
      find(element, namespace ?? "");
    }
  }
  // The list grows while it is walked.
  for (const { element, namespace, parts } of schemas) {
    for (const { element: reference, kind, target } of element.document.references) {
      if (kind !== "include" && kind !== "redefine") continue;
      if (target !== undefined && element.children.includes(reference)) {
        parts.set(reference, find(target.root, namespace));
      }
    }
  }
  return schemas;
}

/** Those that lead to all: what no other includes, and of a circle one. */
function wholesOf(schemas: readonly PlainSchema[]): readonly PlainSchema[] {
  const wholes: PlainSchema[] = [];
  const reached = new Set<PlainSchema>();
  const parts = new Set(schemas.flatMap((schema) => [...schema.parts.values()]));
  const first = schemas.filter((schema) => !parts.has(schema));
  for (const schema of [...first, ...schemas]) {
    if (reached.has(schema)) continue;
    wholes.push(schema);
    // The set grows while it is walked.
    const within = new Set([schema]);
    for (const { parts } of within) for (const part of parts.values()) within.add(part);
    for (const part of within) reached.add(part);
  }
  return wholes;
}

interface Reference {
  readonly kind: "include" | "import";
  readonly location: string;
  readonly namespace?: string;
}

function referringSchema(targetNamespace: string, references: readonly Reference[]): string {
  const writer = newWriter();
  writer.startElement(xmlName(xsdNamespace, "schema"));
  if (targetNamespace !== "") writer.attribute(xmlName("", "targetNamespace"), targetNamespace);
  for (const { kind, location, namespace = "" } of references) {
    writer.startElement(xmlName(xsdNamespace, kind));
    if (namespace !== "") writer.attribute(xmlName("", "namespace"), namespace);
    writer.attribute(xmlName("", "schemaLocation"), location);
    writer.endElement();
  }
  writer.endElement();
  return writer.toString();
}

function newWriter(): XmlWriter {
  return new XmlWriter({ prefixes: { [xsdNamespace]: "xs" } });
}

/** Writes an element without annotations and with other locations; names in its attributes mean what they meant. */
function copy(
  element: SourceElement,
  writer: XmlWriter,
  locationOf: (reference: SourceElement) => string | undefined,
): void {
  writer.startElement(element.name);
  const attributes = element.attributes.filter(({ name }) => name.namespace === "");
  const prefixes = attributes.flatMap(({ value }) => value.match(/[\p{L}_][\p{L}\p{M}\p{N}._-]*(?=:)/gu) ?? []);
  for (const prefix of new Set(["", ...prefixes])) {
    const namespace = element.namespaces.lookupNamespace(prefix) ?? "";
    if ((writer.lookupNamespace(prefix) ?? "") !== namespace) writer.declareNamespace(prefix, namespace);
  }
  const location = ["include", "import", "redefine"].some((kind) => isXsd(element, kind)) && locationOf(element);
  for (const { name, value } of attributes) {
    if (location !== false && name.localName === "schemaLocation") continue;
    // Libxml2 compares target namespaces as they are written.
    writer.attribute(name, name.localName === "targetNamespace" ? collapse(value) : value);
  }
  if (typeof location === "string") writer.attribute(xmlName("", "schemaLocation"), location);
  for (const child of element.children) if (!isXsd(child, "annotation")) copy(child, writer, locationOf);
  writer.endElement();
}
