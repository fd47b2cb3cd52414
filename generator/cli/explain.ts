import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { findNamed, inputOptions, readInputs } from "./read-inputs.js";
import { readNumber } from "./read-number.js";
import type { Terminal } from "./terminal.js";

export const explainCommand: Command = {
  words: ["explain"],
  summary: "Show what an element or type allows, and who uses it",
  usage: "NAME ENTRY... [options]",
  details: [
    "NAME is a local name, prefix:name or {namespace}name. The tree shows what may stand where: ? once or",
    "not at all, * any number of times, + at least once, {2,5} twice to five times; @ is an attribute.",
    "… is a type that is not opened (--depth), ↑ one that is being shown further up.",
  ],
  options: {
    tree: { description: "Print the tree only" },
    depth: { value: "NUMBER", description: "How many named types are opened within one another, 2 by default" },
    json: { description: "Print JSON: an array with all that the name stands for" },
    ...inputOptions,
  },
  examples: [
    ["xsdsmith explain PlayOnPhone schemas/um.wsdl", "What a request holds"],
    ["xsdsmith explain --tree --depth 9 ItemType types.xsd", "The whole of a large type"],
  ],
  run: runExplain,
};

async function runExplain(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [name, ...entries] = args.positionals;
  if (name === undefined) throw new UsageError("explain needs the name of an element or type");
  const depth = readNumber(args, "depth");
  const inputs = await readInputs(entries, args, terminal, "explain");
  const components = await findNamed(name, inputs, args, terminal);
  if (components === undefined) return 1;
  const { explain, printExplanation, printTree } = await import("../index.js");
  const explanations = explain(components, inputs, { depth });
  if (args.has("json")) terminal.print(JSON.stringify(explanations, undefined, 2));
  else if (args.has("tree")) terminal.print(explanations.map(({ outline }) => printTree(outline)).join("\n\n"));
  else terminal.print(explanations.map(printExplanation).join("\n\n\n"));
  return 0;
}
