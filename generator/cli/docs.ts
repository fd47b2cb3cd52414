import { basename } from "node:path";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { allowOption, readInputs } from "./read-inputs.js";
import type { Terminal } from "./terminal.js";

export const docsCommand: Command = {
  words: ["docs"],
  summary: "Write a documentation site of a schema or service",
  usage: "ENTRY... --out DIR [options]",
  details: [
    "A page for each operation, element, type and group, with diagrams, samples, links and a search.",
    "The pages need no server: open index.html.",
  ],
  options: {
    out: { value: "DIR", short: "o", description: "Folder for the site" },
    title: { value: "TEXT", description: "What the site is called; the name of the first file by default" },
    allow: allowOption,
  },
  examples: [["xsdsmith docs schemas/um.wsdl --out site", "Write site/index.html and its pages"]],
  run: runDocs,
};

async function runDocs(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const entries = args.positionals;
  const out = args.text("out");
  const inputs = await readInputs(entries, args, terminal, "docs");
  if (out === undefined) throw new UsageError("docs needs a folder to write to: --out DIR");
  const { buildSite, writeFiles } = await import("../index.js");
  const title = args.text("title") ?? basename(entries[0] ?? "");
  const files = await writeFiles(buildSite(inputs, { title }), { cwd: terminal.cwd, out });
  const written = files.filter(({ status }) => status === "written").length;
  terminal.print(`${files.length} files in ${out}, ${written} written: open ${out}/index.html`);
  return 0;
}
