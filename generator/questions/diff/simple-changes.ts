import type { SimpleTypeDefinition } from "../../schema/components.js";
import { facetText } from "../../schema/facet-text.js";
import { spellType } from "../explain/spell-type.js";
import type { Breaks, Change } from "./change.js";

/** Names in a list before the rest is counted. */
const shown = 12;

/** What changed in a simple type itself; who it breaks is known from its values as a whole. */
export function simpleChanges(
  before: SimpleTypeDefinition,
  after: SimpleTypeDefinition,
  breaks: Breaks,
): readonly Change[] {
  const changes: Change[] = [];
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old.length > 0 && now.length > 0) {
    const [known, kept] = [new Set(old), new Set(now)];
    const added = now.filter((value) => !known.has(value));
    const removed = old.filter((value) => !kept.has(value));
    if (added.length > 0) changes.push({ text: `${values(added)} added`, breaks: { writers: false, readers: true } });
    if (removed.length > 0)
      changes.push({ text: `${values(removed)} removed`, breaks: { writers: true, readers: false } });
  } else if (old.length > 0) changes.push({ text: "no longer an enumeration", breaks });
  else if (now.length > 0) changes.push({ text: `only ${values(now)} allowed now`, breaks });
  const [facetsBefore, facetsAfter] = [facetText(before), facetText(after)];
  if (facetsBefore !== facetsAfter) {
    changes.push({
      text: `facets changed from ${facetsBefore ?? "none"} to ${facetsAfter ?? "none"}`.replace(/\.(?= to |$)/g, ""),
      breaks,
    });
  }
  const [from, to] = [derivation(before), derivation(after)];
  if (from !== to) changes.push({ text: `changed from ${from} to ${to}`, breaks });
  changes.push(...innerChanges(before, after, breaks));
  if (changes.length === 0 && (breaks.writers || breaks.readers)) {
    changes.push({ text: "a type that it is made of allows other values", breaks });
  }
  return changes;
}

/** What changed in the anonymous types that a list or union is made of. */
function innerChanges(before: SimpleTypeDefinition, after: SimpleTypeDefinition, breaks: Breaks): readonly Change[] {
  if (before.base?.variety !== undefined || after.base?.variety !== undefined) return [];
  const inner = (type: SimpleTypeDefinition): readonly SimpleTypeDefinition[] =>
    [type.item, ...type.members].flatMap((part) => (part === undefined || part.name !== undefined ? [] : part));
  const now = inner(after);
  return inner(before).flatMap((type, index) => {
    const other = now[index];
    return other === undefined
      ? []
      : simpleChanges(type, other, { writers: false, readers: false }).map(({ text }) => ({ text, breaks }));
  });
}

function valuesOf({ facets }: SimpleTypeDefinition): readonly string[] {
  return facets.flatMap(({ kind, value }) => (kind === "enumeration" ? value : []));
}

function values(all: readonly string[]): string {
  if (all.length === 1) return `value ${all[0]}`;
  return all.length > shown + 2 ? `${all.length} values (${listed(all)})` : `values ${listed(all)}`;
}

/** The first few, and how many more. */
export function listed(all: readonly string[]): string {
  return all.length > shown + 2 ? `${all.slice(0, shown).join(", ")} and ${all.length - shown} more` : all.join(", ");
}

function derivation({ base, item, members, variety }: SimpleTypeDefinition): string {
  if (base?.variety !== undefined) return spellType(base) || "an anonymous type";
  if (variety === "list") return `a list of ${(item && spellType(item)) || "an anonymous type"}`;
  if (variety === "union")
    return `a union of ${members.map((member) => spellType(member) || "an anonymous type").join(", ")}`;
  return base === undefined ? "" : spellType(base);
}
