import { explanations } from "./xml-explanations.js";
import { copyEvents, judgeLibxml, judgeOurs, judgeSaxes, type Verdict } from "./xml-judges.js";
import { mutate, seeded, seeds } from "./xml-mutations.js";

export interface Finding {
  readonly text: string;
  readonly problem: string;
}

export interface FuzzResult {
  readonly documents: number;
  readonly accepted: number;
  /** Documents about which only one of saxes and libxml2 agrees with us. */
  readonly contested: number;
  readonly findings: readonly Finding[];
}

/** Reads mutated documents with us, saxes and libxml2: what nobody agrees with us about is a finding. */
export function fuzzXml(count: number, seed: number): FuzzResult {
  const random = seeded(seed);
  const findings: Finding[] = [];
  let accepted = 0;
  let contested = 0;
  for (let index = 0; index < count; index++) {
    const text = mutate(seeds[random(seeds.length)] ?? "", random);
    let problem: string | undefined;
    try {
      const ours = judgeOurs(text);
      if (ours.accepted) accepted++;
      const saxes = judgeSaxes(text);
      const libxml = judgeLibxml(text);
      if (saxes.accepted !== libxml.accepted) contested++;
      problem = compare(text, ours, saxes, libxml) ?? (ours.accepted ? checkCopy(text, ours) : undefined);
    } catch (error) {
      problem = `threw ${error instanceof Error ? error.stack : String(error)}`;
    }
    if (problem !== undefined) findings.push({ text, problem });
  }
  return { documents: count, accepted, contested, findings };
}

function compare(text: string, ours: Verdict, saxes: Verdict, libxml: Verdict): string | undefined {
  // What is refused by choice is not ill-formed: entities that are not read, and limits.
  if (ours.code === "xml-doctype" || ours.code === "xml-limit") return undefined;
  const doctype = text.includes("<!DOCTYPE");
  // Of document types saxes sees nothing.
  const judges = [...(doctype ? [] : [saxes]), libxml];
  if (!judges.some(({ accepted }) => accepted === ours.accepted)) {
    if (explanations.some((explanation) => explanation.holds(text, ours, libxml, saxes))) return undefined;
    const others = `saxes: ${saxes.message ?? "accepted"}; libxml2: ${libxml.message ?? "accepted"}`;
    return `${ours.message ?? "accepted"}; ${others}`;
  }
  if (doctype || !ours.accepted || !saxes.accepted) return undefined;
  const [one, other] = [withoutEdges(ours.events), withoutEdges(saxes.events)];
  const at = one.findIndex((line, index) => line !== other[index]);
  if (at === -1 && one.length === other.length) return undefined;
  return `read ${one[at] ?? "less"}; saxes read ${other[at] ?? "less"}`;
}

/** saxes drops white space around namespace names; Namespaces in XML 1.0, 2.3 compares them character by character. */
function withoutEdges(events: readonly string[] = []): readonly string[] {
  return events.map((line) => line.replace(/\{\s*(.*?)\s*\}/g, (_, name: string) => (name === "" ? "" : `{${name}}`)));
}

function checkCopy(text: string, ours: Verdict): string | undefined {
  const copy = copyEvents(text).join("\n");
  return copy === ours.events?.join("\n") ? undefined : `written and read again it is ${copy}`;
}
