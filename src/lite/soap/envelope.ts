import { clarkName } from "../../xml/names.js";
import type { ElementDescriptor } from "../descriptors.js";
import { Reader, type StartTag, skipContent } from "../reader.js";
import type { OperationDescriptor } from "../service.js";
import { readDescribed, serialize } from "../verbs.js";
import { nextChild } from "./children.js";
import { type FaultDescriptors, readFault, type SoapFaultContent } from "./fault.js";

/** The namespaces of the envelopes, by the versions of SOAP. */
export const envelopes = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;

/** A version of SOAP. */
export type SoapVersion = keyof typeof envelopes;

/** Whether the descriptor is `emptyBody`: no element has no name. */
function isEmptyBody({ name }: ElementDescriptor): boolean {
  return name === "";
}

/**
 * The envelope of a request.
 *
 * @throws {@link ValidationError} for what the schema does not allow
 */
export function writeEnvelope(version: SoapVersion, descriptor: ElementDescriptor, input: unknown): string {
  const entry = isEmptyBody(descriptor) ? "" : serialize(descriptor, input);
  const start = `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${envelopes[version]}">`;
  return `${start}<soap:Body>${entry}</soap:Body></soap:Envelope>`;
}

/** What the body of an answer holds. */
export type Answer =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "fault"; readonly content: SoapFaultContent };

/**
 * Reads an envelope with one body entry, or none where that is allowed, to its very end: a truncated message has no value.
 *
 * @throws {@link ParseError} `xml-…` for an ill-formed text, `soap-…` for one that is no such envelope, `cvc-…` for an
 * entry that is not what its descriptor says
 */
export function readEnvelope(text: string, { name, output, faults }: OperationDescriptor): Answer {
  const reader = new Reader(text, undefined);
  const root = reader.tag as StartTag;
  if (root.localName !== "Envelope")
    fail(reader, "soap-envelope", `found ${clarkName(root)}; expected a SOAP envelope`);
  if (!Object.values<string>(envelopes).includes(root.namespace)) {
    const known = Object.values(envelopes).join(" or ");
    fail(reader, "soap-version", `found an Envelope of "${root.namespace}"; expected ${known}`);
  }
  reader.enter(root);
  let answer: Answer | undefined;
  for (let part = nextChild(reader, true); part !== undefined; part = nextChild(reader, true)) {
    const isEnvelopes = part.namespace === root.namespace;
    reader.enter(part);
    if (answer === undefined && isEnvelopes && part.localName === "Body") {
      answer = readBody(reader, name, output?.(), faults() as FaultDescriptors);
    } else {
      // SOAP 1.1, 4: elements after the body are allowed.
      const isHeader = answer === undefined && isEnvelopes && part.localName === "Header";
      if (!isHeader && (answer === undefined || part.localName === "Body" || part.namespace === "")) {
        reader.malformed(`found ${clarkName(part)} in Envelope; expected Header, then Body`, part.at, "soap-envelope");
      }
      skipContent(reader);
    }
    reader.leave();
  }
  if (answer === undefined) fail(reader, "soap-body", "the envelope has no Body");
  reader.leave();
  reader.finish();
  return answer;
}

function readBody(
  reader: Reader,
  operation: string,
  output: ElementDescriptor | undefined,
  faults: FaultDescriptors,
): Answer {
  let answer: Answer | undefined;
  const isEmpty = output === undefined || isEmptyBody(output);
  for (let entry = nextChild(reader, true); entry !== undefined; entry = nextChild(reader, true)) {
    if (answer !== undefined) {
      fail(reader, "soap-body-entries", `found ${clarkName(entry)} after the entry of Body; expected one entry`);
    } else if (entry.localName === "Fault" && Object.values<string>(envelopes).includes(entry.namespace)) {
      // Servers put one version's fault into another's envelope.
      answer = { kind: "fault", content: readFault(reader, entry, faults) };
    } else if (isEmpty) {
      const message = `found ${clarkName(entry)} in the answer to ${operation}; expected an empty body`;
      fail(reader, "soap-body-entries", message);
    } else {
      answer = { kind: "value", value: readDescribed(reader, output) };
    }
  }
  if (answer === undefined && !isEmpty) fail(reader, "soap-body", "Body is empty; expected one entry");
  return answer ?? { kind: "value", value: output && {} };
}

function fail(reader: Reader, code: string, message: string): never {
  return reader.malformed(message, reader.tag?.at ?? reader.here, code);
}
