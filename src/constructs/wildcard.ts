import { startIdentity } from "../engine/identity.js";
import type {
  Content,
  ElementReading,
  OpenElement,
  OtherContent,
  ValueWalking,
  WildcardCodec,
} from "../engine/ports.js";
import { declaredBy } from "../engine/xsi-type.js";
import type { Issue } from "../errors.js";
import type { Edge, PreparedLeaf } from "../model/prepared.js";
import type { ProcessContents } from "../schema/descriptors.js";
import { xmlName } from "../xml/names.js";
import { quoteName } from "../xml/quote-name.js";
import { readAnyType, readXmlElement } from "../xml/tree/read-xml-element.js";
import { checkOtherAttribute } from "./attribute-wildcard.js";
import { constrain, isConstrained } from "./constrained.js";
import { allowsNamespace } from "./namespace-constraint.js";
import { isXmlElement, writeAnyType, writeXmlElement } from "./write-xml-element.js";

/** What elements are that only a wildcard or the type anyType allows. */
export const wildcardCodec: WildcardCodec = {
  allows: allowsNamespace,
  child: readChild,
  open,
  openAny,
  record,
  write: writeChild,
  writeAny(walk, value) {
    walk.identity.tracker?.unknownValue();
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

function open(reading: ElementReading, process: ProcessContents, keep: boolean): void {
  const { schema, source, identity } = reading;
  const { name } = source;
  const checked = process !== "skip" && schema !== undefined;
  const declared = checked ? declaredBy(schema, source) : undefined;
  if (declared !== undefined) {
    reading.open(declared, keep ? (element) => record(reading, element) : undefined);
    return;
  }
  if (checked && process === "strict") {
    reading.fail("cvc-elt.1", `${quoteName(name)} is not declared, and must be here`, source.location, name);
  }
  const lax = checked && process === "lax";
  const element = reading.push(lax ? "other" : "skip", name);
  if (keep) record(reading, element);
  if (!lax) return;
  startIdentity(identity, name, [], () => reading.here());
  element.identified = true;
  enter(reading, element, laxContent);
}

/** Keeps an element as it is while it is read and checked. */
function record(reading: ElementReading, element: OpenElement): void {
  const { source } = reading;
  const recording = reading.schema?.record(source);
  if (recording === undefined) return;
  reading.source = recording;
  reading.keeping = false;
  element.closing = (result, edge) => {
    reading.source = source;
    reading.keeping = true;
    return edge !== undefined && edge.element === undefined ? recording.element : recording.content(result);
  };
}

function openAny(reading: ElementReading, element: OpenElement, nil: boolean, asIs: boolean): void {
  if (nil && reading.source.attributes.length === 1) {
    element.kind = "nil";
  } else if (asIs && element.closing === undefined) {
    keepUnchecked(reading, element, nil);
  } else {
    element.kind = "other";
    enter(reading, element, nil ? nilContent : laxContent);
  }
}

/** Part 1, 3.10.4: the attributes of an element of type anyType, as far as they are declared; elements come by the rules. */
function enter(reading: ElementReading, element: OpenElement, other: OtherContent): void {
  element.other = other;
  const { length } = reading.source.attributes;
  for (let index = 0; index < length; index++) checkOtherAttribute(reading, "lax", index, element.offset);
}

/** Content as far as it is declared. */
const laxContent: OtherContent = {
  child: (reading) => open(reading, "lax", false),
  text(_reading, element, text) {
    if (element.declared !== undefined && isConstrained(element.declared)) element.text += text;
  },
  end: constrain,
};

/** That of an element which is nil although it has attributes. */
const nilContent: OtherContent = {
  child(reading, element) {
    reading.failNotEmpty(element);
    laxContent.child(reading, element);
  },
  text(reading, element, text) {
    reading.failNotEmpty(element);
    laxContent.text(reading, element, text);
  },
  end: constrain,
};

/** Keeps an element of type anyType that nothing is to be said about. */
function keepUnchecked(reading: ElementReading, element: OpenElement, nil: boolean): void {
  const kept = readAnyType(reading.source);
  if (nil && kept.content.length > 0) reading.failNotEmpty(element);
  for (const item of kept.content) {
    if (typeof item === "string") element.text += item;
    else element.hasChildren = true;
  }
  const filled = constrain(reading, element);
  reading.identity.tracker?.value(undefined, undefined);
  reading.close(element, filled === undefined ? kept : { ...kept, content: [filled] });
}

function writeChild(walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown): void {
  if (isXmlElement(value)) walk.advance(content, xmlName(value.namespace, value.name));
  const before = walk.issues.length;
  writeXmlElement(value, walk.sink, walk.report, walk.path);
  const process = leaf.wildcard?.process ?? "skip";
  if (walk.schema === undefined || !walk.check || process === "skip") return;
  if (walk.issues.length === before && isXmlElement(value)) {
    const report = (issue: Issue) => walk.issues.push({ ...issue, path: [...walk.path], location: undefined });
    walk.schema.checkElement(value, process, walk.identity, report);
  }
}
