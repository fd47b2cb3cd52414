import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { traceDisconnect, verbs } from "./disconnect.js";
import { fileChanges } from "./entries.js";
import { instrument } from "./instrument.js";

/** What a reader who follows one message has to bear; lower them when the way gets shorter. */
const ceilings = { parse: 111, serialize: 60 };

describe("the trace", () => {
  it("has every function of a file tell where it stands", () => {
    const text = "const twice = (a: number) => a * 2;\nclass Box { get size() { return [1].map((a) => twice(a)); } }\n";
    const told = (name: string) => `globalThis.xsdsmithTrace?.({"file":"box.ts","name":"${name}"})`;
    expect(instrument("box.ts", text)).toBe(
      `const twice = (a: number) => (${told("twice")}, a * 2);\n` +
        `class Box { get size() {${told("size")}; return [1].map((a) => (${told("(function)")}, twice(a))); } }\n`,
    );
  });

  it("counts the changes of file, not the files", () => {
    const entries = ["a.ts", "a.ts", "b.ts", "a.ts"].map((file) => ({ file, name: "f" }));
    expect(fileChanges(entries)).toBe(2);
  });

  it.each(verbs)("of a Disconnect through %s stays under its ceiling", async (verb) => {
    const { later } = await traceDisconnect(verb, root);
    expect(later[0]?.name).toBe(verb);
    expect(fileChanges(later)).toBeLessThanOrEqual(ceilings[verb]);
  });
});
