import { describe, expect, it } from "vitest";
import { bundle, filesMatter } from "./bundle.js";
import { oneMessage } from "./sizes.js";

describe("one message, with the three verbs", () => {
  it("needs nothing of Node's", async () => {
    expect((await bundle(oneMessage.code)).external).toEqual([]);
  });

  it("brings no other message with it", async () => {
    const { text } = await bundle(oneMessage.code);
    expect(text).toContain("Disconnect");
    expect(text).not.toMatch(/ResetPIN|PlayOnPhone|UMCallInfo|DisconnectResponse|soapaction/);
  });
});

describe("the UM client", () => {
  it("needs nothing of Node's", async () => {
    const { text, external } = await bundle(`export { createUmClient } from "xsdsmith/um";`);
    expect(text).toContain("soapaction");
    expect(external).toEqual([]);
    expect(text).not.toMatch(/\b(process|Buffer|require)\b[.(]/);
  });
});

describe("a module that is imported and not used", () => {
  it.each([
    "xsdsmith",
    "xsdsmith/small",
    "xsdsmith/codegen",
    "xsdsmith/xml",
    "xsdsmith/soap",
    "xsdsmith/um",
    "xsdsmith/um/messages",
  ])("leaves nothing of %s behind", async (specifier) => {
    const { text } = await bundle(`import * as unused from "${specifier}";`);
    expect(text.trim()).toBe("");
  });

  it.each([
    "xsdsmith",
    "xsdsmith/codegen",
    "xsdsmith/xml",
    "xsdsmith/soap",
    "xsdsmith/um",
    "xsdsmith/um/messages",
    "xsdsmith/fast-xml-parser",
  ])("leaves no statement of %s behind, whatever is said of its files", async (specifier) => {
    const { text } = await bundle(`import "${specifier}";`, [filesMatter]);
    expect(text.trim()).toBe("");
  });

  it("leaves no descriptor behind when one is used", async () => {
    const { text } = await bundle(`export { xsString } from "xsdsmith/codegen";`);
    expect(text).not.toMatch(/Disconnect|hexBinary/);
  });
});
