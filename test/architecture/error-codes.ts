import { ts } from "ts-morph";
import { nodes, place, type SourceFile } from "./source-files.js";

/** W3C rule names (`cvc-elt.4.3`, `ct-props-correct`) and our own prefixes. */
const codePattern =
  /^(?:(?:xml|xsd|wsdl|bind|soap|um|http|cvc|cos|src)-[A-Za-z][A-Za-z-]*|[a-z]+-props-[a-z]+|[a-z]+-restricts?|derivation-ok-[a-z]+|rcase-[A-Za-z]+|range-ok|[A-Za-z]+-valid-restriction|[A-Za-z]+-(?:min|max|less)[A-Za-z-]+)(?:\.[0-9a-z]+)*$/;

const anyCode = /^[A-Za-z]+(?:-[A-Za-z]+)+(?:\.[0-9a-z]+)*$/;

/** Every error code that a file spells, with the places. One that is put together has a `*`: `cvc-*-valid`. */
export function errorCodes(file: SourceFile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const node of nodes(file.tree)) {
    const text = spelling(node);
    if (text === undefined || ts.isTypeNode(node.parent)) continue;
    const pattern = isCodeProperty(node) ? anyCode : codePattern;
    if (!pattern.test(text.replace("*", "x"))) continue;
    const places = found.get(text) ?? [];
    places.push(place(file, node));
    found.set(text, places);
  }
  return found;
}

function spelling(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node) || node.templateSpans.length !== 1) return undefined;
  return `${node.head.text}*${node.templateSpans[0]?.literal.text ?? ""}`;
}

/** Whether a listed code is one that the sources spell as `spelled`. */
export function isSpelling(spelled: string, code: string): boolean {
  const [start = "", end] = spelled.split("*");
  return end === undefined ? spelled === code : code.startsWith(start) && code.endsWith(end);
}

/** `{ code: "…" }`, whatever the code looks like. */
function isCodeProperty(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name) && parent.name.text === "code";
}

export interface CodeRow {
  readonly code: string;
  readonly meaning: string;
  /** The address of the rule, or the empty string. */
  readonly rule: string;
}

/** The rows `| code | meaning | rule |` of a Markdown text whose first cell is a code. */
export function codeRows(markdown: string): readonly CodeRow[] {
  const rows: CodeRow[] = [];
  for (const line of markdown.split("\n")) {
    const [, code, meaning = "", rule = ""] = /^\| `([^`]+)` \| (.+?) \|(?: (.*?) ?\|)?$/.exec(line) ?? [];
    if (code !== undefined) rows.push({ code, meaning, rule: /\]\(([^)]+)\)/.exec(rule)?.[1] ?? "" });
  }
  return rows;
}
