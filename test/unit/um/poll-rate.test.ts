import { describe, expect, it } from "vitest";
import { PollRate, pause } from "../../../src/um/poll-rate.js";

describe("a poll rate", () => {
  it("lets pass in the order of arrival, no more than the rate allows", async () => {
    const pollRate = new PollRate(1000);
    const passed: number[] = [];
    const begin = performance.now();
    await Promise.all(
      Array.from({ length: 51 }, (_, index) => pollRate.turn(undefined).then(() => passed.push(index))),
    );
    // The first passes at once, and each other one a millisecond after the one before: never sooner.
    expect(performance.now() - begin).toBeGreaterThanOrEqual(49);
    expect(passed).toEqual(Array.from({ length: 51 }, (_, index) => index));
  });

  it("lets no more pass in a second than it says, also behind a stall", async () => {
    const pollRate = new PollRate(50);
    const passed: number[] = [];
    const all = Promise.all(
      Array.from({ length: 75 }, () => pollRate.turn(undefined).then(() => passed.push(performance.now()))),
    );
    await pause(300, undefined);
    for (const until = performance.now() + 95; performance.now() < until; );
    await all;
    // Ten milliseconds less than a second: a time is noted a little after its turn.
    const within = passed.map((start) => passed.filter((time) => time >= start && time < start + 990).length);
    expect(Math.max(...within)).toBeLessThanOrEqual(50);
  });

  it("gives the place of who gives up to the next", async () => {
    const pollRate = new PollRate(20);
    const controller = new AbortController();
    await pollRate.turn(undefined);
    const impatient = Array.from({ length: 1000 }, () => pollRate.turn(controller.signal));
    const patient = pollRate.turn(undefined);
    controller.abort("no");
    const outcomes = await Promise.allSettled(impatient);
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    await patient;
    await expect(pollRate.turn(controller.signal)).rejects.toMatchObject({ code: "transport-aborted", cause: "no" });
  });

  it("refuses a rate that is none", () => {
    for (const rate of [0, -1, Number.NaN, "x" as never]) expect(() => new PollRate(rate)).toThrow(TypeError);
  });
});

describe("a pause", () => {
  it("ends in time, or when it is called off", async () => {
    await pause(1, undefined);
    await pause(1, new AbortController().signal);
    const controller = new AbortController();
    const long = pause(60_000, controller.signal);
    controller.abort("no");
    await expect(long).rejects.toMatchObject({ code: "transport-aborted" });
    await expect(pause(1, controller.signal)).rejects.toMatchObject({ cause: "no" });
  });
});
