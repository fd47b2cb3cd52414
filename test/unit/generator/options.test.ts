import { expect, it } from "vitest";
import { type GenerateOptions, generate } from "../../../generator/index.js";

it.each([
  [{ entries: ["a.xsd"], out: "x", propertynames: "camel" }, "propertynames is no option; did you mean propertyNames?"],
  [{ entrys: ["a.xsd"], out: "x" }, "entrys is no option; did you mean entries?"],
  [{ entries: ["a.xsd"], out: "x", runtime: "full" }, "runtime is no option"],
  [{ entries: "a.xsd", out: "x" }, "entries must be a list of texts"],
  [{ entries: ["a.xsd"], out: "x", style: "wraped" }, 'style must be "wrapped" or "bare"'],
  [{ entries: ["a.xsd"], out: "x", check: "yes" }, "check must be true or false"],
  [{ entries: ["a.xsd"], out: "x", onStage: "log" }, "onStage must be a function"],
])("generate(%j) is refused", async (options, message) => {
  await expect(generate(options as GenerateOptions)).rejects.toThrow(new TypeError(`generate: ${message}`));
});

it.each([
  [{ out: "x" }, "generate has no entries"],
  [{ entries: ["a.xsd"] }, "generate has no out"],
  ["a.xsd", "generate takes an object of options: { entries, out }"],
])("generate(%j) lacks something", async (options, message) => {
  await expect(generate(options as GenerateOptions)).rejects.toThrow(new TypeError(message));
});
