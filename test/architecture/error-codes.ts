import { ts } from "ts-morph";
import { nodes, place, type SourceFile } from "./source-files.js";

/** The prefixes of our own codes. */
export const ownCode = /^(?:xml|value|load|xsd|wsdl|bind|sample|print|config|soap|um|transport|http)-/;

/** Our own codes, the Basic Profile's (`bp-R2205`), and the W3C's: `cvc-elt.4.3`, `ct-props-correct`, `rcase-Recurse`, `minLength-valid-restriction`. */
const codePatterns: readonly RegExp[] = [
  ownCode,
  /^(?:cvc|cos|src|derivation|rcase)-[A-Za-z*]/,
  /^(?:a|ag|au|c|ct|e|mg|n|p|sch|st)-(?:props-correct|restrict-facets|fields-xpaths|selector-xpath)/,
  /^no-x[a-z]+$/,
  /^bp-R[0-9]+$/,
  /^[A-Za-z*]+-valid-restriction$/,
  /^[A-Za-z]+-(?:required-notation|totalDigits|minLength-maxLength|less-than-.+|minExclusive|maxExclusive)$/,
];

/** A word with a hyphen, and perhaps a clause. */
const codeShape = /^[A-Za-z*]+(?:-[A-Za-z0-9*]+)+(?:\.[0-9a-z]+)*$/;

/** Every error code that a file spells, with the places. One that is put together has a `*`: `cvc-*-valid`. */
export function errorCodes(file: SourceFile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const node of nodes(file.tree)) {
    const text = spelling(node);
    if (text === undefined || ts.isTypeNode(node.parent)) continue;
    // The name of a package in `import()`.
    if (ts.isCallExpression(node.parent) && node.parent.expression.kind === ts.SyntaxKind.ImportKeyword) continue;
    if (!codeShape.test(text)) continue;
    if (!isCodeProperty(node) && !codePatterns.some((pattern) => pattern.test(text))) continue;
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

/** The rule of a code: without the number of the clause. */
export function ruleOf(code: string): string {
  return code.replace(/\..*$/, "");
}

/** Whether a listed rule is the one that the sources spell as `spelled`. */
export function isSpelling(spelled: string, rule: string): boolean {
  const [start = "", end] = ruleOf(spelled).split("*");
  return end === undefined ? start === rule : rule.startsWith(start) && rule.endsWith(end);
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
