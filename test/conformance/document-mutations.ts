import { type OutlineElement, outline, pathOf } from "./document-outline.js";

/** A name of the schema's own: its elements can be put anywhere, its types be named by `xsi:type`. */
export interface SchemaName {
  readonly namespace: string;
  readonly name: string;
}

/** What changes of a document may draw on. */
export interface MutationNames {
  readonly elements: readonly SchemaName[];
  readonly types: readonly SchemaName[];
}

export interface Mutation {
  /** What was changed, and where: `remove element at /gpx/wpt`. */
  readonly label: string;
  readonly text: string;
}

type Random = (below: number) => number;

/** What a change replaces: a stretch of the text, by another text. */
type Edit = readonly [from: number, to: number, replacement: string];

interface Spot {
  readonly text: string;
  readonly element: OutlineElement;
  readonly all: readonly OutlineElement[];
  readonly names: MutationNames;
  readonly random: Random;
}

const xsi = "http://www.w3.org/2001/XMLSchema-instance";

/** Texts that some datatype or facet minds, and some do not. */
const values: readonly string[] = [
  ...["", " ", "x", "-1", "0", "1.50", "1e3", "NaN", "INF", "true", "TRUE", "a b", "a:b", "_", "urn:x", "%", "\u00e9"],
  ...["999999999999999999999", "2024-02-29", "2023-02-29", "2024-02-29T24:00:00Z", "2024-02-29T23:59:60", "P1Y", "PT"],
  ...["AQ==", "AQ=", "AB", "12:30:00", "--02-30", "en-GB", "http://a b/", "a".repeat(300)],
];

/** Each kind of change; `undefined` where the spot has no place for it. */
const kinds: Readonly<Record<string, (spot: Spot) => readonly Edit[] | undefined>> = {
  "remove element": ({ element }) => (element.parent === undefined ? undefined : [[element.start, element.end, ""]]),
  "repeat element": ({ element, text }) =>
    element.parent === undefined ? undefined : [[element.end, element.end, text.slice(element.start, element.end)]],
  "misspell element": ({ element }) => rename(element, `${element.name}x`),
  "rename element": ({ element, all, random }) => {
    const { name } = pick(all, random);
    return name === element.name ? undefined : rename(element, name);
  },
  "swap elements": ({ element, text }) => {
    const siblings = element.parent?.children ?? [];
    const next = siblings[siblings.indexOf(element) + 1];
    if (next === undefined) return undefined;
    const own = text.slice(element.start, element.end);
    return [
      [element.start, element.end, text.slice(next.start, next.end)],
      [next.start, next.end, own],
    ];
  },
  "move element": ({ element, all, text, random }) => {
    const to = pick(all, random);
    const inside = to.start >= element.start && to.end <= element.end;
    if (element.parent === undefined || inside || isEmptyTag(to)) return undefined;
    return [
      [element.start, element.end, ""],
      [to.endTagStart, to.endTagStart, text.slice(element.start, element.end)],
    ];
  },
  "unwrap element": ({ element }) =>
    element.parent === undefined
      ? undefined
      : [
          [element.start, element.startTagEnd, ""],
          [element.endTagStart, element.end, ""],
        ],
  "take out of namespace": ({ element, text }) => {
    const tag = text.slice(element.nameEnd, element.startTagEnd);
    return element.name.includes(":") || /\sxmlns\s*=/.test(tag) ? undefined : attribute(element, 'xmlns=""');
  },
  "add foreign element": (spot) => insert(spot, '<f:foreign xmlns:f="urn:foreign">1</f:foreign>'),
  "add element without namespace": (spot) => insert(spot, '<foreign xmlns=""/>'),
  "add element of the schema": (spot) => {
    if (spot.names.elements.length === 0) return undefined;
    const { namespace, name } = pick(spot.names.elements, spot.random);
    return insert(spot, `<${name} xmlns="${escaped(namespace)}"/>`);
  },
  "add text": (spot) => insert(spot, "text"),
  "add comment": (spot) => insert(spot, "<!-- no matter --><?no matter?>"),
  "remove content": ({ element }) =>
    isEmptyTag(element) ? undefined : [[element.startTagEnd, element.endTagStart, ""]],
  "replace text": (spot) => replaceText(spot, pick(values, spot.random)),
  "surround text": (spot) => replaceText(spot, ` \n${textOf(spot)}\t`),
  "change text": (spot) => replaceText(spot, changed(textOf(spot), spot.random)),
  "split text": (spot) => {
    const own = textOf(spot);
    const at = spot.random(own.length + 1);
    return /[&<]/.test(own) ? undefined : replaceText(spot, `${own.slice(0, at)}<!-- -->${own.slice(at)}`);
  },
  "remove attribute": ({ element, random }) => {
    const found = anyAttribute(element, random);
    return found && [[found.start, found.valueEnd + 1, ""]];
  },
  "misspell attribute": ({ element, random }) => {
    const found = anyAttribute(element, random);
    return found && [[found.nameEnd, found.nameEnd, "x"]];
  },
  "replace attribute": ({ element, random }) => {
    const found = anyAttribute(element, random);
    return found && [[found.valueStart, found.valueEnd, pick(values, random)]];
  },
  "change attribute": ({ element, text, random }) => {
    const found = anyAttribute(element, random);
    if (found === undefined) return undefined;
    return [[found.valueStart, found.valueEnd, changed(text.slice(found.valueStart, found.valueEnd), random)]];
  },
  "take attribute of another": ({ element, all, text, random }) => {
    const found = anyAttribute(pick(all, random), random);
    if (found === undefined || element.attributes.some(({ name }) => name === found.name)) return undefined;
    return attribute(element, text.slice(found.start, found.valueEnd + 1).trim());
  },
  "add attribute": ({ element }) => attribute(element, 'unheard-of="1"'),
  "add foreign attribute": ({ element }) => attribute(element, 'xmlns:f="urn:foreign" f:attribute="1"'),
  "add xml:lang": ({ element, random }) =>
    has(element, "xml:lang") ? undefined : attribute(element, `xml:lang="${pick(["en", "", "a b"], random)}"`),
  "add xsi:nil": ({ element, random }) =>
    has(element, "nil") ? undefined : attribute(element, `xmlns:i="${xsi}" i:nil="${pick(["true", "0"], random)}"`),
  "nil and empty": ({ element }) => {
    const nil = has(element, "nil") ? undefined : attribute(element, `xmlns:i="${xsi}" i:nil="1"`);
    if (nil === undefined || isEmptyTag(element)) return nil;
    return [...nil, [element.startTagEnd, element.endTagStart, ""]];
  },
  "add xsi:type": ({ element, names, random }) => {
    if (names.types.length === 0 || has(element, "type")) return undefined;
    const { namespace, name } = pick(names.types, random);
    return attribute(element, typeAttribute(namespace, name));
  },
  "add xsi:type of the specification": ({ element, random }) => {
    const name = pick(["string", "int", "anyType", "anySimpleType", "unheardOf"], random);
    return has(element, "type")
      ? undefined
      : attribute(element, typeAttribute("http://www.w3.org/2001/XMLSchema", name));
  },
};

