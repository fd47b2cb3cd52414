import { expect, test } from "vitest";
import { locate } from "../../../../generator/load/locate.js";
import { loadFiles } from "../load-text.js";

test("places count lines whatever ends them, and mark the name or the value", async () => {
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\r\n\r<xs:element\n\tname="one" id=""/>\n</xs:schema>`;
  const { documents } = await loadFiles({ "a.xsd": text });
  const element = documents[0]?.root.children[0];
  if (element === undefined) throw new Error("no element");
  const [name, id] = element.attributes;
  const offset = text.indexOf("<xs:element");
  expect(locate(element)).toEqual({ file: "a.xsd", line: 3, column: 1, offset, length: 11 });
  expect(locate(element, name)).toEqual({ file: "a.xsd", line: 4, column: 8, offset: text.indexOf("one"), length: 3 });
  expect(locate(element, id)).toMatchObject({ line: 4, column: 17, length: 1 });
});
