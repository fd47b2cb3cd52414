/** Who may import whom: the table of the design, row by row. */
export interface ImportRule {
  /** The files it holds for: a folder with `/` at its end, or a file. The longest match counts. */
  readonly files: readonly string[];
  /** What these files may import; a folder with `/` at its end, a file, or a package. Their own folder is always allowed. */
  readonly may: readonly string[];
  /** What they may import as types only. */
  readonly types?: readonly string[] | undefined;
}

const datatypeWords = ["src/xml/names.ts", "src/xml/chars.ts"];

export const importRules: readonly ImportRule[] = [
  { files: ["src/errors.ts"], may: [] },
  { files: ["src/xml/"], may: ["src/errors.ts"] },
  { files: ["src/datatypes/"], may: [...datatypeWords, "src/errors.ts"] },
  { files: ["src/descriptors.ts"], may: [], types: ["src/xml/names.ts", "src/datatypes/datatype.ts"] },
  {
    files: ["src/codegen.ts", "src/codegen-datatypes.ts"],
    may: ["src/codegen-datatypes.ts", "src/datatypes/"],
    types: ["src/descriptors.ts"],
  },
  { files: ["src/compile/"], may: ["src/descriptors.ts", "src/datatypes/", "src/xml/", "src/errors.ts"] },
  {
    files: ["src/parse.ts", "src/serialize.ts", "src/validate.ts", "src/write-value.ts"],
    may: ["src/compile/", "src/datatypes/", "src/xml/", "src/errors.ts", "src/write-value.ts"],
    types: ["src/descriptors.ts"],
  },
  {
    files: ["src/index.ts"],
    may: ["src/parse.ts", "src/serialize.ts", "src/validate.ts", "src/errors.ts", "src/xml/"],
    types: ["src/descriptors.ts"],
  },
  {
    files: ["src/soap/"],
    may: [
      "src/parse.ts",
      "src/serialize.ts",
      "src/validate.ts",
      "src/read-content.ts",
      "src/write-content.ts",
      "src/xml/",
      "src/errors.ts",
    ],
    types: ["src/descriptors.ts", "src/xml-element.ts"],
  },
  { files: ["src/um/"], may: ["generated/", "src/soap/", "src/index.ts"] },
  { files: ["src/node/"], may: ["generated/", "src/", "node:"] },
  { files: ["generated/"], may: ["xsdsmith/codegen"] },
  { files: ["generator/load/"], may: ["src/xml/", "src/errors.ts", "node:"] },
  {
    files: ["generator/schema/"],
    may: ["src/datatypes/", "src/xml/names.ts", "src/errors.ts"],
    types: ["generator/load/document.ts"],
  },
  {
    files: ["generator/wsdl/"],
    may: ["src/xml/names.ts", "src/errors.ts", "generator/load/document.ts"],
    types: ["generator/schema/components.ts"],
  },
  {
    files: ["generator/bind/"],
    may: ["src/xml/names.ts", "src/errors.ts"],
    types: ["generator/schema/components.ts", "generator/wsdl/components.ts"],
  },
  { files: ["generator/emit/"], may: [], types: ["generator/bind/model.ts", "ts-morph"] },
  { files: ["generator/print.ts"], may: ["ts-morph"], types: ["generator/emit/"] },
  { files: ["generator/write.ts"], may: ["node:", "src/errors.ts"] },
  {
    files: ["generator/generate.ts", "generator/options.ts", "generator/index.ts"],
    may: ["generator/", "src/errors.ts", "node:path"],
  },
  { files: ["generator/cli/"], may: ["generator/index.ts", "src/", "node:"] },
];

/** The rule that holds for a file. */
export function ruleFor(path: string): ImportRule | undefined {
  let best: ImportRule | undefined;
  let length = 0;
  for (const rule of importRules) {
    for (const files of rule.files) {
      if (files.length > length && covers(files, path)) {
        best = rule;
        length = files.length;
      }
    }
  }
  return best;
}

/** Whether an entry of the table (`src/xml/`, `src/errors.ts`, `node:`) covers a target. */
export function covers(entry: string, target: string): boolean {
  return entry.endsWith("/") || entry.endsWith(":") ? target.startsWith(entry) : target === entry;
}
