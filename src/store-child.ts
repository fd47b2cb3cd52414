import type { Edge } from "./compile/content-model.js";
import type { Frame } from "./frames.js";
import { keepChild, type XsiAttributes } from "./kept-xsi.js";
import { setProperty } from "./set-property.js";

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
    let list = value[property];
    // Arrays inside a choice are there only if their branch is; what is inherited is no array.
    if (!Array.isArray(list)) setProperty(value, property, (list = []));
    if (xsi !== undefined && tag === undefined) keepChild(value, property, (list as unknown[]).length, result, xsi);
    (list as unknown[]).push(held);
  } else {
    if (xsi !== undefined && tag === undefined) keepChild(value, property, 0, result, xsi);
    setProperty(value, property, held);
  }
}
