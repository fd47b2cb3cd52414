type Random = (below: number) => number;
type Path = readonly PropertyKey[];

/** A value changed in one place. */
export interface ValueMutation {
  /** What was changed, and where. */
  readonly label: string;
  readonly value: unknown;
}

const strings: readonly string[] = [
  ...["", " ", "x", "-1", "0", "1.50", "1e3", "NaN", "true", "a b", "a:b", "_", "%", "\u00e9", " x\n", "a,b"],
  ...["99999999999999999999", "2024-02-29", "2023-02-29", "2024-02-29T24:00:00Z", "12:30:00", "P1Y", "P-1Y", "AQ=="],
];
const numbers: readonly number[] = [-1, -0, 0, 1, 1.5, 255, 256, 2 ** 31, 1e21, Number.NaN, Number.POSITIVE_INFINITY];
const bigints: readonly bigint[] = [-1n, 0n, 1n, 18_446_744_073_709_551_616n, 10n ** 30n];

/**
 * Values of nearly the same shape: items and properties left out, repeated, exchanged and given the value of others, texts
 * and numbers replaced by others of the same JavaScript type.
 */
export function* valueMutations(value: unknown, count: number, random: Random): Generator<ValueMutation> {
  const paths = pathsIn(value);
  for (let index = 0; index < count; index++) {
    const path = paths[random(paths.length)] ?? [];
    const old = at(value, path);
    const [label, changed] = change(value, path, old, paths, random);
    yield { label: `${label} at /${path.map(String).join("/")}`, value: changed };
  }
}

function change(value: unknown, path: Path, old: unknown, paths: readonly Path[], random: Random): [string, unknown] {
  const choice = random(8);
  if (choice === 0 && path.length > 0) return ["left out", replaced(value, path, undefined)];
  if (choice === 1) return ["of another", replaced(value, path, at(value, paths[random(paths.length)] ?? []))];
  if (choice === 2) return ["null", replaced(value, path, null)];
  if (Array.isArray(old)) {
    const items: readonly unknown[] = old;
    const item = random(items.length + 1);
    if (choice < 4) return ["an item less", replaced(value, path, items.toSpliced(item, 1))];
    if (choice < 6) return ["an item twice", replaced(value, path, [...items, ...items.slice(item, item + 1)])];
    return ["the other way round", replaced(value, path, items.toReversed())];
  }
  if (typeof old === "string") {
    const point = random(old.length + 1);
    const other = strings[random(strings.length)] ?? "";
    if (choice < 5) return ["another text", replaced(value, path, other)];
    return [
      "a changed text",
      replaced(value, path, old.slice(0, point) + other.slice(0, 1) + old.slice(point + random(2))),
    ];
  }
  if (typeof old === "number") return ["another number", replaced(value, path, numbers[random(numbers.length)])];
  if (typeof old === "bigint") return ["another number", replaced(value, path, bigints[random(bigints.length)])];
  if (typeof old === "boolean") return ["the opposite", replaced(value, path, !old)];
  if (old instanceof Uint8Array) return ["a byte more", replaced(value, path, new Uint8Array([...old, 0]))];
  if (old instanceof Date)
    return ["another day", replaced(value, path, new Date(old.getTime() + 86_400_000 * (choice - 5)))];
  const [key, other] = propertyOf(value, paths, random);
  return [`with ${String(key)}`, replaced(value, [...path, key], other)];
}

/** A property from somewhere in the value. */
function propertyOf(value: unknown, paths: readonly Path[], random: Random): [PropertyKey, unknown] {
  const named = paths.filter((path) => typeof path.at(-1) === "string");
  const path = named[random(named.length)] ?? ["unheardOf"];
  return [path.at(-1) ?? "unheardOf", at(value, path)];
}

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (!isContainer(value)) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsIn(at(value, [key]), [...path, key]))];
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array) && !(value instanceof Date);
}

function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const key of path)
    found = isContainer(found) ? (found as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
  return found;
}

/** A copy with another value at a place; `undefined` takes an item or a property out. */
function replaced(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const inner = replaced(at(value, [key]), rest, other);
  if (Array.isArray(value)) {
    return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
  }
  const copy: Record<PropertyKey, unknown> = { ...(isContainer(value) ? value : {}), [key]: inner };
  if (inner === undefined) delete copy[key];
  return copy;
}
