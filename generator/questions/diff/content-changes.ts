import { clarkName } from "../../../src/xml/names.js";
import type { ElementDeclaration, Particle } from "../../schema/components.js";
import { printOccurrence } from "../explain/print-explanation.js";
import type { Breaks, Change } from "./change.js";
import { type Content, type ContentComparison, substitutable } from "./content-language.js";
import { listed } from "./simple-changes.js";

/** An element of a content with how often it may occur there, the groups around it included. */
export interface Leaf {
  readonly element: ElementDeclaration;
  readonly min: number;
  readonly max: number;
  /** It is one of several branches. */
  readonly choice: boolean;
}

/**
 * The elements of a content by name, in order, with those that may stand in for another; the occurrences of a name that
 * stands several times are added up.
 */
export function leavesOf({ particle, schemas }: Content): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (particle !== undefined) visit(particle, 1, 1, false);
  return leaves;

  function visit({ term, minOccurs, maxOccurs }: Particle, outerMin: number, outerMax: number, choice: boolean): void {
    const [min, max] = [minOccurs * outerMin, times(maxOccurs, outerMax)];
    if (term.kind === "element") {
      const elements = substitutable(term, schemas);
      for (const element of elements) add(element, elements.length > 1 ? 0 : min, max, choice || elements.length > 1);
    } else if (term.kind === "modelGroup") {
      const isChoice = term.compositor === "choice" && term.particles.length > 1;
      for (const child of term.particles) visit(child, isChoice ? 0 : min, max, choice || isChoice);
    }
  }

  function add(element: ElementDeclaration, min: number, max: number, choice: boolean): void {
    const name = clarkName(element.name);
    const known = leaves.get(name);
    leaves.set(name, { element, min: min + (known?.min ?? 0), max: max + (known?.max ?? 0), choice });
  }
}

function times(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

/** What changed in the elements of a content, their own types aside. */
export function contentChanges(
  before: Content,
  after: Content,
  { oldFits, newFits }: ContentComparison,
): readonly Change[] {
  if (oldFits && newFits) return [];
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const changes: Change[] = [
    ...addedElements(old, now),
    ...removedElements(old, now),
    ...changedOccurrences(old, now),
  ].map(({ text, breaks }) => ({
    text,
    // The contents as a whole were compared: no part of them breaks what they do not.
    breaks: { writers: breaks.writers && !oldFits, readers: breaks.readers && !newFits },
  }));
  const writers = !oldFits && !changes.some(({ breaks }) => breaks.writers);
  const readers = !newFits && !changes.some(({ breaks }) => breaks.readers);
  if (writers || readers) {
    changes.push({ text: "order, grouping or wildcards of the content changed", breaks: { writers, readers } });
  }
  return changes;
}

/** Elements that were added one after the other. */
interface Run {
  readonly required: boolean;
  readonly after: string | undefined;
  readonly names: string[];
}

function addedElements(old: ReadonlyMap<string, Leaf>, now: ReadonlyMap<string, Leaf>): readonly Change[] {
  const choices: string[] = [];
  const runs: Run[] = [];
  let run: Run | undefined;
  let previous: string | undefined;
  for (const [name, { element, min, max, choice }] of now) {
    const { localName } = element.name;
    if (old.has(name)) run = undefined;
    else if (choice) choices.push(localName);
    else {
      if (run === undefined || run.required !== min > 0) {
        run = { required: min > 0, after: previous, names: [] };
        runs.push(run);
      }
      run.names.push(`${localName}${max > 1 ? printOccurrence(1, bound(max)) : ""}`);
    }
    previous = localName;
  }
  const added = runs.map(({ required, after, names }) => ({
    text: `${required ? "required" : "optional"} ${elements(names)} added ${after === undefined ? "at the start" : `after ${after}`}`,
    breaks: { writers: required, readers: true },
  }));
  if (choices.length === 0) return added;
  const text = `${elements(choices)} added as ${choices.length === 1 ? "a choice" : "choices"}`;
  return [...added, { text, breaks: { writers: false, readers: true } }];
}

function elements(names: readonly string[]): string {
  return `${names.length === 1 ? "element" : "elements"} ${listed(names)}`;
}

function removedElements(old: ReadonlyMap<string, Leaf>, now: ReadonlyMap<string, Leaf>): readonly Change[] {
  const removed = [...old].flatMap(([name, leaf]) => (now.has(name) ? [] : leaf));
  return [true, false].flatMap((required) => {
    const those = removed.filter(({ min }) => min > 0 === required);
    if (those.length === 0) return [];
    const names = those.map(({ element }) => element.name.localName);
    const text = `${required ? "required " : ""}${elements(names)} removed`;
    return { text, breaks: { writers: true, readers: required } };
  });
}

/** Elements to which the same happened are told together. */
function changedOccurrences(old: ReadonlyMap<string, Leaf>, now: ReadonlyMap<string, Leaf>): readonly Change[] {
  const groups = new Map<string, { readonly names: string[]; readonly breaks: Breaks }>();
  for (const [name, after] of now) {
    const before = old.get(name);
    if (before === undefined || (before.min === after.min && before.max === after.max)) continue;
    const breaks = {
      writers: after.min > before.min || after.max < before.max,
      readers: before.min > after.min || before.max < after.max,
    };
    const what = describeOccurrence(before, after);
    const group = groups.get(what) ?? { names: [], breaks };
    group.names.push(after.element.name.localName);
    groups.set(what, group);
  }
  return [...groups].map(([what, { names, breaks }]) => ({ text: `${elements(names)} ${what}`, breaks }));
}

function describeOccurrence(before: Leaf, after: Leaf): string {
  const many = Number.POSITIVE_INFINITY;
  if (before.max === after.max && before.min === 0 && after.min === 1) return "now required";
  if (before.max === after.max && before.min === 1 && after.min === 0) return "now optional";
  if (before.min === after.min && before.max === 1 && after.max === many) return "now repeatable";
  if (before.min === after.min && before.max === many && after.max === 1) return "no longer repeatable";
  const range = ({ min, max }: Leaf): string =>
    min === max ? `${min}` : `${min} to ${max === many ? "any number of" : max}`;
  return `may occur ${range(after)} times, before ${range(before)}`;
}

function bound(max: number): number | "unbounded" {
  return max === Number.POSITIVE_INFINITY ? "unbounded" : max;
}
