import { constrain } from "../engine/constrained.js";
import type { Frame } from "../engine/open-elements.js";
import type { Content, ElementReading, ValueWalking, WildRules } from "../engine/ports.js";
import { storeChild } from "../engine/store-child.js";
import { declaredBy } from "../engine/xsi-type.js";
import type { Issue } from "../errors.js";
import type { Edge } from "../model/automaton.js";
import { quoteName } from "../model/expectation.js";
import type { PreparedLeaf } from "../model/prepared.js";
import type { ProcessContents } from "../schema/descriptors.js";
import { xmlName } from "../xml/names.js";
import { checkWildAttribute } from "./attribute-wildcard.js";
import { allowsNamespace } from "./namespace-constraint.js";
import { readAnyType, readXmlElement } from "./read-xml-element.js";
import { isXmlElement, writeAnyType, writeXmlElement } from "./write-xml-element.js";

/** What elements are that only a wildcard or the type anyType allows. */
export const wildRules: WildRules = {
  allows: allowsNamespace,
  child: readChild,
  open,
  openAny,
  write: writeChild,
  writeAny(walk, value) {
    walk.notes?.unknownValue();
    writeAnyType(value, walk.writer, walk.report, walk.path);
  },
};

function readChild(reading: ElementReading, frame: Frame, edge: Edge): void {
  const process = edge.leaf.wildcard?.process ?? "skip";
  if (!reading.keeping || (reading.checksOthers && process !== "skip")) {
    open(reading, process, reading.keeping);
  } else {
    frame.edge = undefined;
    storeChild(frame, edge, readXmlElement(reading.source), undefined);
  }
}

function open(reading: ElementReading, process: ProcessContents, record: boolean): void {
  const { registry, source, notes } = reading;
  const { name } = source;
  const checked = process !== "skip" && registry !== undefined;
  const declared = checked ? declaredBy(registry, source) : undefined;
  if (declared !== undefined) {
    reading.open(declared, record);
    return;
  }
  if (checked && process === "strict") {
    reading.fail("cvc-elt.1", `${quoteName(name)} is not declared, and must be here`, source.location, name);
  }
  const lax = checked && process === "lax";
  const frame = reading.push(lax ? "wild" : "skip", name);
  frame.nil = false;
  if (record) reading.record(frame);
  if (!lax) return;
  notes?.start(name, [], reading.here);
  frame.noted = notes !== undefined;
  enter(reading, frame);
}

function openAny(reading: ElementReading, frame: Frame, nil: boolean, asIs: boolean): void {
  if (nil && reading.source.attributes.length === 1) {
    frame.kind = "nil";
  } else if (asIs && frame.recording === undefined) {
    keepUnchecked(reading, frame, nil);
  } else {
    frame.kind = "wild";
    frame.nil = nil;
    enter(reading, frame);
  }
}

/** Part 1, 3.10.4: the attributes of an element of type anyType, as far as they are declared; elements come by the rules. */
function enter(reading: ElementReading, frame: Frame): void {
  frame.wild = wildRules;
  const { length } = reading.source.attributes;
  for (let index = 0; index < length; index++) checkWildAttribute(reading, "lax", index, frame.offset);
}

/** Keeps an element of type anyType that nothing is to be said about. */
function keepUnchecked(reading: ElementReading, frame: Frame, nil: boolean): void {
  const kept = readAnyType(reading.source);
  if (nil && kept.content.length > 0) reading.failNotEmpty(frame);
  for (const item of kept.content) {
    if (typeof item === "string") frame.text += item;
    else frame.hasChildren = true;
  }
  const filled = constrain(reading, frame);
  reading.notes?.noValue(undefined);
  reading.close(frame, filled === undefined ? kept : { ...kept, content: [filled] });
}

function writeChild(walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown): void {
  if (isXmlElement(value)) walk.advance(content, xmlName(value.namespace, value.name));
  const before = walk.issues.length;
  writeXmlElement(value, walk.writer, walk.report, walk.path);
  const process = leaf.wildcard?.process ?? "skip";
  if (walk.registry === undefined || walk.notes === undefined || process === "skip") return;
  if (walk.issues.length === before && isXmlElement(value)) {
    const report = (issue: Issue) => walk.issues.push({ ...issue, path: [...walk.path], location: undefined });
    walk.registry.checkElement(value, process, walk.notes, report);
  }
}
