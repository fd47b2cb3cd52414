import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { allowOption, findNamed, readInputs } from "./read-inputs.js";
import { readNumber } from "./read-number.js";
import { reportIssues } from "./report.js";
import type { Terminal } from "./terminal.js";

export const sampleCommand: Command = {
  words: ["sample"],
  summary: "Write a document that a schema allows",
  usage: "ELEMENT ENTRY... [options]",
  details: [
    "ELEMENT is a local name, prefix:name or {namespace}name of a global element. The document holds to",
    "types, facets, patterns, keys and references; without options it has only what is required.",
  ],
  options: {
    maximal: { description: "Everything that is optional too, once or twice" },
    random: { description: "By chance; the same --seed gives the same document" },
    seed: { value: "NUMBER", description: "Another random document; implies --random" },
    compact: { description: "On one line" },
    allow: allowOption,
  },
  examples: [
    ["xsdsmith sample PlayOnPhone schemas/um.wsdl", "The smallest request"],
    ["xsdsmith sample PlayOnPhone schemas/um.wsdl --seed 7", "One of many"],
  ],
  run: runSample,
};

async function runSample(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [name, ...entries] = args.positionals;
  if (name === undefined) throw new UsageError("sample needs the name of an element");
  const seed = readNumber(args, "seed");
  const random = args.has("random") || seed !== undefined;
  if (random && args.has("maximal")) throw new UsageError("a sample is maximal or random, not both");
  const inputs = await readInputs(entries, args, terminal, "sample");
  const components = await findNamed(name, inputs, args, terminal);
  if (components === undefined) return 1;
  const elements = components.flatMap((component) => (component.kind === "element" ? component : []));
  const [element, another] = elements;
  if (element === undefined || another !== undefined) {
    const message =
      element === undefined
        ? `${name} is no global element, and only those can be the root of a document`
        : `${name} is an element of several namespaces: ${elements.map((each) => `{${each.name.namespace}}${each.name.localName}`).join(", ")}`;
    reportIssues([{ code: "xsd-unknown-name", message }], terminal);
    return 1;
  }
  const { sampleDocument } = await import("../index.js");
  const kind = random ? "random" : args.has("maximal") ? "maximal" : "minimal";
  terminal.print(sampleDocument(inputs.schemas, element, { kind, seed, indent: args.has("compact") ? 0 : 2 }));
  return 0;
}
