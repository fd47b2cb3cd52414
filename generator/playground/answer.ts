import { formatIssue, type Issue, SchemaError, XmlError } from "../../src/errors.js";
import { validateXml } from "../../src/verbs/validate-xml.js";
import { generateFiles } from "../generate.js";
import { readSchemas } from "../interpret/read-schemas.js";
import { memoryFiles } from "../load/files.js";
import { readComponents } from "../questions/read-components.js";
import { sampleDocument } from "../questions/sample/sample.js";

/** What the page asks: a schema or WSDL, and a document to check against it. */
export interface Question {
  readonly id: number;
  readonly schema: string;
  /** Absent: a sample of the first element is asked for. */
  readonly document?: string | undefined;
}

/** A finding as the page shows it. */
export interface Finding {
  readonly text: string;
  readonly severity: "error" | "warning";
  /** Where to mark, in UTF-16 code units; absent where the place is unknown. */
  readonly offset?: number | undefined;
  readonly length?: number | undefined;
}

export interface Answer {
  readonly id: number;
  /** The generated files; absent where the schema has errors. */
  readonly code?: string | undefined;
  readonly schemaFindings: readonly Finding[];
  readonly document?: string | undefined;
  readonly documentFindings: readonly Finding[];
  readonly milliseconds: number;
}

/** Generates, samples and validates: all that the page cannot do itself. */
export async function answer({ id, schema, document }: Question): Promise<Answer> {
  const start = performance.now();
  const entry = /<(?:[\w.-]+:)?definitions[\s>]/.test(schema) ? "schema.wsdl" : "schema.xsd";
  const files = memoryFiles({ [entry]: schema });
  const spent = (): number => Math.round((performance.now() - start) * 10) / 10;
  try {
    const result = await generateFiles([entry], { ...files, parse: false });
    const code = result.files
      .map(({ path, text }) => (result.files.length > 1 ? `// ${path}\n${text}` : text))
      .join("\n");
    const checked = document ?? (await sample(entry, files, id));
    const findings = checked === undefined ? [] : await check(entry, files, checked);
    const schemaFindings = result.issues.map((issue) => finding(issue, schema));
    return { id, code, schemaFindings, document: checked, documentFindings: findings, milliseconds: spent() };
  } catch (error) {
    const issues = error instanceof SchemaError ? error.issues : [asIssue(error)];
    const schemaFindings = issues.map((issue) => finding(issue, schema));
    return { id, schemaFindings, document, documentFindings: [], milliseconds: spent() };
  }
}

type Files = ReturnType<typeof memoryFiles>;

/** Everything at first, then one of many. */
async function sample(entry: string, files: Files, seed: number): Promise<string | undefined> {
  const { schemas } = await readComponents([entry], files);
  for (const element of schemas.elements.values()) {
    if (element.abstract) continue;
    try {
      return sampleDocument(schemas, element, { kind: seed === 1 ? "maximal" : "random", seed });
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
    }
  }
  return undefined;
}

async function check(entry: string, files: Files, document: string): Promise<readonly Finding[]> {
  const { schema } = await readSchemas([entry], files);
  return validateXml(schema, document).map((issue) => finding(issue, document));
}

function asIssue(error: unknown): Issue {
  if (error instanceof XmlError) return { code: error.code, message: error.reason };
  return { code: "error", message: error instanceof Error ? error.message : String(error) };
}

function finding(issue: Issue, text: string): Finding {
  const { location } = issue;
  const [head = ""] = formatIssue({ ...issue, location: location && { ...location, file: undefined } }).split("\n");
  const severity = issue.severity ?? "error";
  if (location === undefined) return { text: head, severity };
  return {
    text: head.replace(/^<input>:/, ""),
    severity,
    offset: location.offset ?? offsetOf(location, text),
    length: location.length,
  };
}

function offsetOf({ line, column }: { readonly line: number; readonly column: number }, text: string): number {
  let offset = 0;
  for (const [index, each] of text.split(/(?<=\r\n|\r(?!\n)|\n)/).entries()) {
    if (index === line - 1) break;
    offset += each.length;
  }
  return offset + column - 1;
}
