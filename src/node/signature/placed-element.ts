import { XmlReader } from "../../xml/fast/reader.js";
import { clarkName, type XmlName } from "../../xml/names.js";

/** An element with its place in the text that it was read from. */
export interface PlacedElement {
  readonly name: XmlName;
  readonly attributes: readonly PlacedAttribute[];
  /** Elements and texts; neighbouring texts are one. */
  readonly content: readonly (string | PlacedElement)[];
  readonly start: number;
  readonly end: number;
  /** The declarations around it that are not its own, as they would stand in its start tag. */
  readonly declaredAround: string;
}

export interface PlacedAttribute {
  readonly name: XmlName;
  readonly value: string;
}

type Open = { -readonly [Key in keyof PlacedElement]: PlacedElement[Key] } & { content: (string | PlacedElement)[] };

/**
 * Reads a document as this project's reader sees it.
 *
 * @param withScope - the elements whose surroundings are asked for
 * @throws {@link XmlError} for a text that is not well-formed
 */
export function readPlaced(text: string, withScope: (name: XmlName) => boolean = () => false): PlacedElement {
  const reader = new XmlReader(text);
  const open: Open[] = [];
  let ended: Open | undefined;
  for (let kind = reader.next(); ; kind = reader.next()) {
    // An element ends where whatever follows begins.
    if (ended !== undefined) ended.end = reader.offset;
    if (open.length === 0 && ended !== undefined) break;
    ended = undefined;
    const inside = open.at(-1);
    if (kind === "start") {
      const element = newElement(reader, withScope);
      inside?.content.push(element);
      open.push(element);
    } else if (kind === "text" && inside !== undefined) {
      const last = inside.content.at(-1);
      // Comments and instructions divide a text, and are not part of what is read.
      if (typeof last === "string") inside.content[inside.content.length - 1] = last + reader.text;
      else inside.content.push(reader.text);
    } else if (kind === "end") {
      ended = open.pop();
    }
  }
  while (reader.kind !== "eof") reader.next();
  return ended;
}

function newElement(reader: XmlReader, withScope: (name: XmlName) => boolean): Open {
  const { name, attributes, offset } = reader;
  return {
    name,
    attributes: Array.from({ length: attributes.length }, (_, index) => ({
      name: attributes.name(index),
      value: attributes.value(index),
    })),
    content: [],
    start: offset,
    end: offset,
    declaredAround: withScope(name) ? declaredAround(reader) : "",
  };
}

function declaredAround(reader: XmlReader): string {
  const own = new Set(reader.namespaceDeclarations.map(({ prefix }) => prefix));
  return reader
    .namespacesInScope()
    .filter(({ prefix }) => !own.has(prefix))
    .map(({ prefix, namespace }) => ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeAttribute(namespace)}"`)
    .join("");
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The elements that an element holds, of a name where one is given. */
export function childrenOf(
  element: PlacedElement,
  namespace?: string | undefined,
  localName?: string | undefined,
): readonly PlacedElement[] {
  return element.content.filter(
    (item): item is PlacedElement =>
      typeof item !== "string" &&
      (namespace === undefined || item.name.namespace === namespace) &&
      (localName === undefined || item.name.localName === localName),
  );
}

/** The text directly in an element. */
export function textOf(element: PlacedElement): string {
  return element.content.filter((item) => typeof item === "string").join("");
}

/** The value of an attribute in no namespace; the empty string where it has none. */
export function attributeOf(element: PlacedElement, localName: string): string {
  return element.attributes.find(({ name }) => name.namespace === "" && name.localName === localName)?.value ?? "";
}

/** What there is to read in an element, as one text that differs where anything in it does. */
export function seenIn(element: PlacedElement): string {
  const attributes = element.attributes.map(({ name, value }) => `${clarkName(name)}=${JSON.stringify(value)}`).sort();
  const content = element.content.map((item) => (typeof item === "string" ? JSON.stringify(item) : seenIn(item)));
  return `<${[clarkName(element.name), ...attributes].join(" ")}>${content.join("")}</>`;
}
