import { ParseError, XmlError } from "../../errors.js";
import { excerptOf } from "../../text/excerpt.js";
import type { XmlName } from "../../xml/names.js";
import type { ElementDescriptor } from "../descriptors.js";
import { readElement, resolveName } from "../element.js";
import { type Reader, type StartTag, skipContent } from "../reader.js";
import { eachChild, nextChild } from "./children.js";

/** What a fault says, in the words of SOAP 1.1. */
export interface SoapFaultContent {
  /** `undefined` where the message's text is no name with a bound prefix: see `faultCodeText`. */
  faultCode: XmlName | undefined;
  /** The code as the message writes it, with its prefix. */
  faultCodeText: string;
  /** SOAP 1.2: the subcodes, the outer one first. */
  readonly subcodes: XmlName[];
  /** For people; may have several lines. */
  reason: string;
  /** Who reports the fault, a URI. */
  actor: string | undefined;
  /** The entries of the detail, as the message writes them. */
  detail: string;
  /** The fault that the operation declares: its name, and the value of its detail. */
  declared: { readonly name: string; readonly value: unknown } | undefined;
}

/** The server answered with a fault. `code` is `soap-fault`; what tells faults apart is `declared` and `faultCode`. */
export class SoapFault extends XmlError {
  override readonly name: string = "SoapFault";
  declare readonly faultCode: XmlName | undefined;
  declare readonly faultCodeText: string;
  declare readonly subcodes: readonly XmlName[];
  declare readonly actor: string | undefined;
  declare readonly detail: string;
  declare readonly declared: { readonly name: string; readonly value: unknown } | undefined;
  /** The HTTP status of the answer. */
  readonly status: number;

  constructor(content: SoapFaultContent, status: number) {
    super("soap-fault", content.reason);
    const { reason: _reason, ...rest } = content;
    Object.assign(this, rest);
    this.status = status;
    const shown = [content.faultCode?.localName ?? content.faultCodeText, content.reason].filter(Boolean).join(": ");
    this.message = `soap-fault: ${excerptOf(shown)}`;
  }
}

/** The faults of an operation, by name. */
export type FaultDescriptors = Readonly<Record<string, ElementDescriptor>>;

/**
 * Reads a fault of either version, whatever envelope it stands in, and whatever is missing from it, up to behind its end
 * tag. The names of the two versions differ, so the children say which one it is: servers mix them.
 */
export function readFault(reader: Reader, tag: StartTag, faults: FaultDescriptors): SoapFaultContent {
  const content: SoapFaultContent = {
    faultCode: undefined,
    faultCodeText: "",
    subcodes: [],
    reason: "",
    actor: undefined,
    detail: "",
    declared: undefined,
  };
  reader.enter(tag);
  eachChild(reader, ({ localName, end }) => {
    if (localName === "faultcode") setCode(content, reader);
    else if (localName === "faultstring") content.reason = reader.characters();
    else if (localName === "Code") readCode(reader, content, 0);
    else if (localName === "Reason") readReason(reader, content);
    else if (/^(?:faultactor|Role|Node)$/.test(localName)) content.actor ??= reader.characters().trim();
    else if (/^[dD]etail$/.test(localName)) readDetail(reader, content, faults, end);
  });
  reader.leave();
  return content;
}

function setCode(content: SoapFaultContent, reader: Reader): void {
  content.faultCodeText = reader.characters().trim();
  content.faultCode = resolveName(content.faultCodeText, reader);
}

/** SOAP 1.2, 5.4.1: a value, and subcodes one inside the other. */
function readCode(reader: Reader, content: SoapFaultContent, depth: number): void {
  eachChild(reader, ({ localName }) => {
    if (localName === "Subcode") {
      readCode(reader, content, depth + 1);
    } else if (localName === "Value" && depth === 0) {
      setCode(content, reader);
    } else if (localName === "Value") {
      const name = resolveName(reader.characters().trim(), reader);
      if (name !== undefined) content.subcodes.push(name);
    }
  });
}

/** SOAP 1.2, 5.4.2: a text for each language; the English one, else the first. */
function readReason(reader: Reader, content: SoapFaultContent): void {
  let first = true;
  eachChild(reader, ({ attributes }) => {
    const isEnglish = attributes.some(({ localName, value }) => localName === "lang" && value.startsWith("en"));
    if (first || isEnglish) content.reason = reader.characters();
    first = false;
  });
}

function readDetail(reader: Reader, content: SoapFaultContent, faults: FaultDescriptors, from: number): void {
  for (let entry = nextChild(reader, false); entry !== undefined; entry = nextChild(reader, false)) {
    const { namespace, localName } = entry;
    const [name, fault] =
      Object.entries(faults).find(([, other]) => other.name === localName && other.namespace === namespace) ?? [];
    const { depth } = reader;
    try {
      if (name === undefined || fault === undefined || content.declared !== undefined) reader.enter(entry);
      else content.declared = { name, value: readElement(reader, fault) };
    } catch (error) {
      // The fault is what the caller must know of; that its detail is wrong comes second.
      if (!(error instanceof ParseError) || error.code.startsWith("xml-")) throw error;
    }
    while (reader.depth > depth) {
      skipContent(reader);
      reader.leave();
    }
  }
  content.detail = reader.source(from).trim();
}
