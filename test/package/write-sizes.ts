import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../project-root.js";
import { measureSizes, sizeTable } from "./sizes.js";

/** `npm run size`: measures, and writes the table of `docs/size.md` anew. */
const file = join(root, "docs/size.md");
const table = sizeTable(await measureSizes());
const text = readFileSync(file, "utf8");
writeFileSync(
  file,
  text.replace(/^\|.*\|$(?:\n\|.*\|$)*/m, () => table),
);
console.log(table);
