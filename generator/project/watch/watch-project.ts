import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ProjectConfig } from "../config/config.js";
import { generateProject, type ProjectOptions, type ProjectResult } from "../config/generate-project.js";

/** Where the files are, and who is told of each run. */
export interface WatchOptions {
  readonly folder: string;
  /** Told of the outcome of every run. */
  readonly onResult: (result: ProjectResult, milliseconds: number) => void;
  /** Told of what a run threw; watching goes on. */
  readonly onFailure: (failure: unknown) => void;
  readonly signal: AbortSignal;
}

/** Editors write a file in several steps: so long it must be quiet, in milliseconds. */
const quiet = 20;

/**
 * So many runs it takes until the engine has made the code fast. Those that edits do not make are made while nobody waits,
 * else the first edits would take twice as long as the later ones.
 */
const enoughRuns = 7;

/** After so long without a change nobody waits, in milliseconds. */
const idle = 300;

/**
 * Generates a project, and again whenever one of the files that it read changes, until the signal says to stop.
 */
export async function watchProject(project: ProjectConfig, options: WatchOptions): Promise<void> {
  const { folder, onResult, onFailure, signal } = options;
  const watchers = new Map<string, FSWatcher>();
  /** Folder → the names in it that matter. */
  const watched = new Map<string, Set<string>>();
  let changed = deferred();
  let timer: NodeJS.Timeout | undefined;
  /** Whether no file has changed since the run began. */
  let settled = true;
  let runs = 0;
  const parsed: ProjectOptions["parsed"] = new Map();
  const stop = deferred();
  signal.addEventListener("abort", stop.settle, { once: true });
  if (signal.aborted) stop.settle();

  for (let first = true; !signal.aborted; first = false) {
    const start = performance.now();
    changed = deferred();
    settled = true;
    try {
      const result = await generateProject(project, { folder, parse: false, parsed, onRead: follow });
      onResult(result, performance.now() - start);
      runs += 1;
      if (runs < enoughRuns)
        await Promise.race([changed.promise, stop.promise, sleep(idle, undefined, { ref: false })]);
      const mayGoOn = (): boolean => runs < enoughRuns && settled && !signal.aborted;
      for (; mayGoOn(); runs++) await rehearse(project, folder, mayGoOn);
    } catch (failure) {
      onFailure(failure);
      // A command that never ran has nothing to wait for.
      if (first && watched.size === 0) break;
    }
    await Promise.race([changed.promise, stop.promise]);
  }
  clearTimeout(timer);
  for (const watcher of watchers.values()) watcher.close();

  function follow(uri: string): void {
    if (!uri.startsWith("file:")) return;
    const path = fileURLToPath(uri);
    const directory = dirname(path);
    const names = watched.get(directory) ?? new Set();
    watched.set(directory, names.add(basename(path)));
    if (watchers.has(directory) || signal.aborted) return;
    try {
      // The folder, not the file: editors put a new file in the place of the old one.
      const watcher = watch(directory, (_, name) => {
        if (name !== null && watched.get(directory)?.has(name) !== true) return;
        settled = false;
        clearTimeout(timer);
        timer = setTimeout(() => changed.settle(), quiet);
      });
      watcher.on("error", () => watcher.close());
      watchers.set(directory, watcher);
    } catch {
      // A folder that is not there: the reference to it is a finding already.
    }
  }
}

/** Generates from the start and writes nothing, for as long as it may. */
async function rehearse(project: ProjectConfig, folder: string, mayGoOn: () => boolean): Promise<void> {
  const onStage = async (): Promise<void> => {
    // Lets the news of a change in: the rest of the rehearsal would only be in its way.
    await setImmediate();
    if (!mayGoOn()) throw new Error("a file has changed");
  };
  // What plugins do besides their work is not known.
  const rehearsed = { ...project, plugins: [] };
  try {
    await generateProject(rehearsed, { folder, check: true, parse: false, onStage });
  } catch {
    // The same files have made a result: they have changed since, and the next run will tell of it.
  }
}

function deferred(): { readonly promise: Promise<void>; readonly settle: () => void } {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
