import { type Datatype, DatatypeFailure, type Facet, type NamespaceLookup, type PrefixSource } from "./datatype.js";
import { alter } from "./define-datatype.js";
import { quoteText } from "./describe.js";
import { PatternFailure } from "./pattern/pattern-syntax.js";
import { translatePattern } from "./pattern/translate-pattern.js";
import { processWhiteSpace } from "./white-space.js";

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
      const test = testOf(texts);
      if (hasPrefixes(base)) return alter(base, { read: readWith(base, test) });
      const print = (value: unknown, prefixes?: PrefixSource): string => {
        const text = base.print(value, prefixes);
        if (test(text) === undefined) return text;
        for (const spelling of base.spellings(value)) if (test(spelling) === undefined) return spelling;
        return text;
      };
      return alter(base, {
        read: readWith(base, test),
        check: (value) => base.check(value) ?? test(print(value)),
        print,
        *spellings(value) {
          for (const spelling of base.spellings(value)) if (test(spelling) === undefined) yield spelling;
        },
      });
    },
  };
}

type Test = (text: string) => DatatypeFailure | undefined;

/** What is wrong with a text when none of the patterns takes it. */
function testOf(texts: readonly string[]): Test {
  const matchers = texts.map(matcherOf);
  const wanted = `${texts.length > 1 ? "one of " : ""}${texts.map(quoteText).join(", ")}`;
  return (text) => {
    let undecided = false;
    for (const matches of matchers) {
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

function matcherOf(text: string): (text: string) => boolean | undefined {
  const translated = translatePattern(text);
  if (!(translated instanceof PatternFailure)) return translated.matches;
  throw new TypeError(`pattern ${quoteText(text)}, offset ${translated.offset}: ${translated.message}`);
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
  return member === undefined ? processWhiteSpace(text, datatype.whiteSpace) : memberText(member, text, namespaces);
}

function hasPrefixes({ primitive, item, members = [] }: Datatype): boolean {
  if (item !== undefined) return hasPrefixes(item);
  return primitive === "QName" || primitive === "NOTATION" || members.some(hasPrefixes);
}
