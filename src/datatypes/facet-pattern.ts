import { type Datatype, DatatypeFailure, type Facet, type NamespaceLookup, type PrefixSource } from "./datatype.js";
import { alter } from "./define-datatype.js";
import { quoteText } from "./describe.js";
import { PatternFailure } from "./pattern/pattern-syntax.js";
import { type TranslatedPattern, translatePattern } from "./pattern/translate-pattern.js";

/**
 * Part 2, 4.3.4: the text matches one of the regular expressions of one derivation step.
 *
 * A value is printed as its type prints it, or in another spelling where only that matches: 7 as `007`. The prefixes of
 * qualified names are known to documents only, so patterns do not apply to such values, but to their texts.
 *
 * @throws `TypeError` on first use for what is no regular expression of XSD
 */
export function pattern(texts: readonly string[]): Facet {
  return {
    kind: "pattern",
    restrict(base) {
      const patterns = texts.map(translate);
      const test = testOf(texts, patterns);
      const read = readWith(base, test);
      if (hasPrefixes(base)) return alter(base, { read });
      const print = (value: unknown, prefixes?: PrefixSource): string => {
        const text = base.print(value, prefixes);
        return test(text) === undefined ? text : (matchingSpelling(base, value, patterns, test) ?? text);
      };
      return alter(base, {
        read,
        check: (value) => base.check(value) ?? test(print(value)),
        print,
        *spellings(value) {
          for (const spelling of base.spellings(value)) if (test(spelling) === undefined) yield spelling;
        },
      });
    },
  };
}

function translate(text: string): TranslatedPattern {
  const translated = translatePattern(text);
  if (!(translated instanceof PatternFailure)) return translated;
  throw new TypeError(`pattern ${quoteText(text)}, offset ${translated.offset}: ${translated.message}`);
}

type Test = (text: string) => DatatypeFailure | undefined;

/** What is wrong with a text when none of the patterns takes it. */
function testOf(texts: readonly string[], patterns: readonly TranslatedPattern[]): Test {
  const wanted = `${texts.length > 1 ? "one of " : ""}${texts.map(quoteText).join(", ")}`;
  return (text) => {
    let undecided = false;
    for (const { matches } of patterns) {
      const result = matches(text);
      if (result === true) return undefined;
      if (result === undefined) undecided = true;
    }
    return undecided
      ? new DatatypeFailure(
          "xml-limit",
          `it takes too much work to match ${quoteText(text)} with the pattern ${wanted}`,
        )
      : new DatatypeFailure("cvc-pattern-valid", `${quoteText(text)} does not match the pattern ${wanted}`);
  };
}

/** Another text of the value that matches and that the base does not refuse; of a list, one for each of its items. */
function matchingSpelling(
  base: Datatype,
  value: unknown,
  patterns: readonly TranslatedPattern[],
  test: Test,
): string | undefined {
  const { item } = base;
  if (item === undefined || !Array.isArray(value)) {
    for (const spelling of base.spellings(value)) if (test(spelling) === undefined) return spelling;
    return undefined;
  }
  const parts = value.map((part) => [item.print(part), ...item.spellings(part)]);
  for (const { choose } of patterns) {
    const text = choose(parts);
    if (text !== undefined && !(base.read(text) instanceof DatatypeFailure)) return text;
  }
  return undefined;
}

/** The base comes first: what it says about a text is more to the point. */
function readWith(base: Datatype, test: Test): Datatype["read"] {
  return (text, namespaces) => {
    const value = base.read(text, namespaces);
    if (value instanceof DatatypeFailure) return value;
    return test(base.members === undefined ? text : memberText(base, text, namespaces)) ?? value;
  };
}

/** Part 2, 4.3.6: white space in a union is processed as the member that takes the text does. */
function memberText(datatype: Datatype, text: string, namespaces: NamespaceLookup | undefined): string {
  const member = datatype.members?.find((other) => !(other.parse(text, namespaces) instanceof DatatypeFailure));
  return member === undefined ? (datatype.normalize?.(text) ?? text) : memberText(member, text, namespaces);
}

function hasPrefixes({ primitive, item, members = [] }: Datatype): boolean {
  if (item !== undefined) return hasPrefixes(item);
  return primitive === "QName" || primitive === "NOTATION" || members.some(hasPrefixes);
}
