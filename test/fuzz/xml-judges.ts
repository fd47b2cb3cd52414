import libxmljs from "libxmljs2";
import { SaxesParser } from "saxes";
import { XmlError } from "../../src/errors.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { clarkName, xmlnsNamespace } from "../../src/xml/names.js";
import { copyXml } from "../../src/xml/write/copy.js";
import { XmlWriter } from "../../src/xml/write/writer.js";

/** What a parser makes of a document. */
export interface Verdict {
  readonly accepted: boolean;
  /** For ours: the code of the refusal. */
  readonly code?: string;
  readonly message?: string;
  /** What was read, one line an event, texts joined; only where it can be compared. */
  readonly events?: readonly string[];
}

/** Collects events in a form that two readers share. */
class Log {
  readonly lines: string[] = [];
  #text = "";

  text(text: string): void {
    this.#text += text;
  }

  event(line: string): void {
    if (this.#text !== "") this.lines.push(`text ${JSON.stringify(this.#text)}`);
    this.#text = "";
    this.lines.push(line);
  }
}

/** @throws what is not an {@link XmlError}: a finding of its own */
export function judgeOurs(text: string): Verdict {
  try {
    return { accepted: true, events: ourEvents(new XmlReader(text, { doctype: ignoreDoctype })) };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { accepted: false, code: error.code, message: error.message };
  }
}

export function ourEvents(reader: XmlReader): readonly string[] {
  const log = new Log();
  while (reader.next() !== "eof") {
    const { kind, attributes } = reader;
    if (kind === "text") {
      log.text(reader.text);
    } else if (kind === "start") {
      const values: string[] = [];
      for (let index = 0; index < attributes.length; index++) {
        values.push(`${clarkName(attributes.name(index))}=${JSON.stringify(attributes.value(index))}`);
      }
      log.event(`start ${clarkName(reader.name)} ${values.join(" ")}`);
    } else if (kind === "end") {
      log.event(`end ${clarkName(reader.name)}`);
    } else {
      log.event(kind === "comment" ? `comment ${reader.text}` : `instruction ${reader.name.localName} ${reader.text}`);
    }
  }
  return log.lines;
}

/** Written by our writer and read again. */
export function copyEvents(text: string): readonly string[] {
  const writer = new XmlWriter();
  copyXml(new XmlReader(text, { doctype: ignoreDoctype }), writer);
  return ourEvents(new XmlReader(writer.toString()));
}

/** saxes knows no document types: it passes over them. */
export function judgeSaxes(text: string): Verdict {
  const parser = new SaxesParser({ xmlns: true });
  const log = new Log();
  let message: string | undefined;
  let depth = 0;
  parser.on("error", (error) => {
    message ??= error.message;
  });
  parser.on("opentag", (tag) => {
    depth++;
    const values: string[] = [];
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      if (prefix === "xmlns" || uri === xmlnsNamespace) continue;
      values.push(`${clarkName({ namespace: uri, localName: local })}=${JSON.stringify(value)}`);
    }
    log.event(`start ${clarkName({ namespace: tag.uri, localName: tag.local })} ${values.join(" ")}`);
  });
  parser.on("closetag", (tag) => {
    depth--;
    log.event(`end ${clarkName({ namespace: tag.uri, localName: tag.local })}`);
  });
  // White space around the root is no text.
  parser.on("text", (part) => {
    if (depth > 0) log.text(part);
  });
  parser.on("cdata", (part) => log.text(part));
  parser.on("comment", (part) => log.event(`comment ${part}`));
  parser.on("processinginstruction", ({ target, body }) => log.event(`instruction ${target} ${body}`));
  try {
    parser.write(text).close();
  } catch (error) {
    message ??= String(error);
  }
  return message === undefined ? { accepted: true, events: log.lines } : { accepted: false, message };
}

export function judgeLibxml(text: string): Verdict {
  try {
    const { errors } = libxmljs.parseXml(text, { nonet: true, noent: false, huge: true });
    // Errors of namespaces do not stop libxml2.
    const serious = errors.find((error) => (error as { level?: number }).level !== 1);
    return serious === undefined ? { accepted: true } : { accepted: false, message: serious.message };
  } catch (error) {
    return { accepted: false, message: error instanceof Error ? error.message : String(error) };
  }
}
