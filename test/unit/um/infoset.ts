import { SaxesParser } from "saxes";

/** An element as an independent parser sees it. */
export interface InfosetElement {
  /** In Clark notation, as the attributes' names. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (string | InfosetElement)[];
}

/**
 * What a document says: names, attributes and text. Prefixes, declarations that nothing uses, comments, and white space
 * between elements are not part of that.
 */
export function infosetOf(text: string): InfosetElement {
  const root: InfosetElement = { name: "", attributes: {}, content: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const element: InfosetElement = {
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(
        Object.values(attributes)
          .filter((attribute) => attribute.prefix !== "xmlns" && attribute.name !== "xmlns")
          .map((attribute) => [`{${attribute.uri}}${attribute.local}`, attribute.value]),
      ),
      content: [],
    };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  const onText = (value: string) => {
    const content = open.at(-1)?.content;
    const last = content?.at(-1);
    if (typeof last === "string") content?.splice(-1, 1, last + value);
    else content?.push(value);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed?.content.some((item) => typeof item !== "string")) dropWhiteSpace(closed.content);
  });
  parser.write(text).close();
  const [element] = root.content.filter((item) => typeof item !== "string");
  if (element === undefined) throw new Error("no root element");
  return element;
}

function dropWhiteSpace(content: (string | InfosetElement)[]): void {
  const kept = content.filter((item) => typeof item !== "string" || /[^ \t\r\n]/.test(item));
  content.splice(0, content.length, ...kept);
}

/** The element as a document of its own. */
export function printInfoset(element: InfosetElement): string {
  const { namespace, localName } = splitName(element.name);
  const attributes = Object.entries(element.attributes).map(([name, value], index) => {
    const attribute = splitName(name);
    if (attribute.namespace === "") return ` ${attribute.localName}="${escapeXml(value)}"`;
    return ` xmlns:a${index}="${attribute.namespace}" a${index}:${attribute.localName}="${escapeXml(value)}"`;
  });
  const content = element.content.map((item) => (typeof item === "string" ? escapeXml(item) : printInfoset(item)));
  return `<${localName} xmlns="${namespace}"${attributes.join("")}>${content.join("")}</${localName}>`;
}

function splitName(name: string): { readonly namespace: string; readonly localName: string } {
  const [, namespace = "", localName = ""] = /^\{(.*)\}(.*)$/.exec(name) ?? [];
  return { namespace, localName };
}

function escapeXml(text: string): string {
  return text.replace(/[&<"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
