import { expect, test } from "vitest";
import {
  type ComplexTypeDescriptor,
  complexType,
  element,
  particle,
  sequence,
  xsInt,
  xsString,
} from "../../../src/codegen.js";
import type { ParseError } from "../../../src/errors.js";
import { parseItems } from "../../../src/verbs/parse-items.js";
import { xmlName } from "../../../src/xml/names.js";

interface Item {
  id: number;
  name: string;
}

const ns = "urn:items";
const Item: ComplexTypeDescriptor<Item> = complexType(ns, "Item", () => ({
  content: sequence([particle("id", "Id", xsInt), particle("name", "Name", xsString)]),
}));
const name = xmlName(ns, "Item");

function documentOf(...items: readonly string[]): string {
  return `<Items xmlns="${ns}">\n<Head><Item2/>text</Head>\n${items.join("\n")}\n<Foot/></Items>`;
}

function itemOf(id: string | number, text = "n"): string {
  return `<Item><Id>${id}</Id><Name>${text}</Name></Item>`;
}

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const item of items) values.push(item);
  return values;
}

test.each([1, 7, 50, 10_000])("items one by one, from pieces of %i characters", async (length) => {
  const text = documentOf(itemOf(1, "a &amp; b"), "<Group>", itemOf(2, "<![CDATA[<x>]]>"), "</Group>", itemOf(3));
  const options = { windowLength: 1 };
  expect(await all(parseItems(Item, pieces(text, length), { ...options, element: name }))).toEqual([
    { id: 1, name: "a & b" },
    { id: 2, name: "<x>" },
    { id: 3, name: "n" },
  ]);
});

test("an element's descriptor brings its name", async () => {
  const items = parseItems(
    element(ns, "Item", () => Item),
    [documentOf(itemOf(1))],
  );
  expect(await all(items)).toEqual([{ id: 1, name: "n" }]);
  await expect(all(parseItems(Item, [documentOf(itemOf(1))]))).rejects.toThrow(TypeError);
});

test("the first broken item ends it, with its number and place", async () => {
  const source = [documentOf(itemOf(1), itemOf("x"), itemOf(3))];
  const values: Item[] = [];
  const reading = (async () => {
    for await (const item of parseItems(Item, source, { element: name, file: "f.xml", windowLength: 1 }))
      values.push(item);
  })();
  await expect(reading).rejects.toMatchObject({
    code: "cvc-datatype-valid.1.2.1",
    path: [1, "id"],
    location: { file: "f.xml", line: 4 },
  });
  expect(values).toEqual([{ id: 1, name: "n" }]);
});

test("broken items are passed over for one who listens, each told once", async () => {
  const broken: ParseError[] = [];
  const source = pieces(documentOf(itemOf(1), itemOf("x", "long ".repeat(50)), "<Item><b/></Item>", itemOf(4)), 3);
  const options = { windowLength: 1, onBrokenItem: (error: ParseError) => broken.push(error) };
  expect(await all(parseItems(Item, source, { ...options, element: name }))).toEqual([
    { id: 1, name: "n" },
    { id: 4, name: "n" },
  ]);
  expect(broken.map(({ path, location }) => [path?.[0], location?.line])).toEqual([
    [1, 4],
    [2, 5],
  ]);
});

test("an ill-formed document ends it all the same", async () => {
  const source = [documentOf(itemOf(1), "<Item><Id>2</Item>")];
  const items = parseItems(Item, source, { element: name, onBrokenItem: () => undefined });
  await expect(all(items)).rejects.toMatchObject({ code: "xml-well-formed", location: { line: 4 } });
});
