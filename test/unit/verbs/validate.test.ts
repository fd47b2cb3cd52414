import { describe, expect, it } from "vitest";
import { validate } from "xsdsmith";
import { Disconnect, GetUMPropertiesResponse, PlayOnPhoneGreeting } from "xsdsmith/um/messages";

const codes = (...args: Parameters<typeof validate>): readonly string[] => validate(...args).map(({ code }) => code);

describe("validate", () => {
  it("finds nothing in a value that the schema allows", () => {
    expect(validate(Disconnect, { callId: "A".repeat(512) })).toEqual([]);
  });

  it("counts characters, not code units", () => {
    expect(codes(Disconnect, { callId: "\u{1f4de}".repeat(512) })).toEqual([]);
    expect(codes(Disconnect, { callId: "\u{1f4de}".repeat(513) })).toEqual(["cvc-maxLength-valid"]);
  });

  it.each([
    { value: { callId: "" }, code: "cvc-minLength-valid" },
    { value: { callId: "A".repeat(513) }, code: "cvc-maxLength-valid" },
    { value: { callId: 1 }, code: "value-type" },
    { value: { callId: "a\u0000" }, code: "xml-character" },
    { value: {}, code: "cvc-complex-type.2.4.b" },
    { value: { callId: undefined }, code: "cvc-complex-type.2.4.b" },
    { value: { callId: "a", callID: "b" }, code: "value-unknown-property" },
    { value: JSON.parse(`{ "callId": "a", "__proto__": {} }`), code: "value-unknown-property" },
    { value: "a", code: "value-type" },
    { value: null, code: "cvc-elt.3.1" },
    { value: undefined, code: "value-type" },
    { value: [], code: "value-type" },
  ])("finds $code in $value", ({ value, code }) => {
    expect(codes(Disconnect, value)).toEqual([code]);
  });

  it("finds everything, each with its path", () => {
    const value = { getUMPropertiesResponse: { oofStatus: "yes", telephoneAccessNumbers: 1 } };
    expect(validate(GetUMPropertiesResponse, value)).toMatchObject([
      { code: "value-type", path: ["getUMPropertiesResponse", "oofStatus"] },
      {
        code: expect.stringMatching(/^cvc-complex-type\.2\.4/),
        path: ["getUMPropertiesResponse", "missedCallNotificationEnabled"],
      },
      { code: "value-type", path: ["getUMPropertiesResponse", "telephoneAccessNumbers"] },
    ]);
  });

  it("knows the values of an enumeration", () => {
    expect(codes(PlayOnPhoneGreeting, { greetingType: "oofcustom", dialString: "1" })).toEqual([
      "cvc-enumeration-valid",
    ]);
  });
});
