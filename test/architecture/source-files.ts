import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { ts } from "ts-morph";
import { root } from "../project-root.js";

export interface Import {
  /** A path from the project's folder (`src/errors.ts`), or a package's specifier (`node:fs`). */
  readonly target: string;
  /** Only types come through: the import leaves no trace at run time. */
  readonly typeOnly: boolean;
  /** Behind `import()`: loaded when asked for, so no part of an import cycle. */
  readonly lazy: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly tree: ts.SourceFile;
}

/** All TypeScript files of some folders, parsed. */
export function readSourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readSourceFile(posix.join(folder, name.split(sep).join("/"))))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  return { path, text, lines: text.split("\n").length - 1, imports: readImports(tree), tree };
}

/** Every node of a file, outermost first. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  // `forEachChild` stops at the first truthy result, so children are collected first.
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

/** `file:line` of a node, as an editor opens it. */
export function place(file: SourceFile, node: ts.Node): string {
  return `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1}`;
}

function readImports(tree: ts.SourceFile): readonly Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, lazy: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = tree.getLineAndCharacterOfPosition(specifier.getStart(tree)).line + 1;
    imports.push({ target: resolveSpecifier(tree.fileName, specifier.text), typeOnly, lazy, line });
  };
  for (const node of nodes(tree)) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node.importClause), false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyExport(node), false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
  }
  return imports;
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.every((element) => element.isTypeOnly);
}

/** Where an import leads: a path from the project's folder, or the specifier of a package. */
export function resolveSpecifier(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(posix.dirname(from), specifier.replace(/\.js$/, ".ts"));
}
