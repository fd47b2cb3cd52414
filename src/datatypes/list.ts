import { type Datatype, DatatypeFailure } from "./datatype.js";
import { assemble, noSpellings, valueKey } from "./define-datatype.js";
import { describeValue, wrongType } from "./describe.js";
import { items } from "./measures.js";
import { collapseWhiteSpace } from "./white-space.js";

/** Part 2, 2.5.1.2: items separated by white space. */
export function listDatatype<T>(name: string, item: Datatype<T>): Datatype<readonly T[]> {
  return assemble<readonly T[]>({
    name,
    builtin: "anySimpleType",
    primitive: undefined,
    variety: "list",
    whiteSpace: "collapse",
    normalize: collapseWhiteSpace,
    item,
    members: undefined,
    measure: items,
    ids: item.ids,
    order: undefined,
    read(text, namespaces) {
      const values: T[] = [];
      if (text === "") return values;
      for (const part of text.split(" ")) {
        const value = item.read(part, namespaces);
        if (value instanceof DatatypeFailure) return value;
        values.push(value);
      }
      return values;
    },
    check(value) {
      if (!Array.isArray(value)) return wrongType(value, "an array");
      for (let index = 0; index < value.length; index++) {
        const failure = item.check(value[index]) ?? checkSeparable(value[index]);
        if (failure !== undefined) return new DatatypeFailure(failure.code, `item ${index}: ${failure.message}`);
      }
      return undefined;
    },
    print: (value, prefixes) =>
      itemsOf(value)
        .map((part) => item.print(part, prefixes))
        .join(" "),
    spellings: noSpellings,
    // With their lengths, so that no item can look like two.
    key: (value) =>
      valueKey(
        "list",
        itemsOf(value)
          .map((part) => item.key(part))
          .map((key) => `${key.length} ${key}`)
          .join(" "),
      ),
  });
}

/** The items of a checked value. */
function itemsOf(value: unknown): readonly unknown[] {
  return value as readonly unknown[];
}

/** An item with white space in it would come back as several, an empty one not at all. */
function checkSeparable(item: unknown): DatatypeFailure | undefined {
  const whole =
    typeof item === "string" ? /^[^ \t\n\r]+$/.test(item) : !(item instanceof Uint8Array) || item.length > 0;
  if (whole) return undefined;
  const found = typeof item === "string" ? describeValue(item) : "no octets";
  return new DatatypeFailure(
    "cvc-datatype-valid.1.2.2",
    `expected an item that is not empty and has no white space; found ${found}`,
  );
}
