import { ExceptionType } from "../../generated/um.js";
import { SoapFault, type XmlElement } from "../soap.js";
import { isKnownCode, umErrorFor } from "./error-table.js";
import type { UmError, UmServiceKind } from "./errors.js";

const errors = "http://schemas.microsoft.com/exchange/services/2006/errors";

/** The promise, with a fault of either service as the error that it means. */
export async function withUmErrors<T>(answer: Promise<T>, service: UmServiceKind): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof SoapFault ? readUmFault(error, service) : error;
  }
}

/** The detail counts more than the fault code, whose prefix servers forget to declare. */
function readUmFault(fault: SoapFault, service: UmServiceKind): UmError {
  const detail =
    detailText(fault, ExceptionType.namespace, ExceptionType.name) ?? detailText(fault, errors, "ResponseCode");
  const names = [detail, fault.faultCode?.localName ?? fault.faultCodeText].map((text) => withoutPrefix(text ?? ""));
  const reported = names.find(isKnownCode) ?? names[0];
  const reason = detailText(fault, errors, "Message") ?? fault.reason;
  return umErrorFor(reason, {
    service,
    reported: reported === "" ? undefined : reported,
    status: fault.status,
    cause: fault,
  });
}

/** The text of a detail entry; localized documentation spells the namespaces with `https`. */
function detailText(fault: SoapFault, namespace: string, name: string): string | undefined {
  const entry = fault.detail.find((element) => element.name === name && withoutScheme(element) === namespace.slice(7));
  const text = entry?.content
    .filter((item) => typeof item === "string")
    .join("")
    .trim();
  return text === "" ? undefined : text;
}

function withoutScheme({ namespace }: XmlElement): string {
  return namespace.replace(/^https?:\/\//, "");
}

function withoutPrefix(text: string): string {
  return text.slice(text.lastIndexOf(":") + 1).trim();
}
