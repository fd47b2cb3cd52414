/**
 * An element with `xsi:nil="true"` that has something to say all the same: attributes, or another type.
 *
 * `T` is the shape of the element's type, `A` the names of its attributes' properties.
 */
export type Nil<T, A extends PropertyKey = never> = T extends unknown
  ? { readonly $nil: true } & { [K in keyof T as K extends A | "$type" ? K : never]: T[K] }
  : never;
