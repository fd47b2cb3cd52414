import type { Representation } from "./model.js";

/** How names are made. */
export interface BindOptions {
  /**
   * What types are called: a text with one placeholder, `{pascal}` for the XML name with its first letter raised or
   * `{name}` for the XML name as it is. `{pascal}` is the default.
   */
  readonly typeNames?: string | undefined;
  /** `namespace` (the default) makes a module of each namespace, `single` one of all. */
  readonly modules?: "namespace" | "single" | undefined;
  /** Only these elements, types and operations, and what they reach. */
  readonly only?: readonly string[] | undefined;
  /** `camel` (the default) lowers the first word of a property, `preserve` keeps the XML name. */
  readonly propertyNames?: "camel" | "preserve" | undefined;
  /** Other JavaScript types for built-in datatypes, by name: `{ long: "number" }`. */
  readonly datatypes?: Readonly<Record<string, Representation>> | undefined;
  /** Whether global attributes are bound by themselves: emitted code has no use for them. */
  readonly globalAttributes?: boolean | undefined;
  /** `wrapped` (the default) gives callers what an answer wraps, `bare` its messages as they are. */
  readonly style?: "wrapped" | "bare" | undefined;
}
