/** Who may import whom: the table of the design, row by row. */
export interface ImportRule {
  /** The files it holds for: a folder (`src/xml/`), its own files (`src/*`), or a file. The longest match counts. */
  readonly files: readonly string[];
  /** What these files may import: folders, files, packages. Their own folder is always allowed. */
  readonly may: readonly string[];
  /** What they may import as types only. */
  readonly types?: readonly string[] | undefined;
}

/** What reading an element of a `SourceDocument`, and finding fault with it, takes: the accessors of the data type. */
const documentWords = [
  "generator/load/attributes.ts",
  "generator/load/copies.ts",
  "generator/load/findings.ts",
  "generator/load/locate.ts",
  "generator/load/namespaces.ts",
  "generator/load/source-names.ts",
  "generator/load/suggest.ts",
];
const nameWords = ["src/xml/names.ts", "src/xml/chars.ts"];

export const importRules: readonly ImportRule[] = [
  { files: ["src/errors.ts"], may: [] },
  { files: ["src/xml/"], may: ["src/errors.ts"] },
  { files: ["src/datatypes/"], may: [...nameWords, "src/errors.ts"] },
  {
    files: ["src/descriptors.ts"],
    may: [],
    types: [
      "src/xml/names.ts",
      "src/datatypes/datatype.ts",
      "src/identity/constraint.ts",
      "src/compile/group-rules.ts",
      "src/constructs.ts",
    ],
  },
  // What generated code imports: constructors of descriptors, and types for its interfaces.
  {
    files: ["src/codegen.ts", "src/codegen-datatypes.ts"],
    may: ["src/*", "src/compile/", "src/datatypes/", "src/identity/"],
    types: ["src/xml/names.ts"],
  },
  {
    files: ["src/compile/"],
    may: ["src/descriptors.ts", "src/datatypes/", "src/xml/", "src/errors.ts", "src/set-property.ts"],
    types: ["src/constructs.ts", "src/identity/constraint.ts"],
  },
  { files: ["src/identity/"], may: ["src/datatypes/", "src/xml/", "src/errors.ts"], types: ["src/descriptors.ts"] },
  // The verbs and what they are made of.
  { files: ["src/*"], may: ["src/compile/", "src/identity/", "src/datatypes/", "src/xml/"] },
  // The small runtime: of the other one it has the datatypes, the errors and words for names.
  {
    files: ["src/lite/"],
    may: ["src/*", "src/compile/", "src/datatypes/", ...nameWords, "src/xml/escape.ts", "src/xml/namespaces.ts"],
  },
  { files: ["src/lite/um.ts"], may: ["generated/lite/"] },
  {
    files: ["src/lite/soap/"],
    may: [
      "src/lite/",
      "src/errors.ts",
      "src/soap/answer.ts",
      "src/soap/credentials.ts",
      "src/soap/deadline.ts",
      "src/soap/decode-body.ts",
      "src/soap/excerpt.ts",
      "src/soap/fetch-transport.ts",
      "src/soap/response-error.ts",
      "src/soap/transport.ts",
      ...nameWords,
    ],
    types: ["src/descriptors.ts"],
  },
  {
    files: ["src/soap/"],
    may: ["src/*", "src/xml/"],
    types: ["src/descriptors.ts"],
  },
  { files: ["src/autodiscover/"], may: ["src/*", "src/soap/", "src/xml/"] },
  { files: ["src/um/"], may: ["generated/", "src/soap/", "src/index.ts"] },
  // Shown in a browser: the page and what the server sends it.
  { files: ["src/um-console/"], may: [] },
  // The packages are optional, and loaded when they are needed.
  {
    files: ["src/node/"],
    may: ["generated/", "src/", "node:", "undici", "kerberos", "@opentelemetry/api", "xml-crypto"],
  },
  { files: ["generated/"], may: ["xsdsmith/codegen"] },
  { files: ["generated/lite/"], may: ["xsdsmith/lite"] },
  { files: ["generator/load/"], may: ["src/xml/", "src/errors.ts", "node:"] },
  {
    files: ["generator/schema/"],
    may: [...documentWords, "src/datatypes/", ...nameWords, "src/errors.ts"],
    types: ["generator/load/document.ts"],
  },
  {
    files: ["generator/wsdl/"],
    may: [...documentWords, ...nameWords, "src/errors.ts"],
    types: ["generator/load/document.ts", "generator/schema/components.ts"],
  },
  {
    files: ["generator/bind/"],
    may: ["src/xml/names.ts", "src/errors.ts"],
    types: ["generator/load/document.ts", "generator/schema/components.ts", "generator/wsdl/components.ts"],
  },
  // Questions about schemas: these stand beside the pipeline, on its components.
  {
    files: ["generator/sample/"],
    may: [
      ...documentWords,
      "generator/schema/",
      "generator/bind/bind-constraints.ts",
      "src/datatypes/",
      "src/identity/paths.ts",
      "src/xml/",
      "src/errors.ts",
      "src/xsi.ts",
    ],
    types: ["generator/wsdl/components.ts"],
  },
  {
    files: ["generator/explain/"],
    may: [
      ...documentWords,
      "generator/schema/",
      "generator/sample/",
      "generator/bind/facet-text.ts",
      ...nameWords,
      "src/errors.ts",
    ],
    types: ["generator/load/document.ts", "generator/wsdl/components.ts"],
  },
  {
    files: ["generator/diff/"],
    may: [
      ...documentWords,
      "generator/schema/",
      "generator/sample/facets.ts",
      "generator/explain/",
      "generator/bind/facet-text.ts",
      "src/datatypes/datatype.ts",
      ...nameWords,
      "src/errors.ts",
    ],
    types: ["generator/wsdl/components.ts"],
  },
  {
    files: ["generator/verify/"],
    may: [
      ...documentWords,
      "generator/load/",
      ...nameWords,
      "src/xml/",
      "src/errors.ts",
      "libxmljs2",
      "libxml2-wasm",
      "libxml2-wasm/",
      "node:",
    ],
  },
  // Projects of a configuration: the pipeline with files, memory and a watch around it.
  {
    files: ["generator/config/"],
    may: ["generator/*", "generator/load/", "generator/plugins/", "generator/watch/", "src/errors.ts", "jiti", "node:"],
  },
  {
    files: ["generator/watch/"],
    may: ["generator/config/", "generator/load/", "node:"],
    types: ["generator/*", "src/errors.ts"],
  },
  {
    files: ["generator/site/"],
    may: ["generator/explain/", "generator/load/locate.ts", ...nameWords],
    types: ["generator/schema/components.ts", "generator/wsdl/components.ts", "generator/print.ts"],
  },
  {
    files: ["generator/playground/"],
    may: [
      "generator/*",
      "generator/load/files.ts",
      "generator/sample/sample.ts",
      "generator/site/html.ts",
      "src/errors.ts",
      "src/validate-document.ts",
      "esbuild",
      "node:",
    ],
  },
  {
    files: ["generator/plugins/"],
    may: ["src/errors.ts", "src/datatypes/pattern/"],
    types: ["generator/bind/model.ts", "generator/print.ts"],
  },
  { files: ["generator/emit/"], may: [], types: ["generator/bind/model.ts", "ts-morph"] },
  { files: ["generator/print.ts"], may: ["ts-morph"], types: ["generator/emit/"] },
  { files: ["generator/write.ts"], may: ["node:"], types: ["generator/options.ts", "generator/print.ts"] },
  // Only these see all the stages; they touch no file.
  { files: ["generator/*"], may: ["generator/", "src/*", "src/identity/", "src/xml/"] },
  { files: ["generator/cli/"], may: ["generator/index.ts", "src/", "node:"], types: ["generator/options.ts"] },
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

/** Whether an entry of the table covers a target: `src/xml/`, `src/*` (that folder, no deeper), `src/errors.ts`, `node:`. */
export function covers(entry: string, target: string): boolean {
  if (entry.endsWith("/*"))
    return /^[^/]+$/.test(target.slice(entry.length - 1)) && target.startsWith(entry.slice(0, -1));
  return entry.endsWith("/") || entry.endsWith(":") ? target.startsWith(entry) : target === entry;
}
