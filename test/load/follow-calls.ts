import { startUmService } from "../../src/node/um-testing.js";
import { createUmClient, umRetry } from "../../src/um.js";

export interface FollowReport {
  readonly calls: number;
  /** How the calls ended, by the last state that was seen. */
  readonly ends: Readonly<Record<string, number>>;
  readonly polls: number;
  readonly seconds: number;
  /** The most polls that the server saw within one second. */
  readonly mostPerSecond: number;
  /** In MiB, after collecting garbage: with all calls up, after a third and after two thirds of the polls. */
  readonly memory: readonly number[];
}

export interface FollowLoad {
  readonly calls: number;
  readonly pollsPerSecond: number;
  /** How long each call is up, in milliseconds. */
  readonly duration: number;
}

/** Follows many calls at once with one client, up to their ends: some are hung up, some busy, some forgotten. */
export async function followCalls({ calls, pollsPerSecond, duration }: FollowLoad): Promise<FollowReport> {
  const failure = (dialString: string) => (dialString.endsWith("3") ? "UserBusy" : "None");
  const polls: number[] = [];
  const service = await startUmService({ connectAfter: duration / 2, endAfter: duration, failure });
  const count: Parameters<typeof createUmClient>[0]["interceptors"] = [
    (request, next) => {
      if (request.operation.name === "GetCallInfo") polls.push(performance.now());
      return next(request);
    },
  ];
  const um = createUmClient({ endpoint: service.endpoint, pollsPerSecond, interceptors: [umRetry(), ...count] });
  const placed = [];
  for (let index = 0; index < calls; index++) {
    placed.push(await um.playOnPhone({ entryId: "AAAA", dialString: `425555${index}` }));
  }
  const memory: number[] = [];
  const measure = () => {
    globalThis.gc?.();
    memory.push(Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10);
  };
  const begin = performance.now();
  const timers = [1, 2, 3].map((part) => setTimeout(measure, (duration * part) / 4));
  const ends: Record<string, number> = {};
  await Promise.all(
    placed.map(async (call) => {
      let last = "";
      for await (const { callState, eventCause } of call.states({ every: 1 })) last = `${callState} ${eventCause}`;
      ends[last] = (ends[last] ?? 0) + 1;
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  for (const timer of timers) clearTimeout(timer);
  await service.close();
  return { calls, ends, polls: polls.length, seconds, mostPerSecond: mostWithin(polls, 1000), memory };
}

/** The most times within any stretch of so many milliseconds. */
function mostWithin(times: readonly number[], milliseconds: number): number {
  let most = 0;
  let from = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= milliseconds) from++;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
