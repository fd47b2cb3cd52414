import { ts } from "ts-morph";
import { nodes } from "../architecture/source-files.js";
import { type EntryDeclarations, type ExportedName, followAlias, moduleOf } from "./declarations.js";

const printer = ts.createPrinter({ removeComments: true });

/**
 * What an entry point promises, as one text to compare: its exports in the order of their names, without comments; then
 * the types of the package that these refer to and that no entry point exports.
 */
export function apiReport(
  { specifier, exports }: EntryDeclarations,
  entries: readonly EntryDeclarations[],
  checker: ts.TypeChecker,
): string {
  const blocks = exports.map(({ name, declarations }) => declarations.map((one) => print(name, one)).join("\n"));
  const importable = new Set(entries.flatMap(({ exports }) => exports.flatMap(({ declarations }) => declarations)));
  const unnamed = unnamedTypes(exports, importable, checker);
  const rest =
    unnamed.length === 0
      ? []
      : [`// Referred to, exported nowhere:\n${unnamed.map((one) => `// - ${one}\n`).join("")}`];
  return [`// ${specifier}\n`, ...blocks.map((block) => `${block}\n`), ...rest].join("\n");
}

/** A declaration with its modifiers; that of a variable is a part of its statement. */
function print(name: string, declaration: ts.Declaration): string {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const text = printer.printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile());
  const own = ts.getNameOfDeclaration(declaration);
  return own !== undefined && ts.isIdentifier(own) && own.text !== name ? `// as ${name}\n${text}` : text;
}

function unnamedTypes(
  exports: readonly ExportedName[],
  importable: ReadonlySet<ts.Declaration>,
  checker: ts.TypeChecker,
): readonly string[] {
  const unnamed = new Set<string>();
  for (const declaration of exports.flatMap(({ declarations }) => declarations)) {
    for (const node of nodes(declaration)) {
      const name = referredName(node);
      const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
      if (symbol === undefined) continue;
      const target = followAlias(checker, symbol);
      const [first] = target.declarations ?? [];
      if (first === undefined || importable.has(first) || ts.isTypeParameterDeclaration(first)) continue;
      const module = moduleOf(first);
      if (module !== undefined) unnamed.add(`${target.name} of ${module}${constantType(first)}`);
    }
  }
  return [...unnamed].sort();
}

/** What a constant holds: of the values of an enumeration, its type says no more than where they are. */
function constantType(declaration: ts.Declaration): string {
  if (!ts.isVariableDeclaration(declaration) || declaration.type === undefined) return "";
  const text = printer.printNode(ts.EmitHint.Unspecified, declaration.type, declaration.getSourceFile());
  return `: ${text.replace(/\s+/g, " ")}`;
}

/** The name in a reference to a type or to the type of a value. */
function referredName(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  if (ts.isExpressionWithTypeArguments(node)) return node.expression;
  return ts.isTypeQueryNode(node) ? node.exprName : undefined;
}

/** The names that no declaration of theirs documents. */
export function undocumented({ exports }: EntryDeclarations): readonly string[] {
  return exports.filter(({ declarations }) => !declarations.some(isDocumented)).map(({ name }) => name);
}

export function isDocumented(declaration: ts.Declaration): boolean {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts.getJSDocCommentsAndTags(node).length > 0;
}
