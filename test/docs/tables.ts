import { pageProse } from "./prose.js";

export interface Cell {
  readonly text: string;
  /** What stands over its column. */
  readonly header: string;
}

export interface Row {
  /** `docs/um.md:119` */
  readonly place: string;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly file: string;
  /** The line of its head, counted from 1. */
  readonly line: number;
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
}

/** The tables of a Markdown text. */
export function tablesOf(file: string, text: string): readonly Table[] {
  const lines = pageProse(file, text);
  const tables: Table[] = [];
  for (const [index, { text: rule, place }] of lines.entries()) {
    const head = lines[index - 1];
    if (!/^\|[ |:-]*-[ |:-]*\|$/.test(rule) || head === undefined) continue;
    const headers = cellsOf(head.text);
    const rows: Row[] = [];
    for (const { text: line, place: at } of lines.slice(index + 1)) {
      if (!line.startsWith("|")) break;
      rows.push({
        place: at,
        cells: cellsOf(line).map((cell, column) => ({ text: cell, header: headers[column] ?? "" })),
      });
    }
    tables.push({ file, line: Number(place.slice(file.length + 1)) - 1, headers, rows });
  }
  return tables;
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}
