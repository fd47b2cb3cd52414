/** One step of a content: which children may stand here, how often, and the grammar row for each. */
interface Slot {
  readonly rows: ReadonlyMap<string, string>;
  readonly required: boolean;
  readonly repeated: boolean;
}

export type Content = readonly Slot[];

const parsed = new Map<string, Content>();

/** Parses the notation of the grammar; every text once. */
export function parseContent(text: string): Content {
  let content = parsed.get(text);
  if (content === undefined) parsed.set(text, (content = text.split(" ").map(parseSlot)));
  return content;
}

function parseSlot(text: string): Slot {
  const [, names = "", occurrence = ""] = /^\(?([^()?*+]*)\)?([?*+]?)$/.exec(text) ?? [];
  const rows = new Map<string, string>();
  for (const alternative of names.split("|")) {
    const [name = "", row = name] = alternative.split(":");
    rows.set(name, row);
  }
  return {
    rows,
    required: occurrence === "" || occurrence === "+",
    repeated: occurrence === "*" || occurrence === "+",
  };
}

/** What matching children against a content found. */
export interface Match {
  /** The grammar row of each child, up to the first that does not fit. */
  readonly rows: readonly string[];
  /** What could have stood where matching stopped. */
  readonly expected: readonly string[];
  readonly complete: boolean;
}

/** Matches child names from left to right. Each content is deterministic: a child fits one slot only. */
export function matchContent(content: Content, children: readonly string[]): Match {
  const rows: string[] = [];
  let index = 0;
  let count = 0;
  for (const child of children) {
    let at = index;
    let slot = content[at];
    while (slot !== undefined && !(slot.rows.has(child) && (at !== index || count === 0 || slot.repeated))) {
      if (slot.required && (at !== index || count === 0)) return stopped();
      at += 1;
      slot = content[at];
    }
    const row = slot?.rows.get(child);
    if (row === undefined) return stopped();
    count = at === index ? count + 1 : 1;
    index = at;
    rows.push(row);
  }
  const missing = content.slice(index).some((slot, offset) => slot.required && (offset > 0 || count === 0));
  return missing ? stopped() : { rows, expected: [], complete: true };

  function stopped(): Match {
    const expected: string[] = [];
    for (const [offset, slot] of content.slice(index).entries()) {
      if (offset > 0 || count === 0 || slot.repeated) expected.push(...slot.rows.keys());
      if (slot.required && (offset > 0 || count === 0)) break;
    }
    return { rows, expected, complete: false };
  }
}
