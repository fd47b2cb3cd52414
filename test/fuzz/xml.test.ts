import { describe, expect, test } from "vitest";
import { fuzzXml } from "./xml.js";
import { explanations } from "./xml-explanations.js";
import { judgeLibxml, judgeOurs, judgeSaxes } from "./xml-judges.js";

test("mutated documents: our verdict is that of saxes or libxml2, our events are those of saxes", () => {
  const { findings, accepted } = fuzzXml(4_000, 7);
  expect(findings).toEqual([]);
  expect(accepted).toBeGreaterThan(100);
});

describe("where neither agrees with us", () => {
  test.each(explanations)("$reason", ({ example, accepted, holds }) => {
    const [ours, saxes, libxml] = [judgeOurs(example), judgeSaxes(example), judgeLibxml(example)];
    expect(ours.accepted).toBe(accepted);
    expect(libxml.accepted).toBe(!accepted);
    expect(holds(example, ours, libxml, saxes)).toBe(true);
  });
});
