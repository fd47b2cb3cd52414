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
];
const nameWords = ["src/xml/names.ts", "src/xml/chars.ts", "src/xml/quote-name.ts"];
const elementType = "src/xml/tree/xml-element.ts";

export const importRules: readonly ImportRule[] = [
  { files: ["src/errors.ts"], may: [] },
  { files: ["src/text/"], may: [] },
  // XML, no schema: what its implementations share, and they.
  { files: ["src/xml/*"], may: ["src/text/", "src/errors.ts"] },
  {
    files: ["src/xml/fast/", "src/xml/doctype/"],
    may: ["src/xml/*", "src/xml/fast/", "src/xml/doctype/", "src/errors.ts"],
  },
  { files: ["src/xml/stream/"], may: ["src/xml/*", "src/xml/fast/", "src/errors.ts"] },
  { files: ["src/xml/compact/"], may: ["src/xml/*", "src/xml/write/escape.ts", "src/errors.ts"] },
  { files: ["src/xml/tree/"], may: ["src/xml/*", "src/text/", "src/errors.ts"] },
  { files: ["src/xml/write/"], may: ["src/xml/*", "src/xml/fast/", "src/errors.ts"] },
  { files: ["src/datatypes/"], may: [...nameWords, "src/text/", "src/errors.ts"] },
  // What generated code is made of: a descriptor does not name its machine.
  { files: ["src/schema/"], may: ["src/datatypes/"], types: ["src/xml/names.ts"] },
  {
    files: ["src/model/"],
    may: [...nameWords, "src/text/"],
    types: ["src/schema/", "src/datatypes/"],
  },
  {
    files: ["src/engine/"],
    may: ["src/model/", "src/datatypes/", "src/text/", ...nameWords, "src/xml/xsi.ts", "src/errors.ts"],
    types: ["src/schema/", "src/xml/ports.ts", elementType],
  },
  {
    files: ["src/constructs/"],
    may: [
      "src/engine/",
      "src/model/",
      "src/datatypes/",
      "src/text/",
      "src/xml/*",
      "src/xml/tree/read-xml-element.ts",
      "src/errors.ts",
    ],
    types: ["src/schema/", elementType],
  },
  {
    files: ["src/features/"],
    may: ["src/constructs/", "src/engine/", "src/model/", "src/schema/", "src/text/", "src/xml/", "src/errors.ts"],
  },
  {
    files: ["src/verbs/"],
    may: [
      "src/features/",
      "src/constructs/describe.ts",
      "src/constructs/write-xml-element.ts",
      "src/engine/",
      "src/text/",
      "src/xml/",
      "src/errors.ts",
    ],
    types: ["src/schema/", "src/model/prepared.ts"],
  },
  {
    files: ["src/soap/"],
    may: ["src/engine/", "src/constructs/write-xml-element.ts", "src/text/", "src/verbs/", "src/xml/", "src/errors.ts"],
    types: ["src/schema/"],
  },
  // The entry points choose and export.
  {
    files: ["src/index.ts"],
    may: ["src/verbs/", "src/features/", "src/xml/", "src/errors.ts"],
    types: ["src/datatypes/", "src/engine/", "src/schema/"],
  },
  {
    files: ["src/small.ts"],
    may: ["src/engine/", "src/soap/", "src/text/", "src/xml/", "src/errors.ts"],
    types: ["src/schema/"],
  },
  // What generated code imports: constructors of descriptors, and types for its interfaces.
  {
    files: ["src/codegen.ts"],
    may: ["src/constructs/", "src/schema/", "src/model/automaton.ts"],
    types: ["src/datatypes/", "src/errors.ts", "src/xml/names.ts", elementType],
  },
  { files: ["src/xml.ts", "src/fast-xml-parser.ts"], may: ["src/xml/", "src/errors.ts"] },
  {
    files: ["src/soap.ts"],
    may: ["src/soap/", "src/verbs/xml-elements.ts"],
    types: ["src/schema/", "src/errors.ts", "src/xml/", elementType],
  },
  { files: ["src/um.ts"], may: ["src/um/", "src/soap.ts"], types: ["generated/"] },
  { files: ["src/um-messages.ts"], may: ["generated/", "src/um/", "src/soap.ts"] },
  {
    files: ["src/autodiscover/"],
    may: ["src/codegen.ts", "src/soap/", "src/text/", "src/xml/", "src/errors.ts"],
    types: ["src/schema/"],
  },
  {
    files: ["src/um/"],
    may: ["generated/", "src/soap.ts", "src/index.ts", "src/soap/client-options.ts", "src/text/"],
  },
  // Shown in a browser: the page and what the server sends it.
  { files: ["src/um/console/"], may: [] },
  // The packages are optional, and loaded when they are needed.
  {
    files: ["src/node/"],
    may: ["generated/", "src/", "node:", "undici", "kerberos", "@opentelemetry/api", "xml-crypto"],
  },
  { files: ["generated/"], may: ["xsdsmith/codegen"] },
  // The pipeline, forward only.
  { files: ["generator/load/"], may: ["src/xml/", "src/text/", "src/errors.ts", "node:"] },
  {
    files: ["generator/schema/"],
    may: [...documentWords, "src/datatypes/", ...nameWords, "src/text/", "src/errors.ts"],
    types: ["generator/load/document.ts"],
  },
  {
    files: ["generator/wsdl/"],
    may: [...documentWords, ...nameWords, "src/text/", "src/errors.ts"],
    types: ["generator/load/document.ts", "generator/schema/components.ts"],
  },
  {
    files: ["generator/bind/"],
    may: ["generator/schema/facet-text.ts", "src/xml/names.ts", "src/errors.ts"],
    types: ["generator/load/document.ts", "generator/schema/components.ts", "generator/wsdl/components.ts"],
  },
  // One tree of calls, which two write down or make.
  { files: ["generator/calls/"], may: [], types: ["generator/bind/model.ts"] },
  { files: ["generator/emit/"], may: ["generator/calls/"], types: ["generator/bind/model.ts"] },
  {
    files: ["generator/interpret/"],
    may: [
      "generator/bind/bind.ts",
      "generator/calls/",
      "generator/load/locate.ts",
      "generator/questions/read-components.ts",
      "src/codegen.ts",
      "src/features/schema.ts",
      "src/errors.ts",
    ],
    types: [
      "generator/bind/",
      "generator/schema/components.ts",
      "generator/wsdl/components.ts",
      "src/schema/",
      "src/engine/",
    ],
  },
  { files: ["generator/print/"], may: ["ts-morph", "src/errors.ts"], types: ["generator/emit/"] },
  { files: ["generator/write/"], may: ["node:"], types: ["generator/options.ts", "generator/print/"] },
  // Questions about schemas stand beside the pipeline, on its components.
  {
    files: ["generator/questions/*"],
    may: [
      "generator/load/load.ts",
      "generator/schema/compile-schemas.ts",
      "generator/wsdl/compile-services.ts",
      "src/errors.ts",
    ],
    types: ["generator/load/document.ts", "generator/schema/components.ts", "generator/wsdl/components.ts"],
  },
  {
    files: ["generator/questions/sample/"],
    may: [
      ...documentWords,
      "generator/schema/",
      "generator/bind/bind-constraints.ts",
      "src/datatypes/",
      "src/constructs/identity/paths.ts",
      "src/xml/",
      "src/errors.ts",
    ],
    types: ["generator/wsdl/components.ts"],
  },
  {
    files: ["generator/questions/explain/"],
    may: [
      ...documentWords,
      "generator/schema/",
      "generator/questions/sample/",
      ...nameWords,
      "src/text/",
      "src/errors.ts",
    ],
    types: ["generator/load/document.ts", "generator/wsdl/components.ts"],
  },
  {
    files: ["generator/questions/diff/"],
    may: [
      ...documentWords,
      "generator/schema/",
      "generator/questions/sample/facets.ts",
      "generator/questions/explain/",
      "src/datatypes/datatype.ts",
      ...nameWords,
      "src/errors.ts",
    ],
    types: ["generator/wsdl/components.ts"],
  },
  {
    files: ["generator/questions/verify/"],
    may: [
      ...documentWords,
      "generator/load/",
      "generator/print/source-files.ts",
      ...nameWords,
      "src/xml/",
      "src/errors.ts",
      "libxmljs2",
      "libxml2-wasm",
      "libxml2-wasm/",
      "node:",
    ],
    types: ["generator/print/", "ts-morph"],
  },
  {
    files: ["generator/questions/site/"],
    may: ["generator/questions/explain/", "generator/load/locate.ts", ...nameWords],
    types: ["generator/schema/components.ts", "generator/wsdl/components.ts", "generator/print/print.ts"],
  },
  // Projects of a configuration: the pipeline with files, memory and a watch around it.
  {
    files: ["generator/project/config/"],
    may: [
      "generator/*",
      "generator/bind/datatype-options.ts",
      "generator/load/",
      "generator/write/",
      "generator/project/",
      "src/text/",
      "src/errors.ts",
      "jiti",
      "node:",
    ],
  },
  {
    files: ["generator/project/watch/"],
    may: ["generator/project/config/", "generator/load/", "node:"],
    types: ["generator/*", "generator/write/", "src/errors.ts"],
  },
  {
    files: ["generator/project/plugins/"],
    may: ["src/errors.ts", "src/datatypes/pattern/"],
    types: ["generator/bind/model.ts", "generator/print/print.ts", "ts-morph"],
  },
  {
    files: ["generator/playground/"],
    may: [
      "generator/*",
      "generator/interpret/",
      "generator/load/files.ts",
      "generator/questions/read-components.ts",
      "generator/questions/sample/sample.ts",
      "generator/questions/site/html.ts",
      "src/errors.ts",
      "src/verbs/validate-xml.ts",
      "esbuild",
      "node:",
    ],
  },
  // Only these see all the stages; they touch no file.
  { files: ["generator/*"], may: ["generator/", "src/errors.ts"] },
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
