import { ExceptionType } from "../../generated/um.js";
import { SoapFault, type XmlElement } from "../soap/index.js";

/** What went wrong on the server, told apart by `name`. */
export type UmException =
  /** The call is not known, or not any more. */
  | { readonly name: "InvalidCallIdException" }
  /** The entry identifier names no item that can be played. */
  | { readonly name: "InvalidObjectIdException" }
  /** The number cannot be dialed, or may not be. */
  | { readonly name: "DialingRulesException" }
  /** The request is not what the service understands. */
  | { readonly name: "ErrorInvalidRequest"; readonly message: string | undefined }
  /** Anything else. */
  | {
      readonly name: "unknown";
      /** What the server calls it; `undefined` where it gives no name. */
      readonly reported: string | undefined;
    };

/** The UM service answered with a fault. `exception` says which. */
export class UmFault extends SoapFault {
  override readonly name: string = "UmFault";
  readonly exception: UmException;

  constructor(fault: SoapFault) {
    super(fault, { status: fault.status });
    this.exception = readException(fault);
  }
}

const documented = ["InvalidCallIdException", "InvalidObjectIdException", "DialingRulesException"] as const;
const errors = "http://schemas.microsoft.com/exchange/services/2006/errors";

/** The detail counts more than the fault code, whose prefix servers forget to declare. */
function readException(fault: SoapFault): UmException {
  const reported =
    detailText(fault, ExceptionType.namespace, ExceptionType.name) ?? detailText(fault, errors, "ResponseCode");
  for (const text of [reported, fault.faultCode?.localName ?? fault.faultCodeText]) {
    const name = withoutPrefix(text ?? "");
    const known = documented.find((exception) => exception === name);
    if (known !== undefined) return { name: known };
    if (name === "ErrorInvalidRequest") return { name, message: detailText(fault, errors, "Message") };
  }
  return { name: "unknown", reported: reported === undefined ? undefined : withoutPrefix(reported) };
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
