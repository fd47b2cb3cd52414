/** Names a value of a type in a {@link CallContext}; make one for each kind of value. */
export interface ContextKey<T> {
  readonly name: string;
  /** Holds the type; never present at run time. */
  readonly "~type"?: T | undefined;
}

/** A key for values that travel with a call. */
export function contextKey<T>(name: string): ContextKey<T> {
  return { name };
}

/** What a caller tells the interceptors of one call, and they each other: typed by its keys. */
export class CallContext {
  readonly #values = new Map<ContextKey<unknown>, unknown>();

  /** What was set under this very key. */
  get<T>(key: ContextKey<T>): T | undefined {
    // Only `set` puts values in, with the key's own type.
    return this.#values.get(key) as T | undefined;
  }

  /** Sets or replaces a value. */
  set<T>(key: ContextKey<T>, value: NoInfer<T>): this {
    this.#values.set(key, value);
    return this;
  }
}
