type Value = Record<string, unknown>;

/**
 * A constructor of ordinary objects, empty ones, for the values of one type. Engines keep the properties of an object
 * inside it as long as there is room, which they measure by what its constructor assigns and by the first objects that
 * came from it: a literal has room for four, and grows by small pieces afterwards.
 */
export function valueConstructor(): new () => Value {
  function construct(this: Value, assign?: true): void {
    if (assign === undefined) return;
    this["a"] = this["b"] = this["c"] = this["d"] = this["e"] = this["f"] = this["g"] = this["h"] = assign;
    this["i"] = this["j"] = this["k"] = this["l"] = this["m"] = this["n"] = this["o"] = this["p"] = assign;
    this["q"] = this["r"] = this["s"] = this["t"] = this["u"] = this["v"] = this["w"] = this["x"] = assign;
  }
  construct.prototype = Object.prototype;
  return construct as unknown as new () => Value;
}
