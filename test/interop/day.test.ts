import { expect, it } from "vitest";
import { liveThroughDay } from "./day.js";

it("a service that is killed again and again: every call's outcome is known, and no telephone rings twice", async () => {
  const report = await liveThroughDay(2500);
  expect(report).toMatchObject({ unknown: [], contradictions: [], unhandled: [] });
  expect(report.kills).toBeGreaterThan(0);
  expect(report.answered).toBeGreaterThan(0);
  const failed = Object.values(report.failed).reduce((sum, count) => sum + count, 0);
  expect(report.answered + report.faulted + failed).toBe(report.calls);
});
