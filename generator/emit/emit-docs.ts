import type { Documentation } from "../bind/model.js";
import { lineWidth } from "./layout.js";

/** The text of a comment: blocks with an empty line between them. */
interface Block {
  readonly text: string;
  /** Before the first line, and in spaces before the others. */
  readonly bullet?: string;
}

/** A TSDoc comment with a line break at its end; the empty string where there is nothing to say. */
export function emitDocs(documentation: Documentation, indentation: number): string {
  const margin = " ".repeat(indentation);
  return docLines(documentation, lineWidth - indentation)
    .map((line) => `${margin}${line}\n`)
    .join("");
}

/** The lines of a TSDoc comment, none where there is nothing to say. */
export function docLines(documentation: Documentation, width: number): readonly string[] {
  const groups = blockGroups(documentation);
  const [only, another] = groups.flat();
  if (only === undefined) return [];
  const oneLine = `/** ${only.text} */`;
  if (another === undefined && only.bullet === undefined && oneLine.length <= width) return [oneLine];
  const lines = groups.flatMap((blocks, index) => [
    ...(index === 0 ? [] : [""]),
    ...blocks.flatMap((block) => wrap(block, width - 3)),
  ]);
  return ["/**", ...lines.map((line) => ` *${line === "" ? "" : ` ${line}`}`), " */"];
}

function blockGroups(documentation: Documentation): readonly (readonly Block[])[] {
  const { paragraphs, values, rules, default: byDefault, origin } = documentation;
  const groups: Block[][] = paragraphs.map((text) => [{ text: escapeDocs(text) }]);
  if (values.length > 0) {
    groups.push(
      values.map(({ value, text }) => ({
        text: text === "" ? codeSpan(value) : `${codeSpan(value)}: ${escapeDocs(text)}`,
        bullet: "- ",
      })),
    );
  }
  if (rules.length > 0) groups.push([{ text: endless(rules.join(" ").replace(/\s+/g, " ")) }]);
  const tags: Block[] = [];
  if (byDefault !== undefined) tags.push({ text: `@defaultValue ${codeSpan(byDefault)}` });
  if (origin !== undefined) tags.push({ text: `@generated from ${escapeDocs(origin)}` });
  if (tags.length > 0) groups.push(tags);
  return groups;
}

/** Keeps schema text from ending the comment or being read as TSDoc's own marks. */
function escapeDocs(text: string): string {
  return endless(text.replace(/[{}<>\\]|@(?=\w)/g, (mark) => `\\${mark}`));
}

function codeSpan(text: string): string {
  const shown = endless(text.replace(/\s+/g, " "));
  if (shown.trim() === "") return '`""`';
  return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

function endless(text: string): string {
  return text.replace(/\*\//g, "*\\/");
}

function wrap({ text, bullet = "" }: Block, width: number): readonly string[] {
  const lines: string[] = [];
  const hanging = " ".repeat(bullet.length);
  let line = bullet;
  for (const word of text.split(" ")) {
    const empty = line.trim() === "" || line === bullet;
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging + word;
    } else {
      line = empty ? line + word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
