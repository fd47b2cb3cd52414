import { describe, expect, it } from "vitest";
import { explain } from "../../../../../generator/questions/explain/explain.js";
import { findComponents, suggestName } from "../../../../../generator/questions/explain/find-components.js";
import { printExplanation, printTree } from "../../../../../generator/questions/explain/print-explanation.js";
import { readInline, xsd } from "../../read-inline.js";

const schema = xsd(`
  <xs:element name="Order" type="t:OrderType"><xs:annotation><xs:documentation>What is
    bought.</xs:documentation></xs:annotation></xs:element>
  <xs:complexType name="OrderType">
    <xs:sequence>
      <xs:element name="Line" maxOccurs="unbounded"><xs:complexType>
        <xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="t:Unit" default="piece"/></xs:extension></xs:simpleContent>
      </xs:complexType></xs:element>
      <xs:choice minOccurs="0" maxOccurs="5"><xs:element name="Note" type="xs:string" nillable="true"/><xs:any namespace="##other"/></xs:choice>
      <xs:element name="Parent" type="t:OrderType" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="id" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z]+"/><xs:maxLength value="9"/></xs:restriction></xs:simpleType></xs:attribute>
  </xs:complexType>
  <xs:simpleType name="Unit"><xs:restriction base="xs:string"><xs:enumeration value="piece"/><xs:enumeration value="kg"><xs:annotation><xs:documentation>By weight.</xs:documentation></xs:annotation></xs:enumeration></xs:restriction></xs:simpleType>
  <xs:complexType name="Rush"><xs:complexContent><xs:extension base="t:OrderType"/></xs:complexContent></xs:complexType>
  <xs:element name="Unit" type="t:Unit"/>`);

async function explained(name: string, depth = 2) {
  const read = await readInline({ "order.xsd": schema });
  return explain(findComponents(name, read.schemas, read.loaded.documents), read, { depth });
}

describe("the tree", () => {
  it("shows occurrence, types, facets, documentation, and where a type contains itself", async () => {
    const [order] = await explained("Order");
    expect(printTree(order?.outline ?? [])).toBe(
      [
        "Order  OrderType  — What is bought.",
        "├─ @id  xs:string  [length at most 9; pattern `[A-Z]+`]",
        "├─ Line+",
        '│  ├─ @unit?  Unit  [piece | kg; default "piece"]',
        "│  └─ (text)  xs:decimal",
        "├─ (one of){0,5}",
        "│  ├─ Note  xs:string  [may be nil]",
        "│  └─ (any element)  [of any namespace but urn:t; must be declared]",
        "└─ Parent?  OrderType  ↑",
      ].join("\n"),
    );
  });

  it("opens no more named types than asked for", async () => {
    const [order] = await explained("Order", 0);
    expect(printTree(order?.outline ?? [])).toBe("Order  OrderType  …  — What is bought.");
  });
});

it("says where a component is declared, who uses it and what a document looks like", async () => {
  const [order] = await explained("Order");
  expect(order).toMatchObject({
    kind: "element",
    namespace: "urn:t",
    location: { file: "order.xsd", line: 3, column: 3 },
  });
  expect(printExplanation(order ?? ({} as never))).toMatch(
    /^element Order\n {2}namespace urn:t\n {2}declared at order\.xsd:3:3\n/,
  );
  expect(order?.sample).toContain('<Order xmlns="urn:t" id="');

  const [type] = await explained("OrderType");
  expect(type?.variants).toEqual(["{urn:t}Rush"]);
  expect(type?.usedBy.map(({ name, how }) => [name, how])).toEqual([
    ["{urn:t}Order", "has it as type"],
    ["{urn:t}OrderType", "has it as type of Parent"],
    ["{urn:t}Rush", "extends it"],
  ]);
});

it("shows every component of a name, values with what they mean", async () => {
  const both = await explained("Unit");
  expect(both.map(({ kind }) => kind)).toEqual(["element", "type"]);
  expect(both[1]?.values).toEqual([
    { value: "piece", documentation: "" },
    { value: "kg", documentation: "By weight." },
  ]);
  expect(both[1]?.usedBy.map(({ how }) => how)).toEqual(["has it as type", "has it as type of @unit"]);
});

it("is plain data", async () => {
  const all = await explained("Order");
  expect(JSON.parse(JSON.stringify(all))).toMatchObject([
    { name: "Order", outline: [{ children: [{ name: "id" }, {}, {}, {}] }] },
  ]);
});

it("finds names in every spelling", async () => {
  const { schemas, loaded } = await readInline({ "order.xsd": schema });
  const find = (name: string, kind?: "element" | "type") =>
    findComponents(name, schemas, loaded.documents, kind).length;
  expect([
    find("Unit"),
    find("t:Unit"),
    find("{urn:t}Unit"),
    find("Unit", "type"),
    find("x:Unit"),
    find("constructor"),
  ]).toEqual([2, 2, 2, 1, 0, 0]);
  expect(suggestName("t:Ordr", schemas)).toBe("; did you mean Order?");
  expect(suggestName("Zzzzzzzzz", schemas)).toBe("");
});
