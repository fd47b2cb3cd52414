import { clarkName } from "../../../src/xml/names.js";
import { attributeOf, collapse } from "../../load/attributes.js";
import type { SourceAttribute, SourceElement } from "../../load/document.js";
import type { Findings } from "../../load/findings.js";
import { xsdNamespace } from "../../load/namespaces.js";
import { checkAttributes } from "./check-attributes.js";
import { type Match, matchContent, parseContent } from "./content.js";
import { type Exclusion, exclusions, grammar, type Row } from "./grammar.js";
import { isElementOfXsd11 } from "./unsupported.js";

/** Row → the exclusions that hold for it. */
const exclusionsOf: ReadonlyMap<string, readonly Exclusion[]> = new Map(
  Object.keys(grammar).map((row) => [row, exclusions.filter(({ rows }) => rows.includes(row))]),
);

interface Checked {
  readonly element: SourceElement;
  readonly row: string;
}

/** The schemas in which nothing was found: a document that is kept between runs is looked at once. */
const faultless = new WeakSet<SourceElement>();

/** Checks a schema document against the schema for schemas and the representation constraints (Part 1, 5.1 and 3). */
export function checkDocument(schema: SourceElement, findings: Findings): void {
  if (faultless.has(schema)) return;
  const before = findings.issues.length;
  const ids = new Map<string, SourceElement>();
  const waiting: Checked[] = [{ element: schema, row: "schema" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element } = next;
    const row = grammar[next.row];
    if (row === undefined) continue;
    checkAttributes(element, row, findings);
    checkId(element, ids, findings);
    checkExclusions(element, next.row, findings);
    if (row.content.length === 0) continue;
    checkText(element, findings);
    // A stack turns the order round; findings should come in the document's.
    for (const child of checkChildren(element, row, findings).reverse()) waiting.push(child);
  }
  if (findings.issues.length === before) faultless.add(schema);
}

function checkChildren(element: SourceElement, row: Row, findings: Findings): Checked[] {
  const names = element.children.map(({ name }) =>
    name.namespace === xsdNamespace ? name.localName : clarkName(name),
  );
  const best = bestMatch(row, names);
  const checked = element.children.slice(0, best.rows.length).map((child, index) => ({
    element: child,
    row: best.rows[index] ?? "",
  }));
  if (!best.complete) reportContent(element, best, findings);
  for (const child of element.children.slice(best.rows.length)) {
    if (child.name.namespace === xsdNamespace && isElementOfXsd11(child.name.localName)) reportNewer(child, findings);
    // What follows a misplaced child is looked at by its name, so that one finding does not hide the next.
    else if (child.name.namespace === xsdNamespace) checked.push({ element: child, row: rowByName(row, child) });
  }
  return checked;
}

function bestMatch({ content }: Row, names: readonly string[]): Match {
  let best: Match | undefined;
  for (const alternative of content) {
    const match = matchContent(parseContent(alternative), names);
    if (match.complete) return match;
    if (best === undefined || match.rows.length >= best.rows.length) best = match;
  }
  return best ?? { rows: [], expected: [], complete: false };
}

function rowByName({ content }: Row, { name }: SourceElement): string {
  for (const alternative of content) {
    for (const slot of parseContent(alternative)) {
      const row = slot.rows.get(name.localName);
      if (row !== undefined) return row;
    }
  }
  return "";
}

function reportContent(element: SourceElement, { rows, expected }: Match, findings: Findings): void {
  const child = element.children[rows.length];
  const wanted = expected.length === 0 ? "nothing" : expected.join(", ");
  if (child === undefined) {
    findings.report("xsd-content", `${element.name.localName} is not complete; expected ${wanted}`, element);
  } else if (child.name.namespace !== xsdNamespace || !isElementOfXsd11(child.name.localName)) {
    const name = child.name.namespace === xsdNamespace ? child.name.localName : clarkName(child.name);
    const message = `found ${name} in ${element.name.localName}; expected ${wanted}`;
    findings.report("xsd-content", message, child);
  }
}

function reportNewer(element: SourceElement, findings: Findings): void {
  const message = `${element.name.localName} belongs to XSD 1.1, which is not supported yet`;
  findings.report("xsd-unsupported", message, element);
}

/** Character data stands only in documentation and appinfo. */
function checkText(element: SourceElement, findings: Findings): void {
  if (/[^\t\n\r ]/.test(element.text)) {
    findings.report("xsd-content", `${element.name.localName} must not hold text`, element);
  }
}

function checkId(element: SourceElement, ids: Map<string, SourceElement>, findings: Findings): void {
  const id = attributeOf(element, "id");
  if (id === undefined) return;
  const value = collapse(id.value);
  if (ids.has(value)) {
    findings.report("xsd-attribute-value", `the id ${JSON.stringify(value)} is used more than once`, element, id);
  } else {
    ids.set(value, element);
  }
}

function checkExclusions(element: SourceElement, row: string, findings: Findings): void {
  for (const { code, oneNeeded, first, second } of exclusionsOf.get(row) ?? []) {
    const one = firstPart(element, first);
    const other = one === undefined && !oneNeeded ? undefined : firstPart(element, second);
    if (one !== undefined && other !== undefined) {
      const message = `${one.name} and ${other.name} cannot stand together in ${element.name.localName}`;
      findings.report(code, message, other.element, other.attribute);
    } else if (oneNeeded && one === undefined && other === undefined) {
      findings.report(
        code,
        `${element.name.localName} must have ${[...first, ...second].map(spell).join(" or ")}`,
        element,
      );
    }
  }
}

interface Part {
  readonly name: string;
  readonly element: SourceElement;
  readonly attribute: SourceAttribute | undefined;
}

function firstPart(element: SourceElement, names: readonly string[]): Part | undefined {
  for (const name of names) {
    const found = part(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An attribute (`@name`) or a child of an element. */
function part(element: SourceElement, name: string): Part | undefined {
  if (name.startsWith("@")) {
    const attribute = attributeOf(element, name.slice(1));
    return attribute && { name: spell(name), element, attribute };
  }
  const child = element.children.find(
    (candidate) => candidate.name.localName === name && candidate.name.namespace === xsdNamespace,
  );
  return child && { name: spell(name), element: child, attribute: undefined };
}

function spell(name: string): string {
  return name.startsWith("@") ? `the attribute ${name.slice(1)}` : name;
}
