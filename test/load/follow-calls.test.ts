import { expect, it } from "vitest";
import { followCalls } from "./follow-calls.js";

it("follows many calls at once: every end is seen, and the server is asked no more than was allowed", async () => {
  const pollsPerSecond = 400;
  const report = await followCalls({ calls: 100, pollsPerSecond, duration: 1000 });
  expect(report.ends).toEqual({ "Disconnected None": 90, "Disconnected UserBusy": 10 });
  // After a stall of the process, a tenth of a second's worth may come at once.
  expect(report.mostPerSecond).toBeLessThanOrEqual(pollsPerSecond * 1.1 + 1);
  expect(report.polls).toBeGreaterThanOrEqual(report.calls);
});
