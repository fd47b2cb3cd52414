import { existsSync } from "node:fs";
import { join } from "node:path";
import { familiesIn } from "./corpus.js";
import { describeDifference, type Explanation, explain, explanations } from "./verdict-explanations.js";
import { agree, type Comparison, compareFamily, type InstanceVerdicts, isIllFormed, isSchema } from "./verdicts.js";

/** Copies of each instance, where nobody says how many. */
const usualCopies = 600;

/**
 * Prints how far our verdicts are those of libxml2 on the schema corpus: about every instance, about random documents
 * of schemas without, and about copies that are changed in one place each. `valid` and `invalid` are where both say so.
 *
 * @param args - the families to look at, all where there is none; a number is how many copies are made of an instance
 * @returns whether every difference is explained, and in a complete run no explanation is left over
 */
export async function verdictsReport(args: readonly string[]): Promise<boolean> {
  const folder = join(process.cwd(), "../shared/data/corpus");
  if (!existsSync(folder)) {
    console.log("skipped: there is no ../shared/data/corpus");
    return true;
  }
  const names = args.filter((argument) => !/^\d+$/.test(argument));
  const copies = Number(args.find((argument) => /^\d+$/.test(argument)) ?? usualCopies);
  const families = familiesIn(folder).filter(({ name }) => names.length === 0 || names.includes(name));
  const total = new Tally();
  console.log(
    row("family", "instances", "valid", "invalid", "samples", "copies", "valid", "invalid", "explained", "unexplained"),
  );
  for (const family of families.filter(({ roots }) => roots.some(isSchema))) {
    const tally = new Tally();
    for await (const verdicts of compareFamily(family, copies)) {
      tally.add(verdicts);
      total.add(verdicts);
    }
    console.log(tally.row(family.name));
  }
  console.log(total.row("all"));
  for (const schema of total.refused) console.log(`\nlibxml2 refuses ${schema}, which has no instances`);
  total.printExplained();
  for (const line of total.unexplained) console.log(`\n${line}`);
  const complete = names.length === 0 && copies >= usualCopies;
  const idle = !complete ? [] : explanations.filter((explanation) => !total.explained.has(explanation));
  for (const { reason } of idle) console.log(`\nexplains nothing, and has to go: ${reason}`);
  return total.unexplained.length === 0 && idle.length === 0;
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(12))).join("");
}

/** Counts verdicts; what is ill-formed after all is left out. */
class Tally {
  /** How many documents each explanation is needed for. */
  readonly explained = new Map<Explanation, number>();
  readonly unexplained: string[] = [];
  /** Schemas that libxml2 does not compile. */
  readonly refused: string[] = [];
  #instances = 0;
  #samples = 0;
  #validInstances = 0;
  #invalidInstances = 0;
  #copies = 0;
  #accepted = 0;
  #refused = 0;
  #explainedCopies = 0;

  add({ family, kind, file, compared }: InstanceVerdicts): void {
    if (kind === "refused") this.refused.push(`${family}/${file}`);
    if (kind === "sample") this.#samples++;
    const [instance, ...copies] = kind === "instance" ? compared : [undefined, ...compared];
    if (instance !== undefined) {
      this.#instances++;
      if (!agree(instance)) this.#explain(instance, `${family}/${file}`);
      else if (instance.ours.length === 0) this.#validInstances++;
      else this.#invalidInstances++;
    }
    for (const copy of copies) {
      if (copy === undefined || isIllFormed(copy)) continue;
      this.#copies++;
      if (!agree(copy)) this.#explainedCopies += this.#explain(copy, `${family}/${file}`);
      else if (copy.ours.length === 0) this.#accepted++;
      else this.#refused++;
    }
  }

  /** @returns how many differences are explained */
  #explain(comparison: Comparison, file: string): number {
    const found = explain(comparison);
    for (const explanation of found ?? []) {
      this.explained.set(explanation, 1 + (this.explained.get(explanation) ?? 0));
    }
    if (found === undefined) this.unexplained.push(`${file}, ${describeDifference(comparison)}`);
    return found === undefined ? 0 : 1;
  }

  row(name: string): string {
    const { unexplained } = this;
    const counts = [this.#copies, this.#accepted, this.#refused, this.#explainedCopies, unexplained.length];
    return row(name, this.#instances, this.#validInstances, this.#invalidInstances, this.#samples, ...counts);
  }

  printExplained(): void {
    for (const [{ reason }, count] of this.explained) console.log(`\n${count} differ: ${reason}`);
  }
}
