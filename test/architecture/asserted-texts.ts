import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { followAlias } from "../package/declarations.js";
import { root } from "../project-root.js";
import { nodes } from "./source-files.js";

/** The way from a value to a part of it: `1`, then `code`. */
type Path = readonly (string | number)[];

/**
 * The texts that tests expect of what they test: what stands in a matcher, `toBe("…")` or `toMatchObject({ code: "…" })`,
 * and what reaches one from constants, from the rows of a table, and from the calls of a function that has the matcher. A
 * template has `*` for what is put in, a pattern stands as it is written.
 */
export function assertedTexts(files: readonly string[] = testFiles()): ReadonlySet<string> {
  return new Assertions(files).texts;
}

function testFiles(): readonly string[] {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.d)\.ts$/.test(name) && !/expected/.test(name))
    .map((name) => join(root, "test", name));
}

class Assertions {
  readonly texts = new Set<string>();
  readonly #checker: ts.TypeChecker;
  /** The calls of each function of the tests. */
  readonly #calls = new Map<ts.Node, ts.CallExpression[]>();
  readonly #seen = new Map<ts.Node, Set<string>>();

  constructor(files: readonly string[]) {
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      noLib: true,
      types: [],
    });
    this.#checker = program.getTypeChecker();
    const trees = program.getSourceFiles().filter(({ fileName }) => files.includes(fileName));
    const calls = trees.flatMap((tree) => [...nodes(tree)].filter(ts.isCallExpression));
    for (const call of calls) {
      for (const declaration of this.#declarations(call.expression)) {
        const known = this.#calls.get(functionOf(declaration)) ?? [];
        known.push(call);
        this.#calls.set(functionOf(declaration), known);
      }
    }
    for (const call of calls.filter(isMatcher)) for (const given of call.arguments) this.#assert(given, []);
  }

  /** Takes up what an expression, or the part of it at the end of a path, says. */
  #assert(expression: ts.Node, path: Path): void {
    const paths = this.#seen.get(expression) ?? new Set();
    this.#seen.set(expression, paths);
    const key = path.join(" ");
    if (paths.has(key)) return;
    paths.add(key);
    if (ts.isIdentifier(expression)) {
      for (const declaration of this.#declarations(expression)) this.#assertDeclared(declaration, path);
    } else if (ts.isShorthandPropertyAssignment(expression)) {
      this.#assertShorthand(expression, path);
    } else if (ts.isPropertyAccessExpression(expression)) {
      this.#assert(expression.expression, [expression.name.text, ...path]);
    } else if (isWrapper(expression)) {
      this.#assert(expression.expression, path);
    } else if (ts.isConditionalExpression(expression)) {
      this.#assert(expression.whenTrue, path);
      this.#assert(expression.whenFalse, path);
    } else if (path.length > 0) {
      this.#assertPart(expression, path);
    } else {
      this.#take(expression);
      for (const child of childrenOf(expression)) this.#assert(child, []);
    }
  }

  #assertPart(expression: ts.Node, [first = "", ...rest]: Path): void {
    if (ts.isArrayLiteralExpression(expression)) {
      const spread = expression.elements.filter(ts.isSpreadElement);
      for (const { expression: other } of spread) this.#assert(other, [first, ...rest]);
      const plain = expression.elements.filter((element) => !ts.isSpreadElement(element));
      // Any row of a table.
      const taken = first === "*" ? plain : typeof first === "number" ? plain.slice(first, first + 1) : [];
      for (const element of taken) this.#assert(element, rest);
    } else if (ts.isObjectLiteralExpression(expression)) {
      for (const property of expression.properties) {
        const name = property.name?.getText().replace(/^"|"$/g, "");
        if (ts.isPropertyAssignment(property) && (name === first || first === "*"))
          this.#assert(property.initializer, rest);
        if (ts.isShorthandPropertyAssignment(property) && name === first) this.#assertShorthand(property, rest);
        if (ts.isSpreadAssignment(property)) this.#assert(property.expression, [first, ...rest]);
      }
    } else if (ts.isCallExpression(expression)) {
      // `Object.entries(table)`: a name and a value each.
      const isEntries = /^Object\.entries$/.test(expression.expression.getText());
      const [given] = expression.arguments;
      if (!isEntries || given === undefined) return;
      if (rest[0] === 1) this.#assert(given, ["*", ...rest.slice(1)]);
      else for (const table of [given, ...this.#initializers(given)]) this.#takeNames(table);
    }
  }

  #assertShorthand(property: ts.ShorthandPropertyAssignment, path: Path): void {
    const symbol = this.#checker.getShorthandAssignmentValueSymbol(property);
    for (const declaration of symbol?.declarations ?? []) this.#assertDeclared(declaration, path);
  }

  #assertDeclared(declaration: ts.Node, path: Path): void {
    if (ts.isBindingElement(declaration)) {
      const { parent, propertyName, name } = declaration;
      const part = ts.isArrayBindingPattern(parent)
        ? parent.elements.indexOf(declaration)
        : (propertyName ?? name).getText().replace(/^"|"$/g, "");
      this.#assertDeclared(parent.parent, [part, ...path]);
    } else if (ts.isVariableDeclaration(declaration)) {
      const loop = declaration.parent.parent;
      if (ts.isForOfStatement(loop)) this.#assert(loop.expression, ["*", ...path]);
      else if (declaration.initializer !== undefined) this.#assert(declaration.initializer, path);
    } else if (ts.isParameter(declaration)) {
      this.#assertParameter(declaration, path);
    }
  }

  #assertParameter(parameter: ts.ParameterDeclaration, path: Path): void {
    const owner = parameter.parent;
    const index = owner.parameters.indexOf(parameter);
    for (const call of this.#calls.get(owner) ?? []) {
      const given = call.arguments[index];
      if (given !== undefined) this.#assert(given, path);
    }
    const outer = owner.parent;
    if (!ts.isCallExpression(outer)) return;
    const each = outer.expression;
    // `it.each(table)("…", (a, b) => …)`: rows of several cells are spread over the parameters, others are the first one.
    if (ts.isCallExpression(each) && /\.(each|for)$/.test(each.expression.getText())) {
      const [table] = each.arguments;
      if (table === undefined) return;
      this.#assert(table, ["*", index, ...path]);
      if (index === 0) this.#assert(table, ["*", ...path]);
    } else if (ts.isPropertyAccessExpression(each) && /^(forEach|map|flatMap)$/.test(each.name.text) && index === 0) {
      this.#assert(each.expression, ["*", ...path]);
    }
  }

  #initializers(name: ts.Node): readonly ts.Node[] {
    return this.#declarations(name).flatMap((one) => (ts.isVariableDeclaration(one) ? (one.initializer ?? []) : []));
  }

  #takeNames(table: ts.Node): void {
    if (!ts.isObjectLiteralExpression(table)) return;
    for (const { name } of table.properties) {
      if (name !== undefined && (ts.isStringLiteral(name) || ts.isIdentifier(name))) this.texts.add(name.text);
    }
  }

  #take(expression: ts.Node): void {
    if (ts.isStringLiteralLike(expression)) this.texts.add(expression.text);
    else if (ts.isRegularExpressionLiteral(expression)) {
      this.texts.add(expression.text.slice(1, expression.text.lastIndexOf("/")).replace(/\\([.*-])/g, "$1"));
    } else if (ts.isTemplateExpression(expression)) {
      const { head, templateSpans } = expression;
      this.texts.add(head.text + templateSpans.map(({ literal }) => `*${literal.text}`).join(""));
    }
  }

  #declarations(expression: ts.Node): readonly ts.Node[] {
    const symbol = ts.isIdentifier(expression) ? this.#checker.getSymbolAtLocation(expression) : undefined;
    return symbol === undefined ? [] : (followAlias(this.#checker, symbol).declarations ?? []);
  }
}

