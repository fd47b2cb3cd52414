import { EwsPhoneService, type ResponseMessageType } from "../../generated/ews-phone.js";
import type {
  ConnectingSIDType,
  ExchangeVersionType,
  PhoneCallInformationType,
} from "../../generated/ews-phone-types.js";
import { type Issue, XmlError } from "../index.js";
import { type CallOptions, createClient, ResponseError } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { Call } from "./call.js";
import {
  type CallClient,
  type CallClientOptions,
  callClientOptions,
  callMethods,
  clientOptions,
} from "./call-client.js";
import type { UmClient } from "./client.js";
import { umErrorFor } from "./error-table.js";
import type { CallInfo } from "./follow-call.js";
import { withUmErrors } from "./read-um-fault.js";

/** How Exchange Web Services is asked, and for whom. */
export interface EwsPhoneClientOptions extends CallClientOptions {
  /** The version of the schemas that requests are in. The default is Exchange2010, the first with telephone calls. */
  readonly serverVersion?: ExchangeVersionType | undefined;
  /** Acts for this user instead of the authenticated one, who must have the right to (ApplicationImpersonation). */
  readonly impersonate?: ConnectingSIDType | undefined;
}

const ewsClientOptions = (): Record<keyof EwsPhoneClientOptions, 0> => ({
  ...callClientOptions,
  serverVersion: 0,
  impersonate: 0,
});

/** Which item is played on which telephone, in the words of Exchange Web Services. */
export interface EwsPlayOnPhoneRequest {
  /** The `Id` of the item's ItemId. It is no MAPI entry identifier. */
  readonly itemId: string;
  readonly changeKey?: string | undefined;
  /** The number to call, as the dial plan wants it. */
  readonly dialString: string;
}

/** What Exchange Web Services tell of Unified Messaging. */
export interface UmConfiguration {
  readonly umEnabled: boolean;
  /** Whether Play on Phone may be used. */
  readonly playOnPhoneEnabled: boolean;
  /** The number that Play on Phone offers first. */
  readonly playOnPhoneDialString: string;
}

/** What UM2007Legacy.asmx alone can do: these are never there, so that `service` tells the clients apart. */
export type NotByEws = {
  readonly [Name in Exclude<keyof UmClient, keyof CallClient | "playOnPhone">]?: never;
};

/**
 * The telephone calls of Exchange Web Services, Exchange.asmx of Exchange 2010 and later. Methods reject as those of
 * {@link UmClient}.
 */
export interface EwsPhoneClient extends CallClient, NotByEws {
  readonly service: "ews";
  /** Calls a telephone and plays an item of the mailbox. Each request rings a telephone. */
  playOnPhone(request: EwsPlayOnPhoneRequest, options?: CallOptions): Promise<Call>;
  /** What the mailbox has of Unified Messaging. */
  getUmConfiguration(options?: CallOptions): Promise<UmConfiguration>;
}

/**
 * Makes a client of the telephone calls of Exchange Web Services.
 *
 * @throws TypeError for options that cannot be met
 */
export function createEwsPhoneClient(options: EwsPhoneClientOptions): EwsPhoneClient {
  refuseUnknown("createEwsPhoneClient", options, Object.keys(ewsClientOptions()));
  const { serverVersion = "Exchange2010", impersonate, ...rest } = options;
  const service = createClient(EwsPhoneService, clientOptions(rest));
  const headers = {
    requestServerVersion: { version: serverVersion },
    ...(impersonate === undefined ? {} : { exchangeImpersonation: { connectingSID: impersonate } }),
  };
  const read = async <T extends ResponseMessageType>(answer: Promise<T>): Promise<T> => {
    const message = await withUmErrors(answer, "ews");
    checkMessage(message, rest.onIssue);
    return message;
  };
  const { started, ...calls } = callMethods(
    rest,
    async (id, call) => {
      const answer = await read(service.getPhoneCallInformation({ phoneCallId: { id } }, { ...call, headers }));
      return toCallInfo(present(answer.phoneCallInformation, "PhoneCallInformation"));
    },
    async (id, call) => void (await read(service.disconnectPhoneCall({ phoneCallId: { id } }, { ...call, headers }))),
  );
  const getUmConfiguration = async (call?: CallOptions): Promise<UmConfiguration> => {
    const requestedConfiguration = { configurationName: [["UnifiedMessagingConfiguration"]] as const };
    const answer = await read(service.getServiceConfiguration({ requestedConfiguration }, { ...call, headers }));
    const messages = present(answer.responseMessages, "ResponseMessages").serviceConfigurationResponseMessageType;
    for (const message of messages) checkMessage(message, rest.onIssue);
    const found = messages.find((message) => message.unifiedMessagingConfiguration !== undefined);
    return present(found?.unifiedMessagingConfiguration, "UnifiedMessagingConfiguration");
  };
  return {
    service: "ews",
    ...calls,
    async playOnPhone({ itemId, changeKey, dialString }, call) {
      const input = { itemId: { id: itemId, changeKey }, dialString };
      const answer = await read(service.playOnPhone(input, { ...call, headers }));
      return started(present(answer.phoneCallId, "PhoneCallId").id);
    },
    getUmConfiguration,
    isUmEnabled: async (call) => (await getUmConfiguration(call)).umEnabled,
  };
}

/** An error is an answer like any other here: HTTP status 200, and a code in the message. */
function checkMessage(message: ResponseMessageType, onIssue: ((issue: Issue) => void) | undefined): void {
  const { responseClass, responseCode, messageText = "" } = message;
  if (responseClass === "Error") {
    throw umErrorFor(messageText, { service: "ews", reported: responseCode, status: 200 });
  }
  if (responseClass === "Warning") {
    const said = [responseCode ?? "", messageText].filter((part) => part !== "").join(": ");
    onIssue?.({ code: "um-warning", message: `the server warns: ${said}`, severity: "warning" });
  }
}

/** The schema lets an answer without its content pass, since errors have none; a success has to have it. */
function present<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw new ResponseError(new XmlError("um-incomplete", `the answer says Success and has no ${name}`), 200, "");
}

function toCallInfo(information: PhoneCallInformationType): CallInfo {
  const { phoneCallState, connectionFailureCause, sipResponseCode, sipResponseText } = information;
  return {
    callState: phoneCallState,
    eventCause: connectionFailureCause,
    ...(sipResponseCode === undefined ? {} : { sipResponseCode }),
    ...(sipResponseText === undefined ? {} : { sipResponseText }),
  };
}
