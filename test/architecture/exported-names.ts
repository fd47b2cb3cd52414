import { ts } from "ts-morph";
import { nodes, place, resolveSpecifier, type SourceFile } from "./source-files.js";

/** A name that a module gives to others, under which it stands in `file`. */
export interface ExportedName {
  readonly file: string;
  readonly name: string;
  /** `file:line`. */
  readonly place: string;
}

/** What a module takes from another; `*` stands for all of its exports. */
interface Use {
  readonly file: string;
  readonly name: string;
}

/** The exports of some files that no other file of `users` takes, and that none of the entry points gives on. */
export function unusedExports(
  files: readonly SourceFile[],
  users: readonly SourceFile[],
  entries: ReadonlySet<string>,
): readonly ExportedName[] {
  const uses = new Set<string>();
  for (const user of users) for (const { file, name } of usesOf(user)) uses.add(`${file} ${name}`);
  return files
    .filter(({ path }) => !entries.has(path))
    .flatMap((file) => declaredExports(file))
    .filter(({ file, name }) => !uses.has(`${file} ${name}`) && !uses.has(`${file} *`));
}

function declaredExports(file: SourceFile): readonly ExportedName[] {
  const typesOfSignatures = namesInExports(file.tree);
  const found: ExportedName[] = [];
  for (const statement of file.tree.statements) {
    if (!isExported(statement)) continue;
    // Whoever calls an export has to be able to name what it takes and gives.
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    for (const name of declaredNames(statement)) {
      if (isType && typesOfSignatures.has(name.text)) continue;
      found.push({ file: file.path, name: name.text, place: place(file, name) });
    }
  }
  return found;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredNames(statement: ts.Statement): readonly ts.Identifier[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => [...nodes(name)].filter(ts.isIdentifier));
  }
  const name = ts.isDeclarationStatement(statement) ? statement.name : undefined;
  return name !== undefined && ts.isIdentifier(name) ? [name] : [];
}

/** The types that the other exports of a file refer to by name. */
function namesInExports(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of tree.statements.filter(isExported)) {
    const own = declaredNames(statement).map(({ text }) => text);
    for (const node of nodes(statement)) {
      const isName = ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName);
      if (isName && !own.includes(node.typeName.text)) names.add(node.typeName.text);
    }
  }
  return names;
}

function usesOf(file: SourceFile): readonly Use[] {
  const uses: Use[] = [];
  for (const node of nodes(file.tree)) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) continue;
      const target = resolveSpecifier(file.path, node.moduleSpecifier.text);
      const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
      if (bindings === undefined || !("elements" in bindings)) uses.push({ file: target, name: "*" });
      else
        for (const { name, propertyName } of bindings.elements)
          uses.push({ file: target, name: (propertyName ?? name).text });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) {
        const target = resolveSpecifier(file.path, specifier.text);
        for (const name of takenAtOnce(node)) uses.push({ file: target, name });
      }
    }
  }
  return uses;
}

/** The names in `const { a, b } = await import("…")`; whatever else is done with a module takes all of it. */
function takenAtOnce(call: ts.CallExpression): readonly string[] {
  const taken = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (!ts.isVariableDeclaration(taken) || !ts.isObjectBindingPattern(taken.name)) return ["*"];
  return taken.name.elements.map(({ name, propertyName }) => (propertyName ?? name).getText());
}
