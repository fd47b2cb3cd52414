import { type XmlName, xmlName } from "../xml/names.js";
import type { OpenElement } from "./ports.js";

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
    absentIfEmpty: false,
    tag: undefined,
    xsi: undefined,
    other: undefined,
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
    closing: undefined,
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
  open.absentIfEmpty = false;
  open.text = "";
  open.textOffset = -1;
  open.hasChildren = false;
  open.failed = false;
  open.failedState = undefined;
  open.misplaced = undefined;
  open.passedOver = undefined;
  open.place = undefined;
  open.skipped = 0;
  open.closing = undefined;
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
