import { expect, test } from "vitest";
import { nearestName } from "../../../../generator/load/suggest.js";

test.each([
  ["Adress", ["Address", "Addressee", "Other"], "Address"],
  ["callid", ["CallState", "CallId"], "CallId"],
  ["x", ["y", "zzz"], "y"],
  ["qqqq", ["Address"], undefined],
  ["a", [], undefined],
  ["a".repeat(100), ["a".repeat(101)], undefined],
])("%s among %s is %s", (wanted, known, nearest) => {
  expect(nearestName(wanted, known)).toBe(nearest);
});
