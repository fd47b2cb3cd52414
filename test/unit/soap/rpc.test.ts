import { describe, expect, it } from "vitest";
import { connect, readService, readWsdl, rejectionOf, wsdl } from "./wsdl-service.js";

const schema = `
  <xs:complexType name="Point"><xs:sequence><xs:element name="x" type="xs:int"/><xs:element name="y" type="xs:int"/></xs:sequence></xs:complexType>
  <xs:element name="Move" type="xs:string"/>`;
const definitions = `
  <w:message name="MoveIn"><w:part name="point" type="t:Point"/><w:part name="by" type="xs:long"/></w:message>
  <w:message name="MoveOut"><w:part name="return" type="t:Point"/></w:message>
  <w:message name="SwapIn"><w:part name="a" type="xs:string"/><w:part name="b" type="xs:string"/></w:message>
  <w:message name="SwapOut"><w:part name="a" type="xs:string"/><w:part name="b" type="xs:string"/></w:message>
  <w:message name="Nothing"/>
  <w:portType name="P">
    <w:operation name="Move"><w:input message="t:MoveIn"/><w:output message="t:MoveOut"/></w:operation>
    <w:operation name="Swap"><w:input message="t:SwapIn"/><w:output message="t:SwapOut"/></w:operation>
    <w:operation name="Tick"><w:input message="t:Nothing"/></w:operation>
  </w:portType>`;
const body = `<soap:body use="literal" namespace="urn:wrapper"/>`;
const binding = ["Move", "Swap"]
  .map(
    (name) =>
      `<w:operation name="${name}"><soap:operation soapAction="urn:t#${name}"/><w:input>${body}</w:input><w:output>${body}</w:output></w:operation>`,
  )
  .concat(`<w:operation name="Tick"><soap:operation soapAction="urn:t#Tick"/><w:input>${body}</w:input></w:operation>`)
  .join("");
const text = wsdl({ schema, definitions, binding, style: "rpc" });

describe("rpc/literal", () => {
  it("has parts in no namespace under the operation's name in the namespace of soap:body, and types as declared", async () => {
    const { client, exchanges } = connect(await readService(text), {
      move: ({ point, by }: { point: { x: number; y: number }; by: bigint }) => ({
        x: point.x + Number(by),
        y: point.y,
      }),
      swap: () => ({ a: "", b: "" }),
      tick: () => undefined,
    });
    expect(await client["move"]?.({ point: { x: 1, y: 2 }, by: 5n })).toEqual({ x: 6, y: 2 });
    expect(exchanges[0]?.request).toContain(
      `<Move xmlns="urn:wrapper"><point xmlns=""><x xmlns="urn:t">1</x><y xmlns="urn:t">2</y></point><by xmlns="">5</by></Move>`,
    );
    expect(exchanges[0]?.response).toContain(`<MoveResponse xmlns="urn:wrapper"><return xmlns="">`);
  });

  it("gives several parts of an answer as an object, and one as itself, unless messages are wanted", async () => {
    const implementation = {
      move: () => ({ x: 1, y: 1 }),
      swap: ({ a, b }: { a: string; b: string }) => ({ a: b, b: a }),
      tick: () => undefined,
    };
    const { client } = connect(await readService(text), implementation);
    expect(await client["swap"]?.({ a: "1", b: "2" })).toEqual({ a: "2", b: "1" });
    const bare = connect(await readService(text, "bare"), {
      ...implementation,
      move: () => ({ return: { x: 1, y: 1 } }),
    });
    expect(await bare.client["move"]?.({ point: { x: 1, y: 2 }, by: 5n })).toEqual({ return: { x: 1, y: 1 } });
  });

  it("sends a one-way operation without parts and expects no answer", async () => {
    let ticks = 0;
    const { client, exchanges } = connect(await readService(text), {
      move: () => undefined,
      swap: () => undefined,
      tick: () => void ticks++,
    });
    expect(await client["tick"]?.()).toBeUndefined();
    expect(ticks).toBe(1);
    expect(exchanges[0]).toMatchObject({ status: 202, response: "" });
  });

  it("refuses parts in another order, with others or without one", async () => {
    const { client, errors } = connect(await readService(text), {
      move: () => ({ x: "one" }),
      swap: () => ({}),
      tick: () => undefined,
    });
    expect(await rejectionOf(client["move"]?.({ point: { x: 1, y: 2 } }))).toMatchObject({
      code: "cvc-complex-type.2.4.b",
    });
    expect(await rejectionOf(client["move"]?.({ point: { x: 1, y: 2 }, by: 5n }))).toMatchObject({
      code: "soap-fault",
    });
    expect(errors).toHaveLength(1);
  });

  it("keeps a global element of the operation's name apart", async () => {
    const { services } = await readWsdl(text.replaceAll("urn:wrapper", "urn:t"));
    const [service] = services;
    const input = service?.descriptor.operations["move"]?.input;
    expect(input).toMatchObject({ namespace: "urn:t", name: "Move" });
    expect(input?.type().kind).toBe("complex");
  });

  it("has its wrapper in no namespace where soap:body has none, with a warning", async () => {
    const { components, services } = await readWsdl(text.replaceAll(` namespace="urn:wrapper"`, ""));
    expect(components.issues.map(({ code }) => code)).toContain("bp-R2717");
    expect(services[0]?.descriptor.operations["move"]?.input.namespace).toBe("");
  });

  it("is refused in SOAP encoding", async () => {
    const error = await rejectionOf(readWsdl(text.replace(`use="literal"`, `use="encoded"`)));
    expect(error).toMatchObject({ code: "bp-R2706", reason: expect.stringContaining("must offer a literal binding") });
  });
});
