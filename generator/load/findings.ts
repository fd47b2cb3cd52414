import type { Issue } from "../../src/errors.js";
import type { SourceAttribute, SourceDocument, SourceElement } from "./document.js";
import { locate } from "./locate.js";

/** Findings in the order of the documents and of the places in them; those without a place come first. */
export function inDocumentOrder(issues: readonly Issue[], documents: readonly SourceDocument[]): readonly Issue[] {
  const order = new Map(documents.map(({ file }, index) => [file, index]));
  const rank = ({ location }: Issue) => order.get(location?.file ?? "") ?? -1;
  return issues.toSorted(
    (left, right) => rank(left) - rank(right) || (left.location?.offset ?? 0) - (right.location?.offset ?? 0),
  );
}

/** Collects what a stage finds, each finding once. */
export class Findings {
  readonly issues: Issue[] = [];
  readonly #allowed: ReadonlySet<string>;
  readonly #seen = new Set<string>();

  /** @param allowed - rules whose findings become warnings, by name; a name stands for its clauses (`src-ct`, `src-ct.1`) */
  constructor(allowed: Iterable<string> = []) {
    this.#allowed = new Set(allowed);
  }

  /** Notes that a rule is broken at an element, or at the value of one of its attributes. */
  report(code: string, message: string, element?: SourceElement, attribute?: SourceAttribute): void {
    this.#add(code, message, this.#isAllowed(code) ? "warning" : undefined, element, attribute);
  }

  /** Like {@link report} for what never makes a schema unusable. */
  warn(code: string, message: string, element: SourceElement, attribute?: SourceAttribute): void {
    this.#add(code, message, "warning", element, attribute);
  }

  #add(
    code: string,
    message: string,
    severity: "warning" | undefined,
    element: SourceElement | undefined,
    attribute: SourceAttribute | undefined,
  ): void {
    const location = element === undefined ? undefined : locate(element, attribute);
    const key = `${code} ${element?.document.uri} ${location?.offset} ${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.issues.push(severity === undefined ? { code, message, location } : { code, message, severity, location });
  }

  #isAllowed(code: string): boolean {
    for (let name = code; ; name = name.slice(0, name.lastIndexOf("."))) {
      if (this.#allowed.has(name)) return true;
      if (!name.includes(".")) return false;
    }
  }
}
