// The types that generated interfaces are written with.

/**
 * An element with `xsi:nil="true"` that has something to say all the same: attributes, or another type.
 *
 * `T` is the shape of the element's type, `A` the names of its attributes' properties.
 */
export type Nil<T, A extends PropertyKey = never> = T extends unknown
  ? { readonly $nil: true } & { [K in keyof T as K extends A | "$type" ? K : never]: T[K] }
  : never;

/** The keys of every member of a union. */
export type KeysOf<T> = T extends unknown ? keyof T : never;

/** One of them, or none. */
export type AtMostOneOf<T> = OneOf<T | object>;

/** Exactly one of the members of a union of object types: what belongs to the others is not there. */
export type OneOf<T, K extends PropertyKey = KeysOf<T>> = T extends unknown
  ? T & { readonly [P in Exclude<K, keyof T>]?: undefined }
  : never;

/**
 * One of the values of an enumeration, from the list of them.
 *
 * `Extract` makes a union of its own of them, which the compiler calls by the name of the alias that is declared with
 * it: an error says `State`, and not some hundred literals.
 */
export type EnumerationValue<Values extends readonly string[]> = Extract<Values[number], string>;
