import { expect, it } from "vitest";
import { element, xsString } from "../../../src/codegen.js";
import type { Issue } from "../../../src/errors.js";
import { parse } from "../../../src/verbs/parse.js";

const note = element("", "note", () => xsString);
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"';

it("warns of an xsi:type that a root of simple type has no place for", () => {
  const issues: Issue[] = [];
  const onIssue = (issue: Issue) => issues.push(issue);
  expect(parse(note, `<note ${xsi} xsi:type="xs:string">a</note>`, { onIssue })).toBe("a");
  expect(issues).toMatchObject([
    {
      code: "value-xsi-lost",
      severity: "warning",
      message: 'xsi:type "xs:string" is not kept: the value of `note` is no object that could hold it',
      location: { line: 1, column: 1 },
    },
  ]);
});

it("says nothing where there is none", () => {
  const issues: Issue[] = [];
  expect(parse(note, "<note>a</note>", { onIssue: (issue) => issues.push(issue) })).toBe("a");
  expect(issues).toEqual([]);
});
