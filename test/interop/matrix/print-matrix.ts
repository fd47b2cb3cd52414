import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "../../../bench/measure.js";
import { cells, missing, runCell } from "./cells.js";
import { rows } from "./rows.js";

const names = {
  calls: "calls",
  fault: "faults",
  header: "headers",
  rpc: "rpc/literal",
  soap12: "SOAP 1.2",
  mtomAnswer: "MTOM, answer",
  mtomRequest: "MTOM, request",
  contents: "mime:content",
};

/** Runs every cell of the matrix, prints it, and writes it into docs/interop.md. Ends with whether all is as it should be. */
export async function printMatrix(): Promise<boolean> {
  const lines: string[][] = [["", ...cells.map((cell) => names[cell])]];
  for (const row of rows) {
    const reason = missing(row);
    if (reason !== undefined) {
      lines.push([row.name, ...cells.map(() => reason)]);
      continue;
    }
    const runner = await row.start();
    const results: string[] = [];
    for (const cell of cells) results.push(await runCell(row, runner, cell));
    await runner.close();
    lines.push([row.name, ...results]);
  }
  const text = table(lines);
  console.log(text);
  const file = join(process.cwd(), "docs/interop.md");
  if (existsSync(file)) {
    const marked = /(<!-- matrix -->\n)[\s\S]*?(\n<!-- end -->)/;
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(marked, (_, before: string, after: string) => before + text + after),
    );
  }
  return !lines.flat().some((cell) => cell.startsWith("no:"));
}
