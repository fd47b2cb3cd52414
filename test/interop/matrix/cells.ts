import { existsSync } from "node:fs";
import { isInstalled } from "../peers.js";

export const cells = ["calls", "fault", "header", "rpc", "soap12", "mtomAnswer", "mtomRequest", "contents"] as const;
export type Cell = (typeof cells)[number];

/** One stack against ours, in one direction. */
export interface Row {
  readonly name: string;
  readonly needs: readonly string[];
  readonly packages: string;
  /** What the other side gets wrong. */
  readonly known?: Partial<Readonly<Record<Cell, string>>> | undefined;
  /** A server or client, ready for the cells that it can do. */
  readonly start: () => Promise<Runner>;
}

/** What prints, or gives, what a cell wants. */
export type Runs = Partial<Readonly<Record<Cell, () => Promise<string>>>>;

export interface Runner {
  readonly run: Runs;
  readonly close: () => Promise<void>;
}

const wanted: Readonly<Record<Cell, string>> = {
  calls: "Connected Disconnected",
  fault: "the text is too long 10",
  header: "hi for s1 7",
  rpc: "6 2",
  soap12: "hi for s1 7",
  mtomAnswer: "5000",
  mtomRequest: "4000",
  contents: "A true",
};

/** Runs a cell: `yes`, `–` for what a stack does not have, or what went wrong. */
export async function runCell({ known }: Row, { run }: Runner, cell: Cell): Promise<string> {
  const test = run[cell];
  const failed = (reason: string) => known?.[cell] ?? `no: ${reason.slice(0, 60)}`;
  if (test === undefined) return "–";
  try {
    const found = (await test()).trim();
    return found === wanted[cell] ? "yes" : failed(found);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** Why a row cannot run here; `undefined` where it can. */
export function missing({ needs, packages }: Row): string | undefined {
  const absent = needs.find((program) => !(existsSync(program) || isInstalled(program)));
  return absent === undefined ? undefined : `missing ${packages}`;
}
