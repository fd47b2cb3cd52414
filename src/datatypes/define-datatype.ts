import {
  type Datatype,
  DatatypeFailure,
  type IdRole,
  type Measure,
  type NamespaceLookup,
  type Order,
  type PrefixSource,
  type WhiteSpace,
} from "./datatype.js";

/** What is special about an atomic built-in type. */
export interface AtomicDefinition<T> {
  readonly name: string;
  readonly primitive: string | undefined;
  /** `preserve` unless given; all types but the string family collapse: see {@link collapsedDatatype}. */
  readonly whiteSpace?: WhiteSpace;
  readonly normalize?: (text: string) => string;
  readonly measure?: Measure;
  readonly order?: Order;
  read(text: string, namespaces?: NamespaceLookup): T | DatatypeFailure;
  check(value: unknown): DatatypeFailure | undefined;
  print(value: T, prefixes?: PrefixSource): string;
  spellings?(value: T): Iterable<string>;
  key(value: T): string;
}

/** An atomic built-in type. */
export function atomicDatatype<T>(definition: AtomicDefinition<T>): Datatype<T> {
  return assemble<T>({
    builtin: definition.name,
    variety: "atomic",
    whiteSpace: "preserve",
    normalize: undefined,
    item: undefined,
    members: undefined,
    measure: undefined,
    ids: undefined,
    order: undefined,
    spellings: noSpellings,
    ...definition,
  });
}

type Parts<T> = Omit<Datatype<T>, "parse" | "equal">;

/** Every datatype comes from here, so that all have one hidden class. */
export function assemble<T>(parts: Parts<T>): Datatype<T> {
  const { normalize, read, key } = parts;
  return {
    name: parts.name,
    builtin: parts.builtin,
    primitive: parts.primitive,
    variety: parts.variety,
    whiteSpace: parts.whiteSpace,
    normalize,
    item: parts.item,
    members: parts.members,
    measure: parts.measure,
    ids: parts.ids,
    order: parts.order,
    parse: normalize === undefined ? read : (text, namespaces) => read(normalize(text), namespaces),
    read,
    check: parts.check,
    print: parts.print,
    spellings: parts.spellings,
    equal: (left, right) => left === right || key(left) === key(right),
    key,
  };
}

export function noSpellings(): readonly string[] {
  return [];
}

/** The datatype with some of its parts replaced. */
export function alter<T>(base: Datatype<T>, changes: Partial<Parts<T>>): Datatype<T> {
  return assemble({ ...base, ...changes });
}

/** A built-in type derived from another one. */
export function derivedBuiltin<T>(name: string, base: Datatype<T>, ids: IdRole | undefined = base.ids): Datatype<T> {
  return alter(base, { name, builtin: name, ids });
}

/** The datatype without the values that the rule refuses. */
export function restrictValues<T>(base: Datatype<T>, rule: (value: T) => DatatypeFailure | undefined): Datatype<T> {
  const { read, check } = base;
  return alter(base, {
    read(text, namespaces) {
      const value = read(text, namespaces);
      return value instanceof DatatypeFailure ? value : (rule(value) ?? value);
    },
    // What the base has checked is of its TypeScript type.
    check: (value) => check(value) ?? rule(value as T),
  });
}

/**
 * A key apart from those of other primitive types. Values of the string family are their own keys; the mark that other
 * keys begin with is no XML character, so none of those is equal to one.
 */
export function valueKey(primitive: string, text: string): string {
  return `\u0000${primitive} ${text}`;
}
