import { expect, it } from "vitest";
import { prettyXml } from "../../../../src/xml/write/pretty-xml.js";

it("indents elements and leaves text alone", () => {
  const text = `<s:E xmlns:s="urn:s" xmlns="urn:b"><s:B><Call a="1">x &amp; y</Call><Empty/><Blank> </Blank></s:B></s:E>`;
  expect(prettyXml(text)).toBe(
    [
      `<s:E xmlns:s="urn:s" xmlns="urn:b">`,
      `  <s:B>`,
      `    <Call a="1">x &amp; y</Call>`,
      `    <Empty/>`,
      `    <Blank> </Blank>`,
      `  </s:B>`,
      `</s:E>`,
    ].join("\n"),
  );
});

it("gives its own output back", () => {
  const text = prettyXml(`<a>\n<b>1</b>\n\n   <c>\n</c><!-- note --></a>`);
  expect(text).toBe("<a>\n  <b>1</b>\n  <c>\n</c>\n  <!-- note -->\n</a>");
  expect(prettyXml(text)).toBe(text);
});

it.each(["", "no XML", "<a><b></a>", "<!DOCTYPE a><a/>"])("leaves %j as it is", (text) => {
  expect(prettyXml(text)).toBe(text);
});
