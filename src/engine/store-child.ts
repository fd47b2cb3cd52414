import { keepChild, type XsiAttributes } from "../features/xsi-attributes.js";
import type { Edge } from "../model/automaton.js";
import { setProperty } from "../text/set-property.js";
import type { Frame } from "./open-elements.js";

/** Puts a child's value where it belongs. */
export function storeChild(frame: Frame, edge: Edge, result: unknown, xsi: XsiAttributes | undefined): void {
  const { value } = frame;
  if (value === undefined) return;
  const { property, tag } = edge;
  let held = result;
  if (tag !== undefined) {
    const item = { name: tag, value: result };
    if (xsi !== undefined) keepChild(item, "value", 0, result, xsi);
    held = item;
  }
  if (edge.array) {
    const list = value[property];
    // Arrays inside a choice are there only if their branch is; what is inherited is no array.
    const length = Array.isArray(list) ? list.length : 0;
    if (xsi !== undefined && tag === undefined) keepChild(value, property, length, result, xsi);
    // An array that begins with its first item has room for that and no more: most have no second.
    if (length === 0) setProperty(value, property, [held]);
    else (list as unknown[]).push(held);
  } else {
    if (xsi !== undefined && tag === undefined) keepChild(value, property, 0, result, xsi);
    setProperty(value, property, held);
  }
}
