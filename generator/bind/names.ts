/**
 * A property name from an XML name: the first word lowered, characters that no identifier holds dropped and the letter
 * behind them raised. `CallId` → `callId`, `UMCallInfo` → `umCallInfo`, `ID` → `id`, `first-name` → `firstName`.
 */
export function propertyName(localName: string): string {
  const name = joinWords(localName);
  const capitals = /^\p{Lu}+/u.exec(name)?.[0] ?? "";
  // In a run of capitals the last one begins the next word, unless nothing in lower case follows.
  const lowered =
    [...capitals].length > 1 && /^\p{Ll}/u.test(name.slice(capitals.length)) ? lastLetter(capitals) : capitals.length;
  return name.slice(0, lowered).toLowerCase() + name.slice(lowered);
}

function lastLetter(text: string): number {
  return text.length - ([...text].at(-1)?.length ?? 1);
}

/** A type name from an XML name: the first letter raised. `callInfo` → `CallInfo`, `purchase-order` → `PurchaseOrder`. */
export function typeName(localName: string): string {
  const name = joinWords(localName);
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0);
  return first.toUpperCase() + name.slice(first.length);
}

/** A name from a pattern, `Ews{pascal}`, in which `{name}` stands for the XML name and `{pascal}` for its type name. */
export function patternName(pattern: string, localName: string): string {
  const filled = pattern.replace("{pascal}", () => typeName(localName)).replace("{name}", () => localName);
  return joinWords(filled);
}

function joinWords(localName: string): string {
  const [first = "", ...rest] = localName.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== "");
  const joined = first + rest.map((word) => word.replace(/^./u, (letter) => letter.toUpperCase())).join("");
  return /^[\p{ID_Start}$_]/u.test(joined) ? joined : `_${joined}`;
}

/**
 * What every object inherits: a property of such a name would be there without being given, and `__proto__` in an
 * object literal is no property at all.
 */
export const reservedPropertyNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Names of a module or of a type's properties, each given once. */
export class NameScope {
  readonly #taken: Set<string>;
  /** The first number that may be free behind a name: nothing is ever given back. */
  readonly #numbers = new Map<string, number>();

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  names(): Iterable<string> {
    return this.#taken;
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The first of the candidates that is free, else the last one with the first free number. */
  claim(...candidates: readonly [string, ...string[]]): string {
    let name = candidates.find((candidate) => !this.#taken.has(candidate));
    const last = candidates.at(-1) ?? candidates[0];
    for (let number = this.#numbers.get(last) ?? 2; name === undefined; number++) {
      const numbered = `${last}${number}`;
      if (!this.#taken.has(numbered)) name = numbered;
      this.#numbers.set(last, number + 1);
    }
    this.#taken.add(name);
    return name;
  }
}

/** What generated modules import, and the names of the language itself: no declaration may hide them. */
export const reservedTypeNames: readonly string[] = [
  "AnyType AtMostOneOf ComplexTypeDescriptor ElementDescriptor EnumerationValue Nil OneOf OperationDescriptor Readonly",
  "Record ServiceDescriptor SimpleTypeDescriptor SubstitutionGroupDescriptor VariantsDescriptor XmlElement XmlName",
  // Written out, so that the same schema gives the same names wherever it is read.
  "AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError",
  "FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON",
  "Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String",
  "Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet",
].flatMap((names) => names.split(" "));
