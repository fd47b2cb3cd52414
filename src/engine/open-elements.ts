import type { Datatype } from "../datatypes/datatype.js";
import type { SourceLocation } from "../errors.js";
import type { RecordingSource } from "../features/recording-source.js";
import type { XsiAttributes } from "../features/xsi-attributes.js";
import type { Edge, State } from "../model/automaton.js";
import type { PreparedComplexType, PreparedElement } from "../model/prepared.js";
import { type XmlName, xmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import type { WildRules } from "./ports.js";

export type Value = Record<string, unknown>;

/**
 * What is known of an open element. The frames are used again for the next element at the same depth, so that no
 * element costs one.
 */
export interface Frame {
  /**
   * `content`: elements by a content model. `text`: characters that become a value. `nil`: nothing may come. `wild`:
   * attributes and content as far as they are declared. `skip`: anything.
   */
  kind: "content" | "text" | "nil" | "wild" | "skip";
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
  /** Of a `wild` element. */
  wild: WildRules | undefined;
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
  recording: RecordingSource | undefined;
  outer: XmlEventSource | undefined;
  /** Identity constraints have been told of the element. */
  noted: boolean;
}

const noName = /* @__PURE__ */ xmlName("", "");

export function newFrame(): Frame {
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
    wild: undefined,
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
    noted: false,
  };
}

/** Makes a frame ready for another element. */
export function resetFrame(frame: Frame, kind: Frame["kind"], name: XmlName): void {
  frame.kind = kind;
  frame.name = name;
  frame.declared = undefined;
  frame.type = undefined;
  frame.value = undefined;
  frame.edge = undefined;
  frame.tag = undefined;
  frame.xsi = undefined;
  frame.given = false;
  frame.text = "";
  frame.textOffset = -1;
  frame.hasChildren = false;
  frame.failed = false;
  frame.failedState = undefined;
  frame.misplaced = undefined;
  frame.passedOver = undefined;
  frame.place = undefined;
  frame.skipped = 0;
  frame.recording = undefined;
  frame.noted = false;
}

/** The path of what is being read in the value: the properties that lead there. */
export function valuePath(frames: readonly Frame[], depth: number): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let index = 0; index < depth; index++) {
    const { kind, edge, value, type } = frames[index] ?? {};
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
export function elementPath(frames: readonly Frame[], depth: number, child: XmlName | undefined): string {
  let path = "";
  for (let index = 0; index < depth; index++) path += `/${frames[index]?.name.localName ?? "*"}`;
  return child === undefined ? path : `${path}/${child.localName}`;
}
