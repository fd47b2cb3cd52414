import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, it } from "vitest";
import { is, parse } from "xsdsmith";
import { Disconnect } from "xsdsmith/um/messages";

describe("a descriptor as a Standard Schema", () => {
  it("is one to the types and functions of the specification", async () => {
    const schema: StandardSchemaV1<Disconnect> = Disconnect;
    expectTypeOf<StandardSchemaV1.InferOutput<typeof Disconnect>>().toEqualTypeOf<Disconnect>();
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "xsdsmith" });
    expect(await schema["~standard"].validate({ callId: "a" })).toEqual({ value: { callId: "a" } });
    const { issues } = await schema["~standard"].validate({ callId: "" });
    expect(issues).toMatchObject([{ message: expect.stringContaining("at least 1 character"), path: ["callId"] }]);
  });

  it("works in a library that takes any of them", () => {
    expect({ message: { callId: "a" } }).toEqual({ message: expect.schemaMatching(Disconnect) });
    expect({ message: { callId: 1 } }).not.toEqual({ message: expect.schemaMatching(Disconnect) });
  });

  it("shows in no copy and no JSON of it", () => {
    expect(Object.keys(Disconnect)).not.toContain("~standard");
    expect("~standard" in { ...Disconnect }).toBe(false);
  });
});

it("guards a type", () => {
  const value: unknown = { callId: "a" };
  expect(is(Disconnect, value)).toBe(true);
  if (is(Disconnect, value)) expectTypeOf(value).toEqualTypeOf<Disconnect>();
  expect(is(Disconnect, { callId: 1 })).toBe(false);
  expect(
    is(Disconnect, parse(Disconnect, `<Disconnect xmlns="${Disconnect.namespace}"><CallId>a</CallId></Disconnect>`)),
  ).toBe(true);
});