/** `expect(…).toBe(…)`, also behind `rejects`; not behind `not`, which says what does not come. */
function isMatcher(call: ts.CallExpression): boolean {
  let { expression: at }: { expression: ts.Node } = call;
  if (!ts.isPropertyAccessExpression(at) || !/^to[A-Z]/.test(at.name.text)) return false;
  while (ts.isPropertyAccessExpression(at) || ts.isCallExpression(at)) {
    if (ts.isPropertyAccessExpression(at) && at.name.text === "not") return false;
    at = at.expression;
  }
  return ts.isIdentifier(at) && at.text === "expect";
}

function isWrapper(node: ts.Node): node is ts.AsExpression | ts.SatisfiesExpression | ts.ParenthesizedExpression {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node);
}

/** A function is called by the name of the constant that holds it, too. */
function functionOf(declaration: ts.Node): ts.Node {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return declaration;
  const { initializer } = declaration;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) ? initializer : declaration;
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  // The names of properties are no part of what they hold; a function in an assertion says nothing by itself.
  if (ts.isPropertyAssignment(node)) return [node.initializer];
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return [];
  if (ts.isCallExpression(node)) {
    // `expect.stringContaining("…")`, `["…", "…"].sort()`; what another function is given is an input.
    const { expression } = node;
    if (!ts.isPropertyAccessExpression(expression)) return [];
    const isOfExpect = ts.isIdentifier(expression.expression) && expression.expression.text === "expect";
    return isOfExpect ? node.arguments : [expression.expression];
  }
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  return children;
}
