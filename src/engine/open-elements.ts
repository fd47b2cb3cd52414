import type { Datatype } from "../datatypes/datatype.js";
import type { SourceLocation } from "../errors.js";
import type { Edge, PreparedComplexType, PreparedElement, State } from "../model/prepared.js";
import type { Codec } from "../schema/descriptors.js";
import { type XmlName, xmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import type { Recording } from "./schema-lookup.js";

export type Value = Record<string, unknown>;

/** `xsi:` attributes: texts, a name for `xsi:type`. */
export type XsiAttributes = ReadonlyMap<XmlName, string | XmlName>;

/**
 * What is known of an open element. These records are used again for the next element at the same depth, so that no
 * element costs one.
 */
export interface OpenElement {
  /**
   * `content`: elements by a content model. `text`: characters that become a value. `nil`: nothing may come. `lax`:
   * attributes and content as far as they are declared. `skip`: anything.
   */
  kind: "content" | "text" | "nil" | "lax" | "skip";
  name: XmlName;
  /** `undefined` for an element that is not declared. */
  declared: PreparedElement | undefined;
  type: PreparedComplexType | undefined;
  /** Of the text. */
  datatype: Datatype | undefined;
  /** `undefined` where values are not kept, and for elements whose value is no object of properties. */
  value: Value | undefined;
  state: State | undefined;
  /** The child that is being read. */
  edge: Edge | undefined;
  /** Attributes besides those of `xsi:` were given. */
  given: boolean;
  tag: string | undefined;
  xsi: XsiAttributes | undefined;
  /** Of a `lax` element. */
  wildcard: Codec<"wildcard"> | undefined;
  /** Of anyType, and nil although it has attributes. */
  nil: boolean;
  /** For text, and for content that is checked against a fixed value or may get a default. */
  text: string;
  hasChildren: boolean;
  /** The element's mark in the source. */
  offset: number;
  /** The text's first piece begins there; -1 for none. */
  textOffset: number;
  /** Taken down at once where the source will not hold the text until it is needed. */
  place: SourceLocation | undefined;
  /** Something about the text or the content has been reported: more of it would say the same again. */
  failed: boolean;
  /** The state in which an element was reported that did not change it. */
  failedState: State | undefined;
  /** Names reported as out of place, and names passed over that may still come. */
  misplaced: Set<XmlName> | undefined;
  passedOver: Set<XmlName> | undefined;
  /** Open elements below that are not looked at. */
  skipped: number;
  /** What keeps the element as it is, and the source that it reads from. */
  recording: Recording | undefined;
  outer: XmlEventSource | undefined;
  /** Identity constraints have been told of the element. */
  identified: boolean;
}

const noName = /* @__PURE__ */ xmlName("", "");

export function newOpenElement(): OpenElement {
  return {
    kind: "skip",
    name: noName,
    declared: undefined,
    type: undefined,
    datatype: undefined,
    value: undefined,
    state: undefined,
    edge: undefined,
    given: false,
    tag: undefined,
    xsi: undefined,
    wildcard: undefined,
    nil: false,
    text: "",
    hasChildren: false,
    offset: 0,
    textOffset: -1,
    place: undefined,
    failed: false,
    failedState: undefined,
    misplaced: undefined,
    passedOver: undefined,
    skipped: 0,
    recording: undefined,
    outer: undefined,
    identified: false,
  };
}

/** Makes a record ready for another element. */
export function reset(open: OpenElement, kind: OpenElement["kind"], name: XmlName): void {
  open.kind = kind;
  open.name = name;
  open.declared = undefined;
  open.type = undefined;
  open.value = undefined;
  open.edge = undefined;
  open.tag = undefined;
  open.xsi = undefined;
  open.given = false;
  open.text = "";
  open.textOffset = -1;
  open.hasChildren = false;
  open.failed = false;
  open.failedState = undefined;
  open.misplaced = undefined;
  open.passedOver = undefined;
  open.place = undefined;
  open.skipped = 0;
  open.recording = undefined;
  open.identified = false;
}

/** The path of what is being read in the value: the properties that lead there. */
export function valuePath(elements: readonly OpenElement[], depth: number): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let index = 0; index < depth; index++) {
    const { kind, edge, value, type } = elements[index] ?? {};
    if (value === undefined) break;
    if (edge !== undefined) {
      path.push(edge.property);
      const held = Object.hasOwn(value, edge.property) ? value[edge.property] : undefined;
      if (edge.array) path.push(Array.isArray(held) ? held.length : 0);
      if (edge.tag !== undefined) path.push("value");
    } else if (kind === "text" && type?.text !== undefined) {
      path.push(type.text.property);
    }
  }
  return path;
}

/** The open elements by their local names, the root first, and one more. */
export function elementPath(elements: readonly OpenElement[], depth: number, child: XmlName | undefined): string {
  let path = "";
  for (let index = 0; index < depth; index++) path += `/${elements[index]?.name.localName ?? "*"}`;
  return child === undefined ? path : `${path}/${child.localName}`;
}
