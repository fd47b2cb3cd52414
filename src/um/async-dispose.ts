declare global {
  // What `lib.esnext.disposable` declares: programs without that library see the method of a call all the same.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** The symbol of `await using`; where the runtime has none, one that nothing else uses. */
export const asyncDispose: typeof Symbol.asyncDispose = /* @__PURE__ */ (() =>
  Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose"))() as typeof Symbol.asyncDispose;
