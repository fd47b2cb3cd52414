import { isNcName } from "../../../src/xml/chars.js";
import { clarkName } from "../../../src/xml/names.js";
import { attributeOf } from "../../load/attributes.js";
import type { SourceElement } from "../../load/document.js";
import { isXsd } from "../../load/source-names.js";
import type { IdentityConstraint } from "../components.js";
import type { CheckContext } from "./check-context.js";

/** Identity-constraint Definition Properties Correct (3.11.6), clause 2: a keyref has as many fields as its key. */
export function cPropsCorrect({ findings }: CheckContext, constraint: IdentityConstraint): void {
  const { referencedKey, fields, source } = constraint;
  if (referencedKey === undefined || referencedKey.fields.length === fields.length) return;
  const message = `${clarkName(constraint.name)} has ${fields.length} fields, but ${clarkName(referencedKey.name)}, which it refers to, has ${referencedKey.fields.length}`;
  findings.report("c-props-correct.2", message, source);
}

/** Selector and Fields Value OK (3.11.6): the XPaths are of the subset that identity constraints may use. */
export function cXpaths({ findings }: CheckContext, { source }: IdentityConstraint): void {
  for (const element of source?.children ?? []) {
    const attribute = attributeOf(element, "xpath");
    if (attribute === undefined) continue;
    const isField = isXsd(element, "field");
    if (!isField && !isXsd(element, "selector")) continue;
    const problem = xpathProblem(attribute.value, isField, element);
    if (problem === undefined) continue;
    const code = isField ? "c-fields-xpaths" : "c-selector-xpath";
    findings.report(
      code,
      `${JSON.stringify(attribute.value)} is no ${element.name.localName}: ${problem}`,
      element,
      attribute,
    );
  }
}

/** `//`, `::` and so on are one token each; white space may stand between tokens (XPath 1.0, 3.7). */
const token = /[ \t\r\n]*(\/\/|\||\/|\.|@|\*|::|:|[^\s/|@*:.[\](),'"=<>!+$]+(?:\.[^\s/|@*:.[\](),'"=<>!+$]*)*|\S)/gy;

function xpathProblem(xpath: string, isField: boolean, element: SourceElement): string | undefined {
  const tokens = [...xpath.trim().matchAll(token)].map((match) => ({
    text: match[1] ?? "",
    spaced: match[0] !== match[1],
  }));
  let at = 0;
  for (;;) {
    const problem = readPath();
    if (problem !== undefined) return problem;
    if (at === tokens.length) return undefined;
    if (!takes("|")) return `found ${JSON.stringify(tokens[at]?.text)}`;
  }

  function takes(text: string): boolean {
    if (tokens[at]?.text !== text) return false;
    at += 1;
    return true;
  }

  function readPath(): string | undefined {
    if (tokens[at]?.text === "." && tokens[at + 1]?.text === "//") at += 2;
    for (;;) {
      const isAttribute = isField && (takes("@") || takesAxis("attribute"));
      const problem = isAttribute ? readNameTest() : readStep();
      if (problem !== undefined || isAttribute || !takes("/")) return problem;
    }
  }

  function takesAxis(axis: string): boolean {
    if (tokens[at]?.text !== axis || tokens[at + 1]?.text !== "::") return false;
    at += 2;
    return true;
  }

  function readStep(): string | undefined {
    if (takes(".")) return undefined;
    takesAxis("child");
    return readNameTest();
  }

  function readNameTest(): string | undefined {
    if (takes("*")) return undefined;
    const name = tokens[at]?.text;
    if (name === undefined || !isNcName(name)) {
      return name === undefined
        ? "a name is missing at its end"
        : `found ${JSON.stringify(name)} where a name is expected`;
    }
    at += 1;
    if (tokens[at]?.text !== ":") return undefined;
    // A qualified name is one token: no white space inside.
    if (tokens[at]?.spaced === true || tokens[at + 1]?.spaced === true) return "white space stands inside a name";
    at += 1;
    const local = tokens[at]?.text;
    if (local === undefined || (local !== "*" && !isNcName(local))) return "the name behind a prefix is missing";
    at += 1;
    return element.namespaces.lookupNamespace(name) === undefined
      ? `the prefix ${JSON.stringify(name)} is not bound`
      : undefined;
  }
}
