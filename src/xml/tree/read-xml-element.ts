import { setProperty } from "../../text/record.js";
import { clarkName } from "../names.js";
import type { XmlEventSource } from "../ports.js";
import { declaredPrefixes, scopeObject } from "./scope-object.js";
import type { AnyType, XmlElement } from "./xml-element.js";

type Open = { namespace: string; name: string } & Content;

interface Content {
  attributes?: Record<string, string>;
  content: (string | XmlElement)[];
  namespaces?: Readonly<Record<string, string>>;
}

/**
 * Reads an element as it is: the source stands on its `start`, and afterwards on its `end`. Depth is bounded by the
 * source's own limit, not by the stack.
 */
export function readXmlElement(source: XmlEventSource): XmlElement {
  const { namespace, localName: name } = source.name;
  return { namespace, name, ...readAnyType(source) };
}

/** Reads what an element of type anyType holds: its attributes, text and elements. */
export function readAnyType(source: XmlEventSource): AnyType {
  const root = startContent(source, scopeObject(source));
  const open: Content[] = [root];
  for (let inside: Content | undefined = root; inside !== undefined; ) {
    switch (source.next()) {
      case "start": {
        const { namespace, localName: name } = source.name;
        const child: Open = { namespace, name, ...startContent(source, prefixesDeclaredAt(source)) };
        inside.content.push(child);
        open.push((inside = child));
        break;
      }
      case "text":
        inside.content.push(source.text);
        break;
      case "end":
        open.pop();
        inside = open.at(-1);
        break;
      default:
        break;
    }
  }
  return root;
}

/** The prefixes that a start tag declares, `undefined` for none. */
export function prefixesDeclaredAt(source: XmlEventSource): Readonly<Record<string, string>> | undefined {
  const { namespaceDeclarations } = source;
  return namespaceDeclarations.length === 0 ? undefined : declaredPrefixes(namespaceDeclarations);
}

function startContent(source: XmlEventSource, namespaces: Readonly<Record<string, string>> | undefined): Content {
  const result: Content = { content: [] };
  const { attributes } = source;
  if (attributes.length > 0) {
    result.attributes = {};
    for (let index = 0; index < attributes.length; index++) {
      setProperty(result.attributes, clarkName(attributes.name(index)), attributes.value(index));
    }
  }
  if (namespaces !== undefined) result.namespaces = namespaces;
  return result;
}
