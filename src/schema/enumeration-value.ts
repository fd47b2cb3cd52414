/**
 * One of the values of an enumeration, from the list of them.
 *
 * `Extract` makes a union of its own of them, which the compiler calls by the name of the alias that is declared with
 * it: an error says `State`, and not some hundred literals.
 */
export type EnumerationValue<Values extends readonly string[]> = Extract<Values[number], string>;
