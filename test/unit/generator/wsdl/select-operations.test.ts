import { expect, it } from "vitest";
import { generateFiles } from "../../../../generator/generate.js";
import { memoryFiles } from "../../../../generator/load/files.js";
import { rejectionOf, wsdl } from "../../soap/wsdl-service.js";

const schema = `
  <xs:complexType name="Base" abstract="true"/>
  <xs:complexType name="Kept"><xs:complexContent><xs:extension base="t:Base"><xs:sequence><xs:element name="shape" type="t:Shape"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Dropped"><xs:complexContent><xs:extension base="t:Base"/></xs:complexContent></xs:complexType>
  <xs:complexType name="Shape"/>
  <xs:complexType name="Circle"><xs:complexContent><xs:extension base="t:Shape"><xs:attribute name="r" type="t:Radius"/></xs:extension></xs:complexContent></xs:complexType>
  <xs:simpleType name="Radius"><xs:restriction base="xs:int"/></xs:simpleType>
  <xs:simpleType name="Unused"><xs:restriction base="xs:int"/></xs:simpleType>
  <xs:element name="Keep" type="t:Kept"/><xs:element name="Drop" type="t:Dropped"/><xs:element name="Head" type="t:Radius"/>`;
const message = (name: string, element: string) =>
  `<w:message name="${name}"><w:part name="p" element="t:${element}"/></w:message>`;
const operation = (name: string) => `<w:operation name="${name}"><w:input message="t:${name}In"/></w:operation>`;
const bound = (name: string) =>
  `<w:operation name="${name}"><soap:operation soapAction="urn:t/${name}"/><w:input><soap:body use="literal"/></w:input></w:operation>`;
const text = wsdl({
  schema,
  definitions: `${message("KeepIn", "Keep")}${message("DropIn", "Drop")}<w:portType name="P">${operation("Keep")}${operation("Drop")}</w:portType>`,
  binding: bound("Keep") + bound("Drop"),
});
const files = memoryFiles({ "s.wsdl": text });

it("only what the messages of some operations can hold is generated: bases, and what xsi:type may name", async () => {
  const { files: generated } = await generateFiles(["s.wsdl"], { ...files, operations: ["Keep"] });
  const names = [...(generated[0]?.text ?? "").matchAll(/export const (\w+)/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(["AnyShape", "Base", "Circle", "Keep", "Kept", "P", "Radius", "Shape"]);
});

it("an operation that is in no binding is an error that suggests one", async () => {
  const error = await rejectionOf(generateFiles(["s.wsdl"], { ...files, operations: ["Keep", "Dropp"] }));
  expect(error).toMatchObject({ code: "wsdl-operation", reason: expect.stringContaining("did you mean Drop?") });
});
