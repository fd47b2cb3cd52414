import { EwsPhoneService, type ResponseMessageType } from "../../../generated/ews-phone.js";
import { xmlName } from "../../index.js";
import { createHandler, type Handler, type HandlerExchange, type Implementation, SoapFault } from "../../soap.js";
import type { UmCallBook } from "./call-book.js";
import { errorElement, errorTypes } from "./server-faults.js";

/** What the telephone calls of Exchange Web Services need to know of the mailbox. */
export interface EwsMailbox {
  readonly book: UmCallBook;
  readonly enabled: boolean;
  playOnPhoneDialString(): string;
  /** Places a call; `undefined` for a number that cannot be dialed. */
  place(dialString: string, plays: string): string | undefined;
}

/** Exchange Web Services as far as telephone calls go: most errors are answers with HTTP status 200. */
export function ewsHandler(mailbox: EwsMailbox, onExchange: (exchange: HandlerExchange) => void): Handler {
  return createHandler(EwsPhoneService, implement(mailbox), {
    understood: [xmlName(errorTypes, "RequestServerVersion"), xmlName(errorTypes, "ExchangeImpersonation")],
    invalidRequest: ({ reason }) =>
      new SoapFault({
        faultCode: xmlName(errorTypes, "ErrorSchemaValidation"),
        reason: `The request failed schema validation: ${reason}`,
        language: "en-US",
        detail: [
          errorElement("ResponseCode", "ErrorSchemaValidation"),
          errorElement("Message", "The request failed schema validation."),
        ],
      }),
    onExchange,
  });
}

const success = { responseClass: "Success", responseCode: "NoError" } as const;

function failure(responseCode: string, messageText: string): ResponseMessageType {
  return { responseClass: "Error", messageText, responseCode, descriptiveLinkKey: 0 };
}

function implement({ book, enabled, place, playOnPhoneDialString }: EwsMailbox): Implementation<EwsPhoneService> {
  const unknownCall = () => failure("ErrorInvalidPhoneCallId", "The call identifier is not valid.");
  return {
    playOnPhone({ itemId, dialString }) {
      if (!enabled) return failure("ErrorUserNotUnifiedMessagingEnabled", "The user has no Unified Messaging.");
      if (itemId.id === "") return failure("ErrorInvalidIdEmpty", "The item identifier is empty.");
      const id = place(dialString, itemId.id);
      if (id === undefined) return failure("ErrorPhoneNumberNotDialable", "The number cannot be dialed.");
      return { ...success, phoneCallId: { id } };
    },
    getPhoneCallInformation({ phoneCallId }) {
      const info = book.info(phoneCallId.id);
      if (info === undefined) return unknownCall();
      const { callState: phoneCallState, eventCause: connectionFailureCause } = info;
      const sip =
        connectionFailureCause === "UserBusy" ? { sipResponseText: "Busy Here", sipResponseCode: 486 } : undefined;
      return { ...success, phoneCallInformation: { phoneCallState, connectionFailureCause, ...sip } };
    },
    disconnectPhoneCall: ({ phoneCallId }) => (book.disconnect(phoneCallId.id) ? success : unknownCall()),
    getServiceConfiguration() {
      const unifiedMessagingConfiguration = {
        umEnabled: enabled,
        playOnPhoneDialString: playOnPhoneDialString(),
        playOnPhoneEnabled: enabled,
      };
      const message = { ...success, unifiedMessagingConfiguration };
      return { ...success, responseMessages: { serviceConfigurationResponseMessageType: [message] } };
    },
  };
}
