import type { Breaks, ChangedKind, ComponentChange } from "./change.js";
import type { SchemaDifference } from "./diff.js";

const kinds: readonly (readonly [ChangedKind, string])[] = [
  ["operation", "operations"],
  ["element", "elements"],
  ["type", "types"],
  ["attribute", "attributes"],
];

/** A changelog in Markdown: what is gone and what changed one by one, what is new by name. */
export function printDiff({ components, breaks }: SchemaDifference, from: string, to: string): string {
  const title = `# What changed from ${from} to ${to}`;
  if (components.length === 0) return `${title}\n\nNothing that documents or callers could notice.`;
  const sections = [title, summary(components, breaks)];
  const removed = components.filter(({ status }) => status === "removed");
  const changed = components.filter(({ status }) => status === "changed");
  const added = components.filter(({ status }) => status === "added");
  if (removed.length > 0) sections.push("## Removed", ...lists(removed));
  for (const [kind, plural] of kinds) {
    const those = changed.filter((component) => component.kind === kind);
    if (those.length > 0) sections.push(`## Changed ${plural}`, ...printChanged(those));
  }
  if (added.length > 0) sections.push("## Added", ...lists(added));
  return sections.join("\n\n");
}

function summary(components: readonly ComponentChange[], { writers, readers }: Breaks): string {
  const all = components.flatMap(({ changes, breaks }) =>
    changes.length > 0 ? changes.map((change) => change.breaks) : breaks,
  );
  const line = (broken: boolean, count: number, who: string, meaning: string): string =>
    `- ${who} (${meaning}): ${broken ? `**${count} breaking change${count === 1 ? "" : "s"}**` : "compatible"}`;
  const forWriters = components.filter((component) => component.breaks.writers).map(({ name }) => name);
  return [
    line(writers, all.filter((each) => each.writers).length, "For writers", "old documents, read by the new schema"),
    line(readers, all.filter((each) => each.readers).length, "For readers", "new documents, read by the old schema"),
    ...(forWriters.length === 0 ? [] : [`- Writers look at: ${forWriters.join(", ")}`]),
  ].join("\n");
}

function lists(components: readonly ComponentChange[]): readonly string[] {
  return kinds.flatMap(([kind, plural]) => {
    const those = components.filter((component) => component.kind === kind);
    if (those.length === 0) return [];
    const groups = new Map<string, string[]>();
    for (const { name, breaks } of those) {
      const mark = spellBreaks(breaks);
      groups.set(mark, [...(groups.get(mark) ?? []), `\`${name}\``]);
    }
    const [first = "", ...rest] = plural;
    return [...groups].map(
      ([mark, names]) =>
        `${first.toUpperCase()}${rest.join("")} (${names.length})${mark === "" ? "" : ` — ${mark}`}: ${shorten(names)}`,
    );
  });
}

/** Components in which the same changed are told together. */
function printChanged(components: readonly ComponentChange[]): readonly string[] {
  const groups = new Map<string, ComponentChange[]>();
  for (const component of components) {
    const lines = component.changes.map(({ text, breaks }) => {
      const mark = spellBreaks(breaks);
      return `- ${text}${mark === "" ? "" : ` — ${mark}`}`;
    });
    const text = lines.join("\n");
    groups.set(text, [...(groups.get(text) ?? []), component]);
  }
  return [...groups].map(
    ([text, those]) => `### ${those.map(({ name }) => name).join(", ")}${place(those)}\n\n${text}`,
  );
}

/** Where a component is, if it is the only one. */
function place([only, another]: readonly ComponentChange[]): string {
  const location = another === undefined ? only?.location : undefined;
  return location === undefined ? "" : ` (${location.file ?? ""}:${location.line})`;
}

/** Names listed before the rest is counted; `--json` has them all. */
const shownNames = 80;

function shorten(names: readonly string[]): string {
  const more = names.length - shownNames;
  return more > 10 ? `${names.slice(0, shownNames).join(", ")} and ${more} more` : names.join(", ");
}

function spellBreaks({ writers, readers }: Breaks): string {
  if (writers && readers) return "**breaks writers and readers**";
  return writers ? "**breaks writers**" : readers ? "breaks readers" : "";
}
