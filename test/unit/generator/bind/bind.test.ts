import { describe, expect, it } from "vitest";
import { checkModel } from "../../../../generator/bind/check-model.js";
import { bindText } from "./bind-text.js";

const complex = (name: string, content: string, attributes = "") =>
  `<xs:complexType name="${name}" ${attributes}>${content}</xs:complexType>`;
const sequence = (...children: readonly string[]) => `<xs:sequence>${children.join("")}</xs:sequence>`;
const element = (name: string, type = "xs:string") => `<xs:element name="${name}" type="${type}"/>`;
const extension = (base: string, content = "") =>
  `<xs:complexContent><xs:extension base="${base}">${content}</xs:extension></xs:complexContent>`;

describe("names", () => {
  it("of elements come before those of types", async () => {
    const { identifiers, findings } = await bindText(complex("Item", "") + element("Item", "Item"));
    expect(identifiers).toEqual(["ItemType", "Item"]);
    expect(findings.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["bind-renamed", "note", "type Item is called ItemType in generated code, because Item is taken"],
    ]);
  });

  it("of types stay when one is added behind them", async () => {
    const old = complex("item", "") + complex("order", sequence(element("x")));
    const before = await bindText(old);
    const after = await bindText(old + complex("Item", ""));
    expect(after.identifiers.slice(0, 2)).toEqual(before.identifiers);
  });

  it("of anonymous types cannot be those of others", async () => {
    const anonymous = `<xs:element name="Line">${complex("", "").replace(' name=""', "")}</xs:element>`;
    const { identifiers } = await bindText(complex("Order", sequence(anonymous)) + complex("OrderLine", ""));
    expect(identifiers).toEqual(["Order_Line", "Order", "OrderLine"]);
  });

  it("follow a pattern", async () => {
    const { identifiers } = await bindText(complex("item", "") + element("order"), { typeNames: "Ews{pascal}" });
    expect(identifiers).toEqual(["EwsItem", "EwsOrder"]);
  });
});

describe("unions of derived types", () => {
  const types = complex("A", "") + complex("B", extension("A")) + complex("C", extension("B"));

  it("are made where an element has such a type", async () => {
    expect((await bindText(types)).identifiers).toEqual(["A", "B", "C"]);
    const { identifiers, declaration } = await bindText(types + element("e", "B"));
    expect(identifiers).toEqual(["A", "B", "AnyB", "C", "E"]);
    expect(declaration("AnyB")).toMatchObject({ members: [{ tag: "B" }, { tag: "C" }] });
  });

  it("leave out what the type blocks", async () => {
    const blocked = types.replace('name="B"', 'name="B" block="extension"');
    expect((await bindText(blocked + element("e", "B"))).identifiers).not.toContain("AnyB");
  });

  it("are limited together", async () => {
    const count = 700;
    const members = Array.from(
      { length: count },
      (_, index) =>
        `<xs:element name="m${index}" type="xs:string" substitutionGroup="${index === 0 ? "h" : `m${index - 1}`}"/>`,
    );
    const references = Array.from({ length: count }, (_, index) => `<xs:element ref="m${index}"/>`);
    const schema = element("h") + members.join("") + complex("All", sequence(...references));
    const { findings } = await bindText(schema);
    expect(findings.filter(({ severity }) => severity !== "note").map(({ code }) => code)).toEqual(["xsd-limit"]);
  });
});

describe("choices", () => {
  const choice = (branches: number, prefix: string) =>
    `<xs:choice>${Array.from({ length: branches }, (_, index) => element(`${prefix}${index}`)).join("")}</xs:choice>`;

  it("are loosened where their product is too large for a type, the largest first", async () => {
    const schema = complex("T", sequence(choice(4, "a"), choice(30, "b"), choice(20, "c")));
    const { declaration } = await bindText(schema);
    const type = declaration("T");
    if (type.kind !== "complexType") throw new Error("T is no complex type");
    expect(type.shape.choices.map((branches) => branches.length)).toEqual([4, 20]);
    expect(type.shape.properties.map(({ occurrence }) => occurrence)).toEqual(Array(30).fill("optional"));
  });

  it("count those of the base", async () => {
    const schema = complex("A", sequence(choice(30, "a"))) + complex("B", extension("A", choice(30, "b")));
    const { declaration } = await bindText(schema);
    expect(declaration("A")).toMatchObject({ shape: { properties: [] } });
    expect(declaration("B")).toMatchObject({ shape: { choices: [] } });
  });

  it("are counted again for every type that extends theirs", async () => {
    const schema = (extensions: number) =>
      complex("A", sequence(choice(60, "a"))) +
      Array.from({ length: extensions }, (_, index) =>
        complex(`B${index}`, extension(index === 2 ? "B1" : "A", sequence(element(`b${index}`)))),
      ).join("");
    const few = await bindText(schema(4));
    expect(few.declaration("A")).toMatchObject({ shape: { choices: [{ length: 60 }], properties: [] } });
    const many = await bindText(schema(5));
    expect(many.declaration("A")).toMatchObject({ shape: { choices: [], properties: { length: 60 } } });
  });
});

