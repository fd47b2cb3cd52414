import { setProperty } from "./set-property.js";
import type { NamespaceDeclaration, XmlEventSource } from "./xml/events.js";
import { clarkName } from "./xml/names.js";
import type { AnyType, XmlElement } from "./xml-element.js";

type Open = { namespace: string; name: string } & Content;

interface Content {
  attributes?: Record<string, string>;
  content: (string | XmlElement)[];
  namespaces?: Record<string, string>;
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
  const root = startContent(source, source.namespacesInScope());
  const open: Content[] = [root];
  for (let inside: Content | undefined = root; inside !== undefined; ) {
    switch (source.next()) {
      case "start": {
        const { namespace, localName: name } = source.name;
        const child: Open = { namespace, name, ...startContent(source, source.namespaceDeclarations) };
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

function startContent(source: XmlEventSource, namespaces: readonly NamespaceDeclaration[]): Content {
  const result: Content = { content: [] };
  const { attributes } = source;
  if (attributes.length > 0) {
    result.attributes = {};
    for (let index = 0; index < attributes.length; index++) {
      setProperty(result.attributes, clarkName(attributes.name(index)), attributes.value(index));
    }
  }
  if (namespaces.length > 0) {
    result.namespaces = {};
    for (const { prefix, namespace } of namespaces) setProperty(result.namespaces, prefix, namespace);
  }
  return result;
}
