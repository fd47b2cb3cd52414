import type { ElementDescriptor, Issue } from "../index.js";
import { readMessage, writeMessage } from "../soap.js";
import { type UmNamespace, umNamespaceAlias } from "./namespace.js";

/** How the namespace of a message is spelled, and who is told of the other spelling. */
export interface UmMessageOptions {
  readonly namespace?: UmNamespace | undefined;
  /** Told of warnings: `um-namespace-alias` for the spelling of the namespace that is not expected. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
}

/**
 * Reads the message in a SOAP envelope, for instance a printed or recorded one.
 *
 * @throws {@link ParseError} for a text that is no envelope with the described element
 * @throws {@link SoapFault} for an envelope with a fault
 */
export function parseUmMessage<T>(descriptor: ElementDescriptor<T>, text: string, options: UmMessageOptions = {}): T {
  return readMessage(descriptor, text, { alias: umNamespaceAlias(options.namespace), onIssue: options.onIssue });
}

/**
 * Writes a message in a SOAP envelope.
 *
 * @throws {@link ValidationError} for a value that the schema does not allow
 */
export function serializeUmMessage<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  options: Pick<UmMessageOptions, "namespace"> = {},
): string {
  return writeMessage(descriptor, value, { alias: umNamespaceAlias(options.namespace) });
}