describe("a part of the schemas", () => {
  const schema =
    complex("A", sequence(element("b", "B"))) +
    complex("B", "") +
    complex("C", "") +
    element("C", "C") +
    element("a", "A");

  it("has what its names reach, and the names of the whole", async () => {
    expect((await bindText(schema)).identifiers).toEqual(["AType", "B", "CType", "C", "A"]);
    expect((await bindText(schema, { only: ["A"] })).identifiers).toEqual(["AType", "B"]);
    expect((await bindText(schema, { only: ["{urn:t}a"] })).identifiers).toEqual(["AType", "B", "A"]);
    expect((await bindText(schema, { only: ["C"] })).identifiers).toEqual(["CType", "C"]);
  });

  it("is refused for a name that nothing has", async () => {
    const { findings } = await bindText(schema, { only: ["A", "D"] });
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([
      { code: "xsd-unknown-name", message: "no global element, type or operation has the name D", source: undefined },
    ]);
  });
});

describe("documentation", () => {
  it("says what a type cannot", async () => {
    const schema = `<xs:simpleType name="Code"><xs:annotation><xs:documentation> A
        code. </xs:documentation></xs:annotation><xs:restriction base="xs:string"><xs:minLength value="1"/>
      <xs:maxLength value="8"/><xs:pattern value="a\`b"/><xs:pattern value="c"/></xs:restriction></xs:simpleType>`;
    const { declaration } = await bindText(schema);
    expect(declaration("Code").documentation).toEqual({
      paragraphs: ["A code."],
      values: [],
      rules: ["Length 1 to 8; pattern `` a`b `` or `c`."],
      default: undefined,
      origin: "type Code in t.xsd",
    });
  });
});

describe("qualified names in a schema", () => {
  it("are spelled in Clark notation, by the prefixes of their place", async () => {
    const schema = `<xs:simpleType name="Q"><xs:restriction base="xs:QName">
      <xs:enumeration value="p:a" xmlns:p="urn:p"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>
      <xs:element name="e" type="Q" default="p:a" xmlns:p="urn:p"/>`;
    const { declaration } = await bindText(schema);
    expect(declaration("Q")).toMatchObject({
      definition: { facets: [{ name: "enumeration", values: ["{urn:p}a", "{urn:t}b"] }] },
    });
    expect(declaration("E")).toMatchObject({ default: "{urn:p}a" });
  });
});

describe("checkModel", () => {
  it("takes what the binder makes", async () => {
    const schema = complex("A", sequence(element("x"), element("self", "A"))) + element("a", "A");
    const { model } = await bindText(schema);
    expect(() => checkModel(model)).not.toThrow();
  });

  it("refuses a reference to what will not be there", async () => {
    const { model } = await bindText(complex("A", sequence(element("b", "B"))) + complex("B", ""));
    const [module] = model.modules;
    if (module === undefined) throw new Error("no module");
    const broken = { ...model, modules: [{ ...module, declarations: module.declarations.slice(0, 1) }] };
    expect(() => checkModel(broken)).toThrow(/A refers to B, which is missing/);
  });

  it("refuses a name that is given twice", async () => {
    const { model } = await bindText(complex("A", ""));
    const [module] = model.modules;
    if (module === undefined) throw new Error("no module");
    const twice = { ...module, declarations: [...module.declarations, ...module.declarations] };
    expect(() => checkModel({ ...model, modules: [twice] })).toThrow(/A is the name of more than one declaration/);
  });
});
