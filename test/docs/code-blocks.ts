export interface CodeBlock {
  /** `README.md:12`, the line of the opening fence. */
  readonly place: string;
  readonly language: string;
  /** The words after the language. */
  readonly marks: readonly string[];
  readonly code: string;
}

/** The fenced code blocks of a Markdown text, in order. */
export function codeBlocks(file: string, text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const opening = /^( *)(`{3,})(.*)$/.exec(lines[index] ?? "");
    if (opening === null) continue;
    const [, indent = "", fence = "", info = ""] = opening;
    const start = index + 1;
    while (index + 1 < lines.length && lines[index + 1]?.trim() !== fence) index++;
    const [language = "", ...marks] = info.trim().split(/\s+/);
    const code = lines.slice(start, index + 1).map((line) => line.slice(indent.length));
    blocks.push({ place: `${file}:${start}`, language, marks, code: `${code.join("\n")}\n` });
    index++;
  }
  return blocks;
}
