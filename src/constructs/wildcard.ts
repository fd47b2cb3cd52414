import { constrain } from "../engine/constrained.js";
import type { OpenElement } from "../engine/open-elements.js";
import type { Content, ElementReading, ValueWalking, WildcardCodec } from "../engine/ports.js";
import { declaredBy } from "../engine/xsi-type.js";
import type { Issue } from "../errors.js";
import type { Edge, PreparedLeaf } from "../model/prepared.js";
import type { ProcessContents } from "../schema/descriptors.js";
import { xmlName } from "../xml/names.js";
import { quoteName } from "../xml/quote-name.js";
import { readAnyType, readXmlElement } from "../xml/tree/read-xml-element.js";
import { checkOtherAttribute } from "./attribute-wildcard.js";
import { allowsNamespace } from "./namespace-constraint.js";
import { isXmlElement, writeAnyType, writeXmlElement } from "./write-xml-element.js";

/** What elements are that only a wildcard or the type anyType allows. */
export const wildcardCodec: WildcardCodec = {
  allows: allowsNamespace,
  child: readChild,
  open,
  openAny,
  write: writeChild,
  writeAny(walk, value) {
    walk.identity?.unknownValue();
    writeAnyType(value, walk.sink, walk.report, walk.path);
  },
};

function readChild(reading: ElementReading, element: OpenElement, edge: Edge): void {
  const process = edge.leaf.wildcard?.process ?? "skip";
  if (!reading.keeping || (reading.checksOthers && process !== "skip")) {
    open(reading, process, reading.keeping);
  } else {
    element.edge = undefined;
    reading.store(element, edge, readXmlElement(reading.source), undefined);
  }
}

function open(reading: ElementReading, process: ProcessContents, record: boolean): void {
  const { schema, source, identity } = reading;
  const { name } = source;
  const checked = process !== "skip" && schema !== undefined;
  const declared = checked ? declaredBy(schema, source) : undefined;
  if (declared !== undefined) {
    reading.open(declared, record);
    return;
  }
  if (checked && process === "strict") {
    reading.fail("cvc-elt.1", `${quoteName(name)} is not declared, and must be here`, source.location, name);
  }
  const lax = checked && process === "lax";
  const element = reading.push(lax ? "lax" : "skip", name);
  element.nil = false;
  if (record) reading.record(element);
  if (!lax) return;
  identity?.start(name, [], reading.here);
  element.identified = identity !== undefined;
  enter(reading, element);
}

function openAny(reading: ElementReading, element: OpenElement, nil: boolean, asIs: boolean): void {
  if (nil && reading.source.attributes.length === 1) {
    element.kind = "nil";
  } else if (asIs && element.recording === undefined) {
    keepUnchecked(reading, element, nil);
  } else {
    element.kind = "lax";
    element.nil = nil;
    enter(reading, element);
  }
}

/** Part 1, 3.10.4: the attributes of an element of type anyType, as far as they are declared; elements come by the rules. */
function enter(reading: ElementReading, element: OpenElement): void {
  element.wildcard = wildcardCodec;
  const { length } = reading.source.attributes;
  for (let index = 0; index < length; index++) checkOtherAttribute(reading, "lax", index, element.offset);
}

/** Keeps an element of type anyType that nothing is to be said about. */
function keepUnchecked(reading: ElementReading, element: OpenElement, nil: boolean): void {
  const kept = readAnyType(reading.source);
  if (nil && kept.content.length > 0) reading.failNotEmpty(element);
  for (const item of kept.content) {
    if (typeof item === "string") element.text += item;
    else element.hasChildren = true;
  }
  const filled = constrain(reading, element);
  reading.identity?.noValue(undefined);
  reading.close(element, filled === undefined ? kept : { ...kept, content: [filled] });
}

function writeChild(walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown): void {
  if (isXmlElement(value)) walk.advance(content, xmlName(value.namespace, value.name));
  const before = walk.issues.length;
  writeXmlElement(value, walk.sink, walk.report, walk.path);
  const process = leaf.wildcard?.process ?? "skip";
  if (walk.schema === undefined || walk.identity === undefined || process === "skip") return;
  if (walk.issues.length === before && isXmlElement(value)) {
    const report = (issue: Issue) => walk.issues.push({ ...issue, path: [...walk.path], location: undefined });
    walk.schema.checkElement(value, process, walk.identity, report);
  }
}
