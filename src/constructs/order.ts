import { describeValue } from "../datatypes/describe.js";
import { type Content, codecOf, type OrderCodec, type ValueWalking } from "../engine/ports.js";
import type { ItemTable, PreparedItem, PreparedLeaf } from "../model/prepared.js";
import { isRecord } from "../text/record.js";
import { claimTag, type XmlName } from "../xml/names.js";
import { constrain, isConstrained } from "./constrained.js";

/** What order is where it is data: items with the names of their elements, and for mixed content the text between them. */
export const orderCodec: OrderCodec = {
  newItems: () => new Items(),
  text(open, property, text) {
    const { value, declared } = open;
    if (value !== undefined) (value[property] as unknown[]).push(text);
    if (declared !== undefined && isConstrained(declared)) open.text += text;
  },
  end(reading, open, property) {
    const filled = constrain(reading, open);
    if (filled !== undefined && open.value !== undefined) (open.value[property] as unknown[]).push(filled);
  },
  write: writeItems,
};

class Items implements ItemTable {
  readonly byTag = new Map<string, PreparedItem>();
  /** The tags of the elements. */
  readonly #tags = new Map<XmlName, string>();
  readonly #taken = new Map<string, XmlName>();

  /** Leaves come in document order, as they did when the generator gave the tags. */
  add(leaf: PreparedLeaf): void {
    const { byTag } = this;
    if (leaf.wildcard !== undefined) {
      if (!byTag.has(leaf.property)) byTag.set(leaf.property, { leaf, element: undefined });
      return;
    }
    if (leaf.tags !== undefined) leaf.tags = this.#tags;
    for (const [name, element] of leaf.elements) {
      const tag = claimTag(name, this.#taken);
      this.#tags.set(name, tag);
      if (!byTag.has(tag)) byTag.set(tag, { leaf, element });
    }
  }
}

function writeItems(walk: ValueWalking, content: Content, property: string, mixed: boolean): void {
  const items = content.value[property];
  walk.path.push(property);
  if (Array.isArray(items)) {
    const known = content.type.items.get(property)?.byTag ?? new Map<string, PreparedItem>();
    for (const [index, item] of items.entries()) {
      walk.path.push(index);
      if (mixed && typeof item === "string") walk.sink?.text(item);
      else writeItem(walk, content, known, item);
      walk.path.pop();
    }
  } else if (items !== undefined || mixed) {
    walk.issue("value-type", `expected an array; found ${describeValue(items)}`);
  }
  walk.path.pop();
}

function writeItem(
  walk: ValueWalking,
  content: Content,
  known: ReadonlyMap<string, PreparedItem>,
  item: unknown,
): void {
  const tag = isRecord(item) ? item["name"] : undefined;
  const found = typeof tag === "string" ? known.get(tag) : undefined;
  if (!isRecord(item) || found === undefined) {
    walk.issue("value-type", describeNoItem(known.keys(), tag ?? item));
    return;
  }
  const { leaf, element } = found;
  if (element !== undefined) {
    walk.item(content, element, item);
  } else if (leaf.wildcard !== undefined) {
    walk.path.push("value");
    codecOf(leaf.wildcard.codec).write(walk, content, leaf, item["value"]);
    walk.path.pop();
  }
}

/** What is wrong with a value that is no item with one of the tags. */
export function describeNoItem(tags: Iterable<string>, found: unknown): string {
  const wanted = [...tags].map((tag) => `"${tag}"`).join(", ");
  return `expected { name, value } with name one of ${wanted}; found ${describeValue(found)}`;
}
