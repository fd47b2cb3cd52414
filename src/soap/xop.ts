import { ParseError, type SourceLocation } from "../errors.js";
import { type XmlName, xmlName } from "../xml/names.js";
import { PassingSource } from "../xml/passing-source.js";
import type { XmlEventKind, XmlEventSource, XmlSink } from "../xml/ports.js";
import { encodeBase64 } from "./base64.js";
import type { Attachment } from "./multipart.js";

/** XOP 1.0, 2.1: stands for the bytes of an attachment. */
const include: XmlName = /* @__PURE__ */ xmlName("http://www.w3.org/2004/08/xop/include", "Include");
const href: XmlName = /* @__PURE__ */ xmlName("", "href");

/** What references may add up to in any message; more only where the attachments themselves are longer. */
const freeLength = 16 * 1024 * 1024;

/** A source in which the base64 of attachments stands where a message refers to them. */
export class XopSource extends PassingSource {
  readonly #attachments: ReadonlyMap<string, Attachment>;
  /** The base64 that the source stands on: its own source stands on the end of the reference. */
  #included: string | undefined;
  #skippedText: string | undefined;
  /** One attachment can be referred to many times. */
  #left: number;

  constructor(source: XmlEventSource, attachments: readonly Attachment[]) {
    super(source);
    this.#attachments = new Map(attachments.map((attachment) => [attachment.contentId, attachment]));
    const length = attachments.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#left = Math.max(freeLength, length);
  }

  override get kind(): XmlEventKind {
    return this.#included === undefined ? this.source.kind : "text";
  }

  override get text(): string {
    return this.#included ?? this.source.text;
  }

  override get depth(): number {
    return this.#included === undefined ? this.source.depth : this.source.depth - 1;
  }

  override get skippedText(): string {
    return this.#skippedText ?? this.source.skippedText;
  }

  override next(): XmlEventKind {
    this.#included = undefined;
    const kind = this.source.next();
    if (!this.#isReference(kind)) return kind;
    this.#included = this.#resolve();
    return "text";
  }

  override elementText(): string | undefined {
    this.#skippedText = undefined;
    const plain = this.source.elementText();
    if (plain !== undefined || !this.#isReference("start")) return plain;
    let text = this.source.skippedText + this.#resolve();
    for (;;) {
      const kind = this.source.next();
      if (kind === "end") return text;
      if (kind === "text") {
        text += this.source.text;
      } else if (this.#isReference(kind)) {
        text += this.#resolve();
      } else if (kind === "start") {
        this.#skippedText = text;
        return undefined;
      }
    }
  }

  #isReference(kind: XmlEventKind): boolean {
    return kind === "start" && this.source.name === include;
  }

  /** The base64 that the reference stands for; the source goes from the reference's start to its end. */
  #resolve(): string {
    const { location } = this.source;
    const url = this.source.attributes.get(href) ?? "";
    const attachment = this.#attachments.get(contentIdOf(url));
    if (attachment === undefined) fail(`the message has no attachment ${JSON.stringify(url.slice(0, 100))}`, location);
    this.#left -= attachment.bytes.length;
    if (this.#left < 0) fail("the references to attachments add up to more than the attachments", location);
    this.source.skip();
    return encodeBase64(attachment.bytes);
  }
}

/** RFC 2392: a `cid:` URL is a content identifier, percent-encoded. */
function contentIdOf(url: string): string {
  if (!/^cid:/i.test(url)) return url;
  try {
    return decodeURIComponent(url.slice(4));
  } catch {
    return url.slice(4);
  }
}

function fail(message: string, location: SourceLocation): never {
  throw new ParseError({ code: "soap-attachments", message, location });
}

/** Writes a reference to an attachment. */
export function writeInclude({ contentId }: Attachment, sink: XmlSink): void {
  sink.startElement(include);
  sink.attribute(href, `cid:${encodeURIComponent(contentId)}`);
  sink.endElement();
}
