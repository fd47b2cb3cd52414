import { ts } from "ts-morph";
import { nodes } from "../architecture/source-files.js";

/** The name under which instrumented code finds the listener: a property of `globalThis`. */
export const listenerName = "xsdsmithTrace";

/** The text of a module in which every function says on entry, to the listener, where it stands. */
export function instrument(file: string, text: string): string {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const insertions: { readonly at: number; readonly text: string }[] = [];
  for (const node of nodes(tree)) {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) continue;
    const told = `globalThis.${listenerName}?.(${JSON.stringify({ file, name: nameOf(node) })})`;
    if (ts.isBlock(node.body)) {
      insertions.push({ at: node.body.getStart(tree) + 1, text: `${told};` });
    } else {
      insertions.push({ at: node.body.getStart(tree), text: `(${told}, ` }, { at: node.body.getEnd(), text: ")" });
    }
  }
  // From the end, so that the places before stay true.
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((changed, { at, text: told }) => changed.slice(0, at) + told + changed.slice(at), text);
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name === undefined && "name" in node.parent ? node.parent.name : node.name;
  const text = named !== undefined && isNode(named) ? named.getText() : undefined;
  return text ?? (ts.isConstructorDeclaration(node) ? "constructor" : "(function)");
}

function isNode(value: unknown): value is ts.Node {
  return typeof value === "object" && value !== null && "kind" in value;
}
