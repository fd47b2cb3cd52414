import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { type XmlName, xmlName, xmlNamespace } from "../../src/xml/names.js";
import { isExcluded } from "./conditional-inclusion.js";
import type { DocumentReference, NamespaceScope, SourceAttribute, SourceDocument, SourceElement } from "./document.js";
import { xsdNamespace } from "./namespaces.js";

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** A document whose references `load` has yet to find. */
export interface OpenDocument extends SourceDocument {
  readonly references: DocumentReference[];
}

interface OpenElement extends Draft<SourceElement> {
  readonly children: SourceElement[];
}

const rootScope: NamespaceScope = { lookupNamespace: (prefix) => (prefix === "xml" ? xmlNamespace : undefined) };
const documentationName = xmlName(xsdNamespace, "documentation");

/**
 * Reads a text into the tree that the stages work on.
 *
 * @throws ParseError where the text is not well-formed
 */
export function readDocument(text: string, file: string, uri: string): OpenDocument {
  const reader = new XmlReader(text, { file, doctype: ignoreDoctype });
  // Its root comes with the first event: the reader lets no document end without one.
  const document = { file, uri, text, references: [] } as unknown as Draft<OpenDocument>;
  const open: OpenElement[] = [];
  let documentation: OpenElement | undefined;
  for (let kind = reader.next(); kind !== "eof"; kind = reader.next()) {
    const parent = open.at(-1);
    if (kind === "start") {
      if (parent !== undefined && isExcluded(reader.attributes, (prefix) => reader.lookupNamespace(prefix))) {
        reader.skip();
        continue;
      }
      const element: OpenElement = {
        name: registered(reader.name),
        attributes: readAttributes(reader),
        children: [],
        text: "",
        offset: reader.location.offset ?? 0,
        length: nameLength(text, reader.location.offset ?? 0),
        namespaces: readScope(reader, parent?.namespaces ?? rootScope),
        document,
      };
      if (parent === undefined) document.root = element;
      else parent.children.push(element);
      open.push(element);
      if (element.name === documentationName) documentation ??= element;
    } else if (kind === "end") {
      if (open.pop() === documentation) documentation = undefined;
    } else if (kind === "text" && parent !== undefined) {
      parent.text += reader.text;
      if (documentation !== undefined && documentation !== parent) documentation.text += reader.text;
    }
  }
  return document;
}

/** Names of schemas are compared as objects, so each becomes a registered one. */
function registered(name: XmlName): XmlName {
  return xmlName(name.namespace, name.localName);
}

function readAttributes({ attributes }: XmlReader): readonly SourceAttribute[] {
  return Array.from({ length: attributes.length }, (_, index) => {
    const value = attributes.valueLocation(index);
    return {
      name: registered(attributes.name(index)),
      value: attributes.value(index),
      offset: attributes.location(index).offset ?? 0,
      valueOffset: value.offset ?? 0,
      valueLength: value.length ?? 1,
    };
  });
}

/** The length of `<name` where a start tag begins. */
function nameLength(text: string, offset: number): number {
  let end = offset + 1;
  while (end < text.length && !" \t\r\n/>".includes(text.charAt(end))) end += 1;
  return end - offset;
}

function readScope(reader: XmlReader, outer: NamespaceScope): NamespaceScope {
  if (reader.namespaceDeclarations.length === 0) return outer;
  const own = new Map<string, string>();
  for (const { prefix, namespace } of reader.namespaceDeclarations) own.set(prefix, namespace);
  return {
    lookupNamespace(prefix) {
      const namespace = own.get(prefix);
      // An empty name undeclares the default namespace.
      return namespace === undefined ? outer.lookupNamespace(prefix) : namespace === "" ? undefined : namespace;
    },
  };
}
