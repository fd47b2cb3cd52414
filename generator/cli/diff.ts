import type { Breaks } from "../index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { allowOption, readInputs } from "./read-inputs.js";
import type { Terminal } from "./terminal.js";

const audiences = ["writers", "readers", "any", "nobody"] as const;

export const diffCommand: Command = {
  words: ["diff"],
  summary: "Tell what changed between two versions of a schema or service",
  usage: "OLD NEW [options]",
  details: [
    "Prints a changelog in Markdown. A change breaks writers when documents of the old schema may be",
    "invalid by the new one, and readers when documents of the new schema may be invalid by the old one.",
  ],
  options: {
    "fail-on": {
      value: "WHO",
      description: `Exit with 1 when it breaks ${audiences.join(", ")}; any by default`,
    },
    json: { description: "Print JSON, with every component that changed" },
    allow: allowOption,
  },
  examples: [
    ["xsdsmith diff v1/service.wsdl v2/service.wsdl", "Print the changelog; exit with 1 if anything breaks"],
    ["xsdsmith diff v1/a.xsd v2/a.xsd --fail-on writers", "In CI of a server whose clients stay as they are"],
  ],
  run: runDiff,
};

async function runDiff(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [from, to, more] = args.positionals;
  if (from === undefined || to === undefined || more !== undefined) {
    throw new UsageError("diff needs two files, the old and the new one");
  }
  const given = args.text("fail-on") ?? "any";
  const audience = audiences.find((candidate) => candidate === given);
  if (audience === undefined) {
    throw new UsageError(`option --fail-on is ${audiences.join(", ")}, not "${given}"`);
  }
  const before = await readInputs([from], args, terminal, "diff");
  const after = await readInputs([to], args, terminal, "diff");
  const { diff, printDiff } = await import("../index.js");
  const difference = diff(before, after);
  terminal.print(args.has("json") ? JSON.stringify(difference, undefined, 2) : printDiff(difference, from, to));
  return isBroken(difference.breaks, audience) ? 1 : 0;
}

function isBroken({ writers, readers }: Breaks, audience: (typeof audiences)[number]): boolean {
  switch (audience) {
    case "writers":
      return writers;
    case "readers":
      return readers;
    case "any":
      return writers || readers;
    case "nobody":
      return false;
  }
}
