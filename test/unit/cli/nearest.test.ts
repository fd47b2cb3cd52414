import { expect, it } from "vitest";
import { nearest } from "../../../generator/cli/nearest.js";

const commands = ["generate", "um disconnect", "um demo", "um"];

it.each([
  ["generat", "generate"],
  ["gnerate", "generate"],
  ["egnerate", "generate"],
  ["genrtae", "generate"],
  ["um disconect", "um disconnect"],
  ["um dmeo", "um demo"],
  ["mu", "um"],
])("takes %s for %s", (word, meant) => {
  expect(nearest(word, commands)).toBe(meant);
});

it.each(["", "x", "build", "verify", "disconnect-everything-now"])("takes %j for nothing", (word) => {
  expect(nearest(word, commands)).toBeUndefined();
});
