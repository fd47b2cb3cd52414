import type { Documentation } from "../bind/model.js";
import { lineWidth } from "./layout.js";

/** A TSDoc comment with a line break at its end; the empty string where there is nothing to say. */
export function emitDocs(documentation: Documentation, indentation: number): string {
  const { origin } = documentation;
  const paragraphs = documentation.paragraphs.map(escapeDocs);
  if (origin !== undefined) paragraphs.push(`@generated from ${escapeDocs(origin)}`);
  const [only, another] = paragraphs;
  if (only === undefined) return "";
  const margin = " ".repeat(indentation);
  const oneLine = `${margin}/** ${only} */`;
  if (another === undefined && oneLine.length <= lineWidth) return `${oneLine}\n`;
  const lines = paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [""]),
    ...wrap(paragraph, lineWidth - indentation - 3),
  ]);
  const body = lines.map((line) => `${margin} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${margin}/**\n${body}${margin} */\n`;
}

/** Keeps schema text from ending the comment or being read as TSDoc's own marks. */
function escapeDocs(text: string): string {
  return text.replace(/\*\//g, "*\\/").replace(/[{}<>\\]|@(?=\w)/g, (mark) => `\\${mark}`);
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
