import { EwsPhoneService } from "../../../../generated/ews-phone.js";
import { UMService } from "../../../../generated/um.js";
import { readElement } from "../../../engine/read-element.js";
import { type Issue, isErrorIssue, ParseError, XmlError } from "../../../errors.js";
import { recover } from "../../../features/recovery.js";
import type { ElementDescriptor } from "../../../schema/descriptors.js";
import type { OperationDescriptor } from "../../../schema/services.js";
import { readEnvelope } from "../../../soap/envelope.js";
import { fastLayer } from "../../../soap/fast-layer.js";
import { readFault } from "../../../soap/read-fault.js";
import { isFaultName } from "../../../soap/soap-version.js";
import { colorXml } from "../../../um/console/color-xml.js";
import type { ConsoleMessage, ConsoleProblem } from "../../../um/console/protocol.js";
import { umNamespaceAlias } from "../../../um-messages.js";
import { features } from "../../../verbs/features.js";
import type { XmlEventSource } from "../../../xml/ports.js";
import { prettyXml } from "../../../xml/write/pretty-xml.js";

/** Which message of which operation a text is to be. */
export interface MessageKind {
  readonly service: "um" | "ews";
  /** By its name on the wire. */
  readonly operation: string;
  readonly direction: "request" | "response";
}

/** Longer ones are cut: nobody reads them, and a page has to draw them. */
const shownLength = 100_000;
const mostIssues = 100;

/** A message as a person reads it: indented, coloured, and with what is wrong marked where it is. */
export function inspectMessage(text: string, kind: MessageKind): ConsoleMessage {
  const whole = prettyXml(text);
  const shown = whole.length > shownLength ? `${whole.slice(0, shownLength)}…` : whole;
  const { issues, verdict } = check(whole, kind);
  const marks = issues.map(({ location }) => {
    const offset = location?.offset ?? shown.length;
    return { offset, length: Math.max(1, location?.length ?? lengthAt(shown, offset)) };
  });
  return { segments: colorXml(shown, marks), problems: issues.map(toProblem), verdict };
}

interface Check {
  readonly issues: readonly Issue[];
  readonly verdict: string;
}

function check(text: string, { service, operation, direction }: MessageKind): Check {
  const descriptor = messageDescriptor(service, operation, direction);
  if (descriptor === undefined) return { issues: [], verdict: "Not checked: the operation is not known." };
  const issues: Issue[] = [];
  const onIssue = (issue: Issue) => void issues.push(issue);
  let isFault = false;
  const entry = (source: XmlEventSource) => {
    // A fault is an answer like any other, and no schema holds for it.
    isFault = isFaultName(source.name);
    if (isFault) readFault(source);
    else readElement(descriptor, source, { onIssue }, features, true, { sink: onIssue, recover });
  };
  try {
    readEnvelope(
      fastLayer,
      text,
      { entry },
      { onIssue, alias: service === "um" ? umNamespaceAlias(undefined) : undefined },
    );
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    issues.push(error instanceof ParseError ? error.issue : { code: error.code, message: error.reason });
  }
  const isValid = !issues.some(isErrorIssue);
  return { issues: issues.slice(0, mostIssues), verdict: isValid ? (isFault ? "A fault." : "Valid.") : "Not valid." };
}

function messageDescriptor(
  service: "um" | "ews",
  name: string,
  direction: "request" | "response",
): ElementDescriptor | undefined {
  const all: readonly OperationDescriptor[] = Object.values<OperationDescriptor>({
    ...(service === "um" ? UMService : EwsPhoneService).operations,
  });
  const operation = all.find((candidate) => candidate.name === name);
  return direction === "request" ? operation?.input : operation?.output;
}

/** A place without a length is the word, or the tag, that begins there. */
function lengthAt(text: string, offset: number): number {
  const stretch = /<?[^\s<>]+>?/y;
  stretch.lastIndex = offset;
  return stretch.test(text) ? stretch.lastIndex - offset : 1;
}

function toProblem({ severity = "error", code, message, location }: Issue): ConsoleProblem {
  return {
    severity,
    code,
    message,
    ...(location === undefined ? {} : { line: location.line, column: location.column }),
  };
}
