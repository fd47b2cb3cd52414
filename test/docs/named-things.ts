import { codeSpans, type Prose } from "./prose.js";

/** The command lines in a text, from `xsdsmith` on: of a page those in code, for in prose the name begins a sentence. */
function commandLines({ kind, text }: Prose): readonly string[] {
  const texts = kind === "page" ? codeSpans(text) : [text];
  return texts.flatMap((one) =>
    [...one.matchAll(/\bxsdsmith (.*?)(?=\bxsdsmith |[;,”]|$)/g)].map(([, rest = ""]) => rest),
  );
}

/** The one or two words after `xsdsmith` that name a command. */
export function namedCommands(prose: Prose): readonly string[] {
  return commandLines(prose).flatMap((line) => /^(?:um )?[a-z][\w-]*/.exec(line)?.[0] ?? []);
}

export interface NamedOption {
  /** With its dashes. */
  readonly option: string;
  /** The words of the command that it is given to, where the text says that. */
  readonly command: string | undefined;
}

/** Options of the command line, but for those of other programs, and for what begins with dashes in a style sheet. */
export function namedOptions(prose: Prose): readonly NamedOption[] {
  const texts = prose.kind === "page" ? codeSpans(prose.text) : [prose.text];
  return texts
    .filter((text) => !/^(?:npm|npx|node|pnpm|yarn|bun|deno|tsc|xjc)\b|\bvar\(--|\bnpm install\b/.test(text))
    .flatMap((text) =>
      [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(({ 0: option, index }) => {
        const [, command] = /.*\bxsdsmith ((?:um )?[a-z][\w-]*)/.exec(text.slice(0, index)) ?? [];
        return { option, command };
      }),
    );
}

/** Options of functions: what follows "the option" in an error, what stands in code beside that word elsewhere. */
export function namedProperties({ kind, text }: Prose): readonly string[] {
  if (kind === "says") {
    const named = [...text.matchAll(/\bthe option ([a-z]\w*)|\bthe options ([a-z]\w*)(?:, (\w+))* and ([a-z]\w*)/g)];
    const given = [...text.matchAll(/(?<![\w.$-])([a-z]\w*): (?:true|false|"[\w-]+")(?!\w)/g)];
    return [...named, ...given].flatMap(([, ...names]) => names.filter((name) => name !== undefined));
  }
  const before = [...text.matchAll(/\b[Oo]ptions? `(\w+)/g)];
  const after = [...text.matchAll(/`(\w+)` options?\b/g)];
  return [...before, ...after].flatMap(([, name = ""]) => name);
}

/** Words in camel case in what a program says, code that it writes aside: each is the name of something. */
export function camelCaseWords({ kind, text }: Prose): readonly string[] {
  if (kind !== "says" || /[<{;]/.test(text)) return [];
  return [...text.matchAll(/(?<![\w.$#@"-])[a-z]{2,}[A-Z]\w*/g)].map(([word]) => word);
}

/** Paths from the project's folder, with `*` for what may be any name: `src/datatypes/facet-NAME.ts`. */
export function namedPaths({ file, text }: Prose): readonly string[] {
  const paths = text.matchAll(/(?<![\w/.@:-])(?:src|docs|test|generator|bench|\.ci|\.github)\/[\w./*{}<>-]*/g);
  const full = [...paths].map(([path]) => path.replace(/[.,]$/, ""));
  // Elsewhere such a name may be that of a user's file.
  const short = file === "CONTRIBUTING.md" ? codeSpans(text).filter((span) => /^[\w/-]+\.ts$/.test(span)) : [];
  return [...full, ...short].map((path) => path.replace(/[A-Z]{2,}|<[^>]*>/g, "*"));
}

/** Entry points: `xsdsmith/um`. */
export function namedEntryPoints({ text }: Prose): readonly string[] {
  return [...text.matchAll(/(?<![\w/.@-])xsdsmith((?:\/[a-z][\w-]*)+)(?![\w/.-]*\.\w)/g)].map(
    ([, path = ""]) => `.${path}`,
  );
}

export interface NamedScript {
  readonly script: string;
  /** The first word after `--`: which of several things the script does. */
  readonly part: string | undefined;
}

/** Scripts of npm. */
export function namedScripts({ text }: Prose): readonly NamedScript[] {
  return [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?([\w:-]+)|(test)\b)(?: -- ([a-z][\w-]*))?/g)].map(
    ([, script, test, part]) => ({ script: script ?? test ?? "", part }),
  );
}
