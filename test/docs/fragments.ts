import { ts } from "ts-morph";
import { nodes } from "../architecture/source-files.js";
import type { CodeBlock } from "./code-blocks.js";
import { codeSpans } from "./prose.js";
import type { Table } from "./tables.js";

/** TypeScript in a cell of a table. */
export interface Fragment {
  readonly place: string;
  /** As it stands there. */
  readonly code: string;
  /** Modules of which one at least has to compile. */
  readonly modules: readonly string[];
}

/** The entry point of each name that the package exports. */
export type Exports = ReadonlyMap<string, string>;

/**
 * The fragments of a table. Such are, of all columns, or of those named "here" where the others are about another tool:
 * calls, `retry({ repeatable })`, members of what the code block before has, `reader.depth`, and options with a value that
 * no type is, `validation: "off"`. A call and a member compile behind that block, an option where a function takes it that
 * the row or the head names, else one that the block imports. `…` stands for anything, and so does a name that neither the
 * block nor the package has.
 */
export function fragmentsOf(table: Table, blocks: readonly CodeBlock[], exports: Exports): readonly Fragment[] {
  const block = blocks.findLast(({ place, language }) => {
    const [file, line] = place.split(":");
    return language === "ts" && file === table.file && Number(line) < table.line;
  });
  const code = block?.code ?? "";
  const isCompared = table.headers.includes("here");
  const spans = table.rows.flatMap(({ place, cells }) =>
    cells
      .filter(({ header }) => !isCompared || header === "here")
      .flatMap(({ text, header }) => {
        const named = codeSpans(`${header} ${cells.map((cell) => cell.text).join(" ")}`);
        return codeSpans(text).map((span) => ({ place, span, beside: named.filter((other) => other !== span) }));
      }),
  );
  return spans.flatMap(({ place, span, beside }) => {
    const made = span.replaceAll("…", "elided");
    if (isCall(made) || isMember(made, declaredNames(code)))
      return { place, code: span, modules: [moduleOf(code, `void (${made});`, exports)] };
    if (!isOption(made)) return [];
    const functions = beside.filter((name) => exports.has(name));
    const candidates = functions.length > 0 ? functions : importedNames(code).filter((name) => exports.has(name));
    const modules = candidates.map((name) => {
      const check = `const given: OptionsOf<typeof ${name}> = { ${made} };\nvoid given;`;
      return moduleOf(code, check, exports, optionsOf);
    });
    return { place, code: span, modules };
  });
}

/** The objects among the parameters of a function, without what they require. */
const optionsOf =
  "type OptionsOf<F> = F extends (...given: infer Given extends readonly unknown[]) => unknown\n" +
  "  ? PartOf<Extract<Given[number], object>> : never;\n" +
  "type PartOf<T> = T extends unknown ? Partial<T> : never;\n";

function moduleOf(block: string, statement: string, exports: Exports, types = ""): string {
  const known = declaredNames(block);
  const imports: string[] = [];
  const stand: string[] = [];
  for (const name of freeNames(statement)) {
    if (known.has(name) || name === "given") continue;
    const specifier = exports.get(name);
    if (specifier === undefined) stand.push(`declare const ${name}: never;\n`);
    else imports.push(`import { ${name} } from "${specifier}";\n`);
  }
  return `${imports.join("")}${block}\n${stand.join("")}${types}${statement}\nexport {};\n`;
}

function isCall(code: string): boolean {
  const statement = parsed(code);
  return statement !== undefined && ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression);
}

function isMember(code: string, known: ReadonlySet<string>): boolean {
  const statement = parsed(code);
  if (statement === undefined || !ts.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  return ts.isPropertyAccessExpression(expression) && known.has(expression.expression.getText());
}

function isOption(code: string): boolean {
  const statement = parsed(`({ ${code} })`);
  if (statement === undefined || !ts.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  const object = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
  if (!ts.isObjectLiteralExpression(object)) return false;
  return object.properties.every((property) => ts.isPropertyAssignment(property) && isGiven(property.initializer));
}

/** Whether an expression can be no type. */
function isGiven(value: ts.Expression): boolean {
  const isBoolean = value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
  return isBoolean || ts.isStringLiteral(value) || ts.isNumericLiteral(value) || ts.isCallExpression(value);
}

/** The one statement of a text that is whole. */
function parsed(code: string): ts.Statement | undefined {
  const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
  const { statements } = ts.createSourceFile("fragment.ts", code, ts.ScriptTarget.ESNext, true);
  return diagnostics?.length === 0 && statements.length === 1 ? statements[0] : undefined;
}

function freeNames(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes(ts.createSourceFile("fragment.ts", code, ts.ScriptTarget.ESNext, true))) {
    if (!ts.isIdentifier(node)) continue;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) continue;
    if (ts.isPropertyAssignment(parent) && parent.name === node) continue;
    if (ts.isTypeReferenceNode(parent)) continue;
    names.add(node.text);
  }
  return names;
}

function declaredNames(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes(ts.createSourceFile("block.ts", code, ts.ScriptTarget.ESNext, true))) {
    const isDeclaration =
      ts.isImportSpecifier(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isInterfaceDeclaration(node);
    if (isDeclaration && node.name !== undefined) names.add(node.name.getText());
  }
  return names;
}

function importedNames(code: string): readonly string[] {
  return [...nodes(ts.createSourceFile("block.ts", code, ts.ScriptTarget.ESNext, true))].flatMap((node) =>
    ts.isImportSpecifier(node) ? [(node.propertyName ?? node.name).text] : [],
  );
}
