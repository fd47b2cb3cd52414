import type { ElementDescriptor } from "../schema/descriptors.js";
import { isRecord } from "../text/record.js";
import type { XmlEventSource } from "../xml/ports.js";

/** What descriptors are like; another number for another version, which this one cannot read. */
export const descriptorFormat = 1;

// Programs in JavaScript, or with a cast, hand in what the types do not allow: said in one line, before anything is done.

/**
 * @param verb - the function that was called, for the message
 * @throws TypeError for what is no element's descriptor, or one that another version of the package made
 */
export function checkDescriptor(verb: string, descriptor: ElementDescriptor): void {
  const held: unknown = descriptor;
  const { kind, name, "~format": format } = Object(held);
  if (kind !== "elementDeclaration") {
    throw new TypeError(`${verb} takes the descriptor of an element first; found ${describeHandIn(held)}`);
  }
  if (format !== descriptorFormat) {
    const made = "was made by another version of xsdsmith/codegen, or by hand";
    throw new TypeError(`the descriptor ${String(name)} ${made}; generated code and package are of one version`);
  }
}

/** @throws TypeError for what is neither a text nor a source of events */
export function checkSource(verb: string, source: string | XmlEventSource): void {
  if (typeof source === "string" || typeof Object(source).next === "function") return;
  throw new TypeError(`${verb} takes the document's text second; found ${describeHandIn(source)}`);
}

/** What a value is, in the words of whoever handed it in. */
export function describeHandIn(value: unknown): string {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    return "bytes, of which `decodeXml` of xsdsmith/xml makes a text";
  }
  if (typeof value === "string") return value.trimStart().startsWith("<") ? "the text of a document" : "a text";
  if (!isRecord(value)) return Array.isArray(value) ? "an array" : String(value);
  const { kind, name, operations, action, nodeType } = value;
  if (typeof value["then"] === "function") return "a promise: await it";
  if (nodeType !== undefined) return "a DOM node, of which `XMLSerializer` makes a text";
  if (kind === "elementDeclaration") return `the descriptor ${String(name)}`;
  if (kind !== undefined) return `the descriptor of the type ${String(name)}`;
  if (operations !== undefined) return `the service ${String(name)}`;
  return action === undefined ? "an object" : `the operation ${String(name)}: it has an \`input\` and an \`output\``;
}
