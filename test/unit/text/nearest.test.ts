import { expect, test } from "vitest";
import { nearestName } from "../../../src/text/nearest.js";

const commands = ["generate", "um disconnect", "um demo", "um"];

test.each([
  ["Adress", ["Address", "Addressee", "Other"], "Address"],
  ["callid", ["CallState", "CallId"], "CallId"],
  ["generat", commands, "generate"],
  ["gnerate", commands, "generate"],
  ["egnerate", commands, "generate"],
  ["genrtae", commands, "generate"],
  ["um disconect", commands, "um disconnect"],
  ["um dmeo", commands, "um demo"],
  ["x", ["y", "zzz"], undefined],
  ["mu", commands, undefined],
  ["", commands, undefined],
  ["build", commands, undefined],
  ["disconnect-everything-now", commands, undefined],
  ["qqqq", ["Address"], undefined],
  ["a", [], undefined],
  ["a".repeat(100), ["a".repeat(101)], undefined],
])("%s among %s is %s", (wanted, known, nearest) => {
  expect(nearestName(wanted, known)).toBe(nearest);
});
