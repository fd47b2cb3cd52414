import { type Issue, XmlError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { FaultsOf, OperationDescriptor } from "../schema/services.js";
import { toXmlElement } from "../verbs/xml-elements.js";
import { type XmlName, xmlName } from "../xml/names.js";
import { type DeclaredFault, SoapFault, type SoapFaultContent } from "./fault.js";
import { findValue } from "./typed-element.js";

/** A fault whose detail is of a type. */
export interface TypedFault<T> {
  readonly declared: { readonly name: string; readonly value: T; readonly element: XmlName };
}

/**
 * Whether an error is a fault that an operation declares; then `error.declared.value` is its detail.
 *
 * @param fault - one of `operation.faults`
 */
export function isFault<T>(error: unknown, fault: ElementDescriptor<T>): error is SoapFault & TypedFault<T> {
  if (!(error instanceof SoapFault)) return false;
  const element = (error as SoapFault).declared?.element;
  return element?.localName === fault.name && element.namespace === fault.namespace;
}

/** Whether an error is a fault that this operation's server answered with; `error.declared` tells which. */
export function isFaultOf<Input, Output, Parts>(
  error: unknown,
  operation: OperationDescriptor<Input, Output, Parts>,
): error is SoapFault<FaultsOf<Parts>> {
  if (!(error instanceof SoapFault)) return false;
  const { declared } = error as SoapFault;
  return declared === undefined || Object.hasOwn(operation.faults, declared.name);
}

/** Which of the operation's faults this is: the first whose element is in the detail, and is what it should be. */
export function findDeclaredFault(
  { faults }: OperationDescriptor,
  { detail = [], detailNamespaces }: SoapFaultContent,
  onIssue: ((issue: Issue) => void) | undefined,
): DeclaredFault | undefined {
  if (detail.length === 0) return undefined;
  for (const [name, descriptor] of Object.entries<ElementDescriptor>(faults)) {
    try {
      const value = findValue(descriptor, detail, detailNamespaces);
      const element = xmlName(descriptor.namespace, descriptor.name);
      if (value !== undefined) return { name, value, element };
    } catch (error) {
      // The fault is what the caller must know of; that its detail is wrong comes second.
      if (!(error instanceof XmlError)) throw error;
      const message = `the detail of fault ${name} is not as declared: ${error.reason}`;
      onIssue?.({ code: error.code, message, severity: "warning" });
    }
  }
  return undefined;
}

/**
 * A fault for an implementation to throw: the operation's own, with its detail.
 *
 * @param fault - one of `operation.faults`
 * @throws {@link ValidationError} for a detail that the schema does not allow
 */
export function newFault<T>(
  fault: ElementDescriptor<T>,
  value: NoInfer<T>,
  content: Omit<SoapFaultContent, "detail" | "detailNamespaces">,
): SoapFault {
  return new SoapFault({ ...content, detail: [toXmlElement(fault, value)] });
}
