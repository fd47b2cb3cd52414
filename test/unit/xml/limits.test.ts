import { describe, expect, test } from "vitest";
import { ParseError } from "../../../src/errors.js";
import { ignoreDoctype } from "../../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../../src/xml/fast/reader.js";
import { completeLimits, defaultLimits, type XmlLimits } from "../../../src/xml/limits.js";

function refusal(source: string, limits?: Partial<XmlLimits>): string | undefined {
  try {
    const reader = new XmlReader(source, { doctype: ignoreDoctype, limits });
    while (reader.next() !== "eof");
    return undefined;
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
}

const entities = "<!DOCTYPE a [<!ENTITY a '12345'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]>";

/** For each limit a value, a document that just keeps it, and one that does not. */
const cases: readonly (readonly [keyof XmlLimits, number, string, string])[] = [
  ["maxDepth", 2, "<a><b/></a>", "<a><b><c/></b></a>"],
  ["maxAttributes", 2, "<a b='' c=''/>", "<a b='' c='' d=''/>"],
  ["maxAttributes", 1, "<a xmlns=''/>", "<a xmlns='' b=''/>"],
  ["maxNameLength", 3, "<abc/>", "<abcd/>"],
  ["maxNameLength", 3, "<a abc=''/>", "<a abcd=''/>"],
  ["maxNameLength", 3, "<a><?abc?></a>", "<a><?abcd?></a>"],
  ["maxNames", 3, "<limits1><limits2/><limits2/></limits1>", "<limits3><limits4/><limits5/><limits6/></limits3>"],
  [
    "maxNames",
    4,
    "<a xmlns='limits1'><a xmlns='limits2'/></a>",
    `<a>${[1, 2, 3, 4, 5].map((number) => `<a xmlns='limits3${number}'/>`).join("")}</a>`,
  ],
  ["maxNames", 3, "<?limits7?><limits8/>", "<?limits9?><?limitsA?><?limitsB?><?limitsC?><limitsD/>"],
  ["maxAttributeLength", 4, "<a b='1234'/>", "<a b='12345'/>"],
  ["maxTextLength", 4, "<a>1234</a>", "<a>12345</a>"],
  ["maxTextLength", 5, "<a>&lt;234</a>", "<a>&lt;23456</a>"],
  ["maxTextLength", 4, "<a><!--1234--></a>", "<a><!--12345--></a>"],
  ["maxTextLength", 4, "<a><![CDATA[1234]]></a>", "<a><![CDATA[12]]><![CDATA[345]]></a>"],
  ["maxLength", 4, "<a/>", "<a />"],
  ["maxEntities", 3, `${entities}<a/>`, `${entities.replace("]>", "<!ENTITY d ''>]>")}<a/>`],
  ["maxEntityDepth", 3, `${entities}<a>&c;</a>`, `${entities.replace("]>", "<!ENTITY d '&c;'>]>")}<a>&d;</a>`],
  ["maxEntityLength", 36, `${entities}<a>&b;&b;</a>`, `${entities}<a>&c;</a>`],
  ["maxEntityLength", 36, `${entities}<a b='&b;&b;'/>`, `${entities}<a b='&c;'/>`],
];

test.each(cases)("%s %i: %s, but not %s", (name, value, kept, exceeded) => {
  expect(refusal(kept, { [name]: value })).toBeUndefined();
  expect(refusal(exceeded, { [name]: value })).toMatch(
    new RegExp(`^xml-limit: .* ${value}; the option limits\\.${name} allows more`),
  );
});

test("entities that grow without measure are stopped by the defaults", () => {
  let declarations = "<!ENTITY e0 'ha'>";
  for (let index = 1; index < 30; index++) declarations += `<!ENTITY e${index} '&e${index - 1};&e${index - 1};'>`;
  expect(refusal(`<!DOCTYPE a [${declarations}]><a>&e15;</a>`)).toBeUndefined();
  expect(refusal(`<!DOCTYPE a [${declarations}]><a>&e19;</a>`)).toMatch(/^xml-limit: .*limits\.maxEntityLength/);
  expect(refusal(`<!DOCTYPE a [${declarations}]><a>&e29;</a>`)).toMatch(/^xml-limit: .*limits\.maxEntityDepth/);
});

describe("the table", () => {
  test("has a case here or in stream.test.ts for each limit", () => {
    const tested = new Set<string>([...cases.map(([name]) => name), "maxWindowLength"]);
    expect(Object.keys(defaultLimits).filter((name) => !tested.has(name))).toEqual([]);
  });

  test("takes numbers only", () => {
    expect(completeLimits({ maxDepth: Number.POSITIVE_INFINITY }).maxDepth).toBe(Number.POSITIVE_INFINITY);
    expect(() => completeLimits({ maxDepth: -1 })).toThrow(new TypeError("limits.maxDepth must be a number from 0 up"));
    expect(() => completeLimits({ maxDepth: Number.NaN })).toThrow(TypeError);
  });
});
