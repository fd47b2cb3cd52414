import type { Terminal } from "./terminal.js";

/** Shows how far a long work is, and measures its stages. */
export interface Progress {
  /** A stage begins, and ends the one before it. */
  readonly begin: (stage: string) => void;
  /** Clears what was shown. */
  readonly end: () => Readonly<Record<string, number>>;
}

/** Silence after which somebody without a terminal is told that work goes on, in milliseconds. */
const patience = 5000;

/** @returns stages with their durations in milliseconds, from `end` */
export function startProgress(terminal: Terminal, quiet: boolean): Progress {
  const stages = new Map<string, number>();
  let current: { readonly stage: string; readonly start: number } | undefined;
  let lastWord = performance.now();
  const finish = (): void => {
    if (current === undefined) return;
    const spent = performance.now() - current.start;
    stages.set(current.stage, Math.round((stages.get(current.stage) ?? 0) + spent));
    current = undefined;
  };
  return {
    begin: (stage) => {
      finish();
      current = { stage, start: performance.now() };
      if (quiet) return;
      if (terminal.status !== undefined) terminal.status(`${stage}…`);
      else if (current.start - lastWord > patience) {
        lastWord = current.start;
        terminal.error(`${stage}…`);
      }
    },
    end: () => {
      finish();
      if (!quiet) terminal.status?.("");
      return Object.fromEntries(stages);
    },
  };
}