/** The names of all kinds of changes. */
export const mutationKinds: readonly string[] = Object.keys(kinds);

/**
 * Changes a document in one place: what is left is well-formed wherever the change brings no prefix out of its scope.
 *
 * @param count - how many changes are wanted; kinds take turns, so that each is met
 */
export function* mutations(text: string, names: MutationNames, count: number, random: Random): Generator<Mutation> {
  const all = outline(text);
  const offset = random(mutationKinds.length);
  for (let made = 0, tried = 0; made < count && tried < 20 * count; tried++) {
    const kind = mutationKinds[(offset + tried) % mutationKinds.length] ?? "";
    const element = pick(all, random);
    const edits = kinds[kind]?.({ text, element, all, names, random });
    if (edits === undefined) continue;
    made++;
    yield { label: `${kind} at ${pathOf(element)}`, text: edited(text, edits) };
  }
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const [from, to, replacement] of edits.toSorted(([one], [other]) => one - other)) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error("there is nothing to pick from");
  return found;
}

function isEmptyTag({ startTagEnd, end }: OutlineElement): boolean {
  return startTagEnd === end;
}

function rename(element: OutlineElement, name: string): readonly Edit[] {
  const start: Edit = [element.start + 1, element.nameEnd, name];
  return isEmptyTag(element) ? [start] : [start, [element.endTagStart, element.end, `</${name}>`]];
}

/** Puts something before the content, behind it or between two children. */
function insert({ element, random }: Spot, piece: string): readonly Edit[] | undefined {
  if (isEmptyTag(element)) return undefined;
  const at = pick([element.startTagEnd, ...element.children.map(({ end }) => end), element.endTagStart], random);
  return [[at, at, piece]];
}

function attribute(element: OutlineElement, written: string): readonly Edit[] {
  return [[element.nameEnd, element.nameEnd, ` ${written}`]];
}

function typeAttribute(namespace: string, name: string): string {
  const declared = namespace === "" ? "" : ` xmlns:t="${escaped(namespace)}"`;
  return `xmlns:i="${xsi}"${declared} i:type="${namespace === "" ? name : `t:${name}`}"`;
}

function has({ attributes }: OutlineElement, localName: string): boolean {
  return attributes.some(({ name }) => name === localName || name.endsWith(`:${localName}`));
}

function anyAttribute(
  { attributes }: OutlineElement,
  random: Random,
): OutlineElement["attributes"][number] | undefined {
  return attributes.length === 0 ? undefined : pick(attributes, random);
}

function textOf({ element, text }: Spot): string {
  return text.slice(element.startTagEnd, element.endTagStart);
}

function replaceText({ element }: Spot, replacement: string): readonly Edit[] | undefined {
  const hasText = element.children.length === 0 && !isEmptyTag(element);
  return hasText ? [[element.startTagEnd, element.endTagStart, replacement]] : undefined;
}

/** One character left out, doubled or another. */
function changed(text: string, random: Random): string {
  if (/[&<]/.test(text)) return text;
  const at = random(text.length + 1);
  const one = text.slice(at, at + 1);
  const other = pick([..."0aZ9-:. ,+\u00e9"], random);
  return `${text.slice(0, at)}${pick(["", one + one, other, other + one], random)}${text.slice(at + 1)}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
