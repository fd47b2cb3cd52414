import { type Issue, ValidationError, XmlError } from "../errors.js";
import type { ContentDescriptor, MimeContent } from "../schema/services.js";
import { parseMediaType } from "./media-type.js";
import type { Attachment } from "./multipart.js";

type Contents = Readonly<Record<string, ContentDescriptor>> | undefined;

/**
 * The attachments of values, by the properties of the parts that are bound as such.
 *
 * @throws {@link ValidationError} for a value of another kind than the part has, and for one that is not declared
 */
export function writeContents(declared: Contents = {}, values: object): readonly Attachment[] {
  const attachments: Attachment[] = [];
  const issues: Issue[] = [];
  for (const [property, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const descriptor = Object.hasOwn(declared, property) ? declared[property] : undefined;
    const path = ["contents", property];
    if (descriptor === undefined) {
      const message = `the operation declares no content \`${property}\`: it would be lost`;
      issues.push({ code: "value-unknown-property", message, path });
      continue;
    }
    const content = toContent(descriptor, value);
    if (content === undefined) {
      const message = `found ${typeof value}; expected ${expected[descriptor.as]}`;
      issues.push({ code: "value-type", message, path });
      continue;
    }
    // WS-I Attachments Profile 1.0, R2933: the identifier tells which part it is.
    const contentId = `${encodeURIComponent(descriptor.part)}=${crypto.randomUUID()}@xsdsmith`;
    attachments.push({ ...content, contentId, part: descriptor.part });
  }
  if (issues.length > 0) throw new ValidationError(issues);
  return attachments;
}

const expected = {
  text: "a text",
  bytes: "bytes (Uint8Array)",
  content: "an object with contentType and bytes",
} as const;

function toContent({ as, types }: ContentDescriptor, value: unknown): MimeContent | undefined {
  const [first = ""] = types;
  switch (as) {
    case "text":
      if (typeof value !== "string") return undefined;
      return {
        contentType: `${first.includes("*") ? "text/plain" : first}; charset=utf-8`,
        bytes: new TextEncoder().encode(value),
      };
    case "bytes":
      return value instanceof Uint8Array ? { contentType: first, bytes: value } : undefined;
    case "content":
      return isContent(value) ? { contentType: value.contentType, bytes: value.bytes } : undefined;
  }
}

function isContent(value: unknown): value is MimeContent {
  if (typeof value !== "object" || value === null) return false;
  const { contentType, bytes } = value as Partial<MimeContent>;
  // A line end would begin another header of the part.
  return typeof contentType === "string" && /^[\t\x20-\x7e]+$/.test(contentType) && bytes instanceof Uint8Array;
}

/**
 * The values of the attachments that are bound parts: by their identifiers as the WS-I Attachments Profile makes them,
 * else by their order, as older stacks send them.
 *
 * @throws {@link XmlError} `soap-attachments` for a text that is not in its own encoding
 */
export function readContents(declared: Contents = {}, attachments: readonly Attachment[]): Record<string, unknown> {
  const left = new Set(attachments);
  const found = new Map<string, Attachment>();
  for (const [property, { part }] of Object.entries(declared)) {
    const attachment = attachments.find(({ contentId }) => partOf(contentId) === part);
    if (attachment === undefined || !left.delete(attachment)) continue;
    found.set(property, attachment);
  }
  for (const [property, { types }] of Object.entries(declared)) {
    if (found.has(property)) continue;
    for (const attachment of left) {
      if (partOf(attachment.contentId) !== undefined || !isOneOf(attachment.contentType, types)) continue;
      found.set(property, attachment);
      left.delete(attachment);
      break;
    }
  }
  return Object.fromEntries(
    Object.entries(declared).flatMap(([property, descriptor]) => {
      const attachment = found.get(property);
      return attachment === undefined ? [] : [[property, readContent(descriptor, attachment)]];
    }),
  );
}

/** The part that an identifier names. */
function partOf(contentId: string): string | undefined {
  const match = /^([^=@]+)=[^@]*@/.exec(contentId);
  if (match === null) return undefined;
  try {
    return decodeURIComponent(match[1] ?? "");
  } catch {
    return match[1];
  }
}

function isOneOf(contentType: string, types: readonly string[]): boolean {
  const { type } = parseMediaType(contentType);
  return types.some(
    (each) => each === "*/*" || each === type || (each.endsWith("/*") && type.startsWith(each.slice(0, -1))),
  );
}

function readContent({ as, part }: ContentDescriptor, { contentType, bytes }: Attachment): unknown {
  if (as === "bytes") return bytes;
  if (as === "content") return { contentType, bytes };
  const { charset = "utf-8" } = parseMediaType(contentType);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new XmlError("soap-attachments", `the part ${part} is not in the encoding ${charset.slice(0, 40)}`, {
      cause,
    });
  }
}
