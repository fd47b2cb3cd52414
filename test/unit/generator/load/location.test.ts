import { expect, test } from "vitest";
import { displayName, resolveLocation } from "../../../../generator/load/location.js";

test.each([
  ["b.xsd", "file:///x/a.xsd", "file:///x/b.xsd"],
  ["..\\lib\\b.xsd", "file:///x/y/a.xsd", "file:///x/lib/b.xsd"],
  ["C:\\lib\\b.xsd", "file:///x/a.xsd", "file:///C:/lib/b.xsd"],
  [" my file.xsd#part ", "file:///x/a.xsd", "file:///x/my%20file.xsd"],
  ["http://example.org/b.xsd", "file:///x/a.xsd", "http://example.org/b.xsd"],
  ["http://[", "file:///x/a.xsd", undefined],
])("%s in %s is %s", (location, base, uri) => {
  expect(resolveLocation(location, base)).toBe(uri);
});

test.each([
  ["file:///home/me/p/a.xsd", "a.xsd"],
  ["file:///home/me/q/my%20file.xsd", "../q/my file.xsd"],
  ["file:///a.xsd", "/a.xsd"],
  ["http://example.org/a.xsd", "http://example.org/a.xsd"],
  ["file:///home/me/p/100%.xsd", "100%.xsd"],
])("%s is shown as %s", (uri, name) => {
  expect(displayName(uri, "file:///home/me/p/")).toBe(name);
});
