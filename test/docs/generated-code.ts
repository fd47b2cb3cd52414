import { inspect } from "node:util";
import { bind } from "../../generator/bind/bind.js";
import { generateFiles } from "../../generator/generate.js";
import { interpret } from "../../generator/interpret/interpret.js";
import { readComponents } from "../../generator/questions/read-components.js";
import { parse } from "../../src/verbs/parse.js";
import { readInfoset } from "../infoset.js";

const namespace = "urn:example";
const file = "example.xsd";

/** One section: a schema, the code for it, and perhaps a document with its value. */
interface Example {
  readonly schema: string;
  readonly document: string | undefined;
}

/** The text of `docs/generated-code.md` with all code and values made again. */
export async function regenerate(text: string): Promise<string> {
  const sections = text.split(/^(?=## )/m);
  const done = await Promise.all(sections.map(regenerateSection));
  return done.join("");
}

async function regenerateSection(section: string): Promise<string> {
  const [schema, document] = [...section.matchAll(/^```xml\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");
  if (schema === undefined) return section;
  const example: Example = { schema, document };
  let filled = await replaceBlock(section, "typescript", () => declarations(example));
  if (document !== undefined) filled = await replaceBlock(filled, "js", () => value(example));
  return filled;
}

async function replaceBlock(section: string, language: string, make: () => Promise<string>): Promise<string> {
  const block = new RegExp(`^\`\`\`${language}\\n[\\s\\S]*?^\`\`\`$`, "m");
  if (!block.test(section)) throw new Error(`no ${language} block in ${section.slice(0, 60)}`);
  const made = await make();
  return section.replace(block, () => `\`\`\`${language}\n${made.trimEnd()}\n\`\`\``);
}

async function declarations({ schema }: Example): Promise<string> {
  const { files } = await generateFiles([file], sourcesOf(schema));
  const [, code = ""] = files[0]?.text.split(/^const ns = .*\n\n/m) ?? [];
  return code;
}

async function value({ schema, document = "" }: Example): Promise<string> {
  const text = document.replace(/^<([\w-]+)/, `<$1 xmlns="${namespace}"`);
  const { schemas } = await readComponents([file], sourcesOf(schema));
  const { model } = bind([], schemas, { bindings: [], services: [] }, {});
  const { name } = readInfoset(text);
  const descriptor = [...(interpret(model).elements ?? [])].find(
    (element) => `{${element.namespace}}${element.name}` === name,
  );
  if (descriptor === undefined) throw new Error(`no element ${name}`);
  return inspect(parse(descriptor, text), { depth: null, breakLength: 100, compact: 2 });
}

function sourcesOf(schema: string): { readonly base: string; readonly readFile: () => Promise<Uint8Array> } {
  const attributes = `xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}"`;
  const text = `<xs:schema ${attributes} elementFormDefault="qualified">${schema}</xs:schema>`;
  return { base: "file:///", readFile: async () => new TextEncoder().encode(text) };
}
