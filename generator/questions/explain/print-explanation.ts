import type { SourceLocation } from "../../../src/errors.js";
import type { Explanation } from "./explain.js";
import type { OutlineNode } from "./outline.js";
import type { Use } from "./usage.js";

/** Longest documentation beside a line of the tree. */
const noteWidth = 90;
/** Users shown before the rest is counted. */
const shownUses = 12;

/** An explanation for people; a title, then sections between blank lines. */
export function printExplanation(explanation: Explanation): string {
  const { kind, name, namespace, location, documentation, facts, values, outline, variants, usedBy, sample } =
    explanation;
  const place = location === undefined ? [] : [`declared at ${printPlace(location)}`];
  const title = [`${kind} ${name}`, `  namespace ${namespace || "(none)"}`, ...place.map((line) => `  ${line}`)];
  const sections = [
    title.join("\n"),
    documentation.map((paragraph) => wrap(paragraph)).join("\n\n"),
    facts.join("\n"),
    values.length === 0 ? "" : ["values:", ...printValues(values)].join("\n"),
    printTree(outline),
    list(kind === "element" ? "may be replaced by:" : "derived types:", variants.map(localName)),
    list("used by:", usedBy.map(printUse)),
    sample === undefined ? "" : `sample:\n${indent(sample.trimEnd())}`,
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

/** The tree alone. */
export function printTree(nodes: readonly OutlineNode[]): string {
  const lines: string[] = [];
  for (const node of nodes) visit(node, "", "");
  return lines.join("\n");

  function visit(node: OutlineNode, first: string, rest: string): void {
    lines.push(`${first}${printNode(node)}`);
    for (const [index, child] of node.children.entries()) {
      const last = index === node.children.length - 1;
      visit(child, `${rest}${last ? "└─ " : "├─ "}`, `${rest}${last ? "   " : "│  "}`);
    }
  }
}

const groupWords: Readonly<Record<string, string>> = {
  sequence: "in this order",
  choice: "one of",
  all: "in any order",
  any: "any element",
  anyAttribute: "any attributes",
  text: "text",
};

function printNode({ kind, name = "", min, max, type, facts, documentation, cut }: OutlineNode): string {
  const label = kind === "element" ? name : kind === "attribute" ? `@${name}` : `(${groupWords[kind] ?? kind})`;
  const parts = [
    `${label}${kind === "anyAttribute" || (kind === "text" && max !== 1) ? "" : printOccurrence(min, max)}`,
    ...(type === undefined || type === "" ? [] : [type]),
    ...(facts.length === 0 ? [] : [`[${facts.join("; ")}]`]),
    ...(cut === undefined ? [] : [cut === "recursive" ? "↑" : "…"]),
    ...(documentation === undefined ? [] : [`— ${shorten(documentation)}`]),
  ];
  return parts.join("  ");
}

/** As in regular expressions and DTDs. */
export function printOccurrence(min: number, max: number | "unbounded"): string {
  if (min === 1 && max === 1) return "";
  if (max === "unbounded") return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

export function printPlace({ file, line, column }: SourceLocation): string {
  return `${file ?? ""}:${line}:${column}`;
}

function localName(clark: string): string {
  return clark.replace(/^\{.*\}/, "");
}

function printUse({ kind, name, how, location }: Use): string {
  const local = localName(name);
  return `${kind} ${local}, which ${how.startsWith("in ") || how.startsWith("as ") ? `has it ${how}` : how}${location === undefined ? "" : `  ${printPlace(location)}`}`;
}

function printValues(values: Explanation["values"]): readonly string[] {
  const width = Math.min(40, Math.max(...values.map(({ value }) => value.length)));
  return values.map(({ value, documentation }) =>
    `  ${value.padEnd(width)}${documentation === "" ? "" : `  — ${shorten(documentation)}`}`.trimEnd(),
  );
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const more = items.length > shownUses ? [`  … and ${items.length - shownUses} more`] : [];
  return [title, ...items.slice(0, shownUses).map((item) => `  ${item}`), ...more].join("\n");
}

function shorten(text: string): string {
  return text.length > noteWidth ? `${text.slice(0, noteWidth - 1).trimEnd()}…` : text;
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

function wrap(text: string, width = 100): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= width) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].map((text) => `  ${text}`).join("\n");
}
