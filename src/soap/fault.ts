import { XmlError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { clarkName, type XmlName } from "../xml/names.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { findValue } from "./typed-element.js";

/** What a fault says, in the words of SOAP 1.1. */
export interface SoapFaultContent {
  /** `undefined` where the message's text is no name with a bound prefix: see `faultCodeText`. */
  readonly faultCode?: XmlName | undefined;
  /** The code as the message writes it, with its prefix. */
  readonly faultCodeText?: string | undefined;
  /** SOAP 1.2: the subcodes, the outer one first. */
  readonly subcodes?: readonly XmlName[] | undefined;
  /** For people; may have several lines. */
  readonly reason: string;
  /** The language of the reason. */
  readonly language?: string | undefined;
  /** Who reports the fault, a URI. */
  readonly actor?: string | undefined;
  readonly detail?: readonly XmlElement[] | undefined;
  /** The prefixes declared around the entries of the detail. */
  readonly detailNamespaces?: XmlElement["namespaces"];
}

/** A fault that the operation declares: its name, and the value of its detail. */
export type DeclaredFault<Faults = Readonly<Record<string, unknown>>> = {
  readonly [Name in keyof Faults]: { readonly name: Name; readonly value: Faults[Name]; readonly element: XmlName };
}[keyof Faults];

/** Where a fault came from. */
export interface SoapFaultOptions<Faults> extends ErrorOptions {
  readonly status?: number | undefined;
  readonly headers?: readonly XmlElement[] | undefined;
  readonly declared?: DeclaredFault<Faults> | undefined;
}

/** Longest part of a server's text in a message: some send whole stack traces. */
const shownLength = 300;

/**
 * The server answered with a fault; in an implementation of a service: what it is to answer with. `code` is
 * `soap-fault`; what tells faults apart is `declared`, `faultCode` and `detail`.
 */
export class SoapFault<Faults = Readonly<Record<string, unknown>>> extends XmlError {
  override readonly name: string = "SoapFault";
  readonly faultCode: XmlName | undefined;
  readonly faultCodeText: string;
  readonly subcodes: readonly XmlName[];
  readonly language: string | undefined;
  readonly actor: string | undefined;
  /** The entries of the detail; none where the fault has no detail. */
  readonly detail: readonly XmlElement[];
  /** The HTTP status of the answer; `undefined` for a fault that did not come from one. */
  readonly status: number | undefined;
  /** The prefixes declared around the entries of the detail. */
  readonly detailNamespaces: XmlElement["namespaces"];
  /** The header blocks of the message. */
  readonly headers: readonly XmlElement[];
  /** The declared fault that it is; `undefined` for one that the operation does not declare. */
  readonly declared: DeclaredFault<Faults> | undefined;

  constructor(content: SoapFaultContent, options: SoapFaultOptions<Faults> = {}) {
    const { faultCode, faultCodeText = faultCode === undefined ? "" : clarkName(faultCode) } = content;
    super("soap-fault", content.reason, options);
    this.faultCode = faultCode;
    this.faultCodeText = faultCodeText;
    this.subcodes = content.subcodes ?? [];
    this.language = content.language;
    this.actor = content.actor;
    this.detail = content.detail ?? [];
    this.detailNamespaces = content.detailNamespaces;
    this.status = options.status;
    this.headers = options.headers ?? [];
    this.declared = options.declared;
    const shown = faultCode?.localName ?? faultCodeText;
    this.message = `soap-fault: ${shorten([shown, content.reason].filter((part) => part !== "").join(": "))}`;
  }

  /**
   * The value of the first detail entry that the descriptor describes; `undefined` where there is none.
   *
   * @throws {@link ParseError} where the entry is not what the descriptor says
   */
  detailOf<T>(descriptor: ElementDescriptor<T>): T | undefined {
    return findValue(descriptor, this.detail, this.detailNamespaces);
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}
