import { ts } from "ts-morph";
import { nodes, place, type SourceFile } from "../architecture/source-files.js";

/** A text that people read. */
export interface Prose {
  /** `file:line`. */
  readonly place: string;
  readonly file: string;
  /** What a program says (`says`: errors, help), what its author says (`comment`), or a line of a page. */
  readonly kind: "says" | "comment" | "page";
  readonly text: string;
}

/** The lines of a Markdown text outside of code blocks. */
export function pageProse(file: string, text: string): readonly Prose[] {
  let fence: string | undefined;
  return text.split("\n").flatMap((line, index) => {
    const [, mark] = /^ *(`{3,})/.exec(line) ?? [];
    const isOutside = fence === undefined && mark === undefined;
    if (mark !== undefined) fence = fence === undefined ? mark : undefined;
    return isOutside ? [{ place: `${file}:${index + 1}`, file, kind: "page" as const, text: line }] : [];
  });
}

/** The comments of a file and its texts of several words; what is put into a text at run time stands as `…`. */
export function sourceProse(source: SourceFile): readonly Prose[] {
  const { path: file, tree } = source;
  const found: Prose[] = [];
  for (const node of nodes(tree)) {
    const text = spokenText(node);
    if (text?.includes(" ")) found.push({ place: place(source, node), file, kind: "says", text });
  }
  for (const { pos, text } of comments(tree)) {
    const line = tree.getLineAndCharacterOfPosition(pos).line + 1;
    found.push({ place: `${file}:${line}`, file, kind: "comment", text });
  }
  return found;
}

function spokenText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

function comments(tree: ts.SourceFile): readonly { readonly pos: number; readonly text: string }[] {
  const found = new Map<number, string>();
  for (const node of nodes(tree)) {
    for (const { pos, end } of ts.getLeadingCommentRanges(tree.text, node.getFullStart()) ?? []) {
      found.set(pos, tree.text.slice(pos, end).replace(/\n\s*\*? ?/g, " "));
    }
  }
  return [...found].map(([pos, text]) => ({ pos, text }));
}

/** What stands between backticks. */
export function codeSpans(text: string): readonly string[] {
  return [...text.matchAll(/(`+)(?! )(.+?)\1(?!`)|(`+) (.+?) \3(?!`)/g)].map(
    ([, , plain, , padded]) => plain ?? padded ?? "",
  );
}
