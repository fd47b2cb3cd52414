import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProjectConfig } from "../config/config.js";
import { generateProject, type ProjectResult } from "../config/generate-project.js";

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
 * Generates a project, and again whenever one of the files that it read changes, until the signal says to stop.
 */
export async function watchProject(project: ProjectConfig, options: WatchOptions): Promise<void> {
  const { folder, onResult, onFailure, signal } = options;
  const watchers = new Map<string, FSWatcher>();
  /** Folder → the names in it that matter. */
  const watched = new Map<string, Set<string>>();
  let changed = deferred();
  let timer: NodeJS.Timeout | undefined;
  const stop = deferred();
  signal.addEventListener("abort", stop.settle, { once: true });
  if (signal.aborted) stop.settle();

  for (let first = true; !signal.aborted; first = false) {
    const start = performance.now();
    changed = deferred();
    try {
      // The first run may be answered from memory; later ones are about a change.
      const result = await generateProject(project, { folder, quick: true, onRead: follow });
      onResult(result, performance.now() - start);
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

function deferred(): { readonly promise: Promise<void>; readonly settle: () => void } {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
