import { expect, it } from "vitest";
import { ParseError, parse } from "xsdsmith";
import { attribute, complexType, element, particle, sequence, xsID, xsIDREF } from "xsdsmith/codegen";

interface Item {
  id?: string | undefined;
  ref?: string | undefined;
}

const Item = complexType<Item>("", "Item", () => ({
  attributes: [attribute("id", "id", xsID), attribute("ref", "ref", xsIDREF)],
}));
const List = element<{ item: readonly Item[] }>("", "list", () =>
  complexType("", undefined, () => ({
    content: sequence([particle("item", "item", Item, { min: 0, max: Number.POSITIVE_INFINITY })]),
  })),
);

function codeOf(text: string): string | undefined {
  try {
    parse(List, text);
    return undefined;
  } catch (error) {
    if (error instanceof ParseError) return error.code;
    throw error;
  }
}

it("lets references come before what they refer to", () => {
  expect(codeOf(`<list><item ref="a"/><item id="a"/><item id="b" ref="b"/></list>`)).toBeUndefined();
});

it("refuses an ID that occurs twice", () => {
  expect(codeOf(`<list><item id="a"/><item id="a"/></list>`)).toBe("cvc-id.2");
});

it("refuses a reference to an ID that does not occur", () => {
  expect(codeOf(`<list><item id="a" ref="b"/></list>`)).toBe("cvc-id.1");
});
