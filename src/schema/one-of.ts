/** The keys of every member of a union. */
type KeysOf<T> = T extends unknown ? keyof T : never;

/** One of them, or none. */
export type AtMostOneOf<T> = OneOf<T | object>;

/** Exactly one of the members of a union of object types: what belongs to the others is not there. */
export type OneOf<T, K extends PropertyKey = KeysOf<T>> = T extends unknown
  ? T & { readonly [P in Exclude<K, keyof T>]?: undefined }
  : never;
