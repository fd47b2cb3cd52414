import type { Issue } from "../errors.js";
import { parseClarkName, xmlName } from "../xml/names.js";
import type { XmlSink } from "../xml/ports.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { declarationProblem, nameProblem, textProblem, type XmlProblem } from "./xml-element-problems.js";

/** Deeper trees are refused: they may contain themselves, and no reader of ours would take them. */
const depthLimit = 256;

/**
 * Walks the content of an element that no descriptor describes: finds what is not of its shape and, given a sink,
 * writes.
 *
 * @param value - an {@link AnyType} or {@link XmlElement}, whose own tags are the caller's
 * @param within - the namespace of its element, where that is the value's own
 */
export function writeAnyType(
  value: Readonly<Record<string, unknown>>,
  sink: XmlSink | undefined,
  report: (issue: Issue) => void,
  path: readonly PropertyKey[],
  depth = 0,
  within?: string,
): void {
  const fail = (key: PropertyKey, message: string) => report({ code: "value-type", message, path: [...path, key] });
  /** Reports what no document can hold, which the sink is not given. */
  const holds = (problem: XmlProblem | undefined, ...keys: readonly PropertyKey[]) => {
    if (problem !== undefined) report({ code: problem.code, message: problem.message, path: [...path, ...keys] });
    return problem === undefined;
  };
  const { namespaces, attributes, content } = value;
  const declared = [...stringEntries(namespaces, () => fail("namespaces", "expected prefixes and namespaces"))];
  // Sorted, so that a document written from what was read of one written here is the same.
  for (const [prefix, namespace] of declared.sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (!holds(declarationProblem(prefix, namespace, within), "namespaces", prefix)) continue;
    if (sink !== undefined && sink.lookupNamespace(prefix) !== namespace) sink.declareNamespace(prefix, namespace);
  }
  for (const [key, text] of stringEntries(attributes, () => fail("attributes", "expected names and texts"))) {
    const name = parseClarkName(key);
    if (name === undefined) fail("attributes", `"${key}" is not a name in Clark notation`);
    else if (holds(nameProblem(name) ?? textProblem(text), "attributes", key)) sink?.attribute(name, text);
  }
  if (!Array.isArray(content)) {
    fail("content", "expected an array of texts and elements");
    return;
  }
  for (const [index, item] of content.entries()) {
    if (typeof item === "string") {
      if (holds(textProblem(item), "content", index)) sink?.text(item);
    } else if (depth >= depthLimit) fail("content", `elements are nested more than ${depthLimit} deep`);
    else writeXmlElement(item, sink, report, [...path, "content", index], depth + 1);
  }
}

/** The same for an element with its tags. */
export function writeXmlElement(
  value: unknown,
  sink: XmlSink | undefined,
  report: (issue: Issue) => void,
  path: readonly PropertyKey[],
  depth = 0,
): void {
  if (!isXmlElement(value)) {
    report({ code: "value-type", message: "expected an element with namespace, name and content", path });
    return;
  }
  const name = xmlName(value.namespace, value.name);
  const problem = nameProblem(name);
  if (problem !== undefined) {
    report({ code: problem.code, message: problem.message, path: [...path, "name"] });
    return;
  }
  sink?.startElement(name);
  writeAnyType({ ...value }, sink, report, path, depth, value.namespace);
  sink?.endElement();
}

export function isXmlElement(value: unknown): value is XmlElement {
  if (typeof value !== "object" || value === null) return false;
  const { namespace, name } = value as Partial<XmlElement>;
  return typeof namespace === "string" && typeof name === "string";
}

function* stringEntries(value: unknown, fail: () => void): Iterable<[string, string]> {
  if (value === undefined) return;
  if (typeof value !== "object" || value === null) {
    fail();
    return;
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === "string") yield [key, text];
    else fail();
  }
}
