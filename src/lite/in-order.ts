import { describeValue } from "../datatypes/describe.js";
import { isRecord } from "../text/record.js";
import type { Collecting, Content, OrderedProperty } from "./content.js";

/** Names the property that holds the elements of a group in document order, as items `{ name, value }`. */
export function inOrder<const P extends string>(name: P): OrderedProperty<P> {
  return { name, collect: (content, collecting) => collectItems(content, name, collecting) };
}

function collectItems(content: Content, property: string, { value, children, fail }: Collecting): void {
  const items = value[property];
  if (items === undefined) return;
  if (!Array.isArray(items)) {
    fail("value-type", `expected an array; found ${describeValue(items)}`, property);
    return;
  }
  for (const [index, item] of items.entries()) {
    const tag = isRecord(item) ? item["name"] : undefined;
    const leaf = content.leaves().find((other) => other.property === tag);
    if (leaf === undefined) {
      const wanted = [...new Set(content.leaves().map((other) => `"${other.property}"`))].join(", ");
      const message = `expected { name, value } with name one of ${wanted}; found ${describeValue(tag ?? item)}`;
      fail("value-type", message, property, index);
    } else {
      children.push({ leaf, value: item.value, path: [property, index, "value"] });
    }
  }
}
