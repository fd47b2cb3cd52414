import { ExceptionType } from "../../../generated/um.js";
import { xmlName } from "../../index.js";
import { SoapFault, toXmlElement, type XmlElement } from "../../soap.js";

const errors = "http://schemas.microsoft.com/exchange/services/2006/errors";
/** Fault codes that both services have are in this namespace. */
export const errorTypes = "http://schemas.microsoft.com/exchange/services/2006/types";

const reasons = {
  InvalidCallIdException: "The call identifier isn't valid.",
  InvalidObjectIdException: "The object identifier isn't valid.",
  DialingRulesException: "Dialing restrictions are preventing the phone number that was entered from being dialed.",
} as const;

/** The fault that Exchange answers with for one of its exceptions. */
export function umServerFault(exception: keyof typeof reasons): SoapFault {
  return new SoapFault({
    faultCode: xmlName(errors, exception),
    reason: reasons[exception],
    language: "en-US",
    detail: [toXmlElement(ExceptionType, exception)],
  });
}

/** The fault that Exchange answers with for a request that it does not understand. */
export function invalidRequestFault(): SoapFault {
  const reason = "The request is invalid.";
  return new SoapFault({
    faultCode: xmlName(errorTypes, "ErrorInvalidRequest"),
    reason,
    language: "en-US",
    detail: [errorElement("ResponseCode", "ErrorInvalidRequest"), errorElement("Message", reason)],
  });
}

/** An entry of a fault's detail. */
export function errorElement(name: string, text: string): XmlElement {
  return { namespace: errors, name, content: [text] };
}
