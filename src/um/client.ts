import { type UMGreetingType, type UMProperties, UMService } from "../../generated/um.js";
import { type CallOptions, createClient } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { Call } from "./call.js";
import {
  type CallClient,
  type CallClientOptions,
  callClientOptions,
  callMethods,
  clientOptions,
} from "./call-client.js";
import { type UmNamespace, umNamespaceAlias } from "./namespace.js";
import { withUmErrors } from "./read-um-fault.js";
import { type SettingOptions, storeSetting } from "./settings.js";

/** Where the service is, who asks, and how its namespace is spelled. */
export interface UmClientOptions extends CallClientOptions {
  readonly namespace?: UmNamespace | undefined;
}

const umClientOptions = (): Record<keyof UmClientOptions, 0> => ({
  ...callClientOptions,
  namespace: 0,
});

/**
 * The Exchange Unified Messaging web service, for the mailbox of the authenticated user. Each method rejects with a
 * {@link ValidationError} for arguments that the schema does not allow (nothing is sent then), a {@link UmError}, a
 * {@link ResponseError} or a {@link TransportError}.
 */
export interface UmClient extends CallClient {
  readonly service: "um";
  /** Calls a telephone and plays an item of the mailbox. Each request rings a telephone. */
  playOnPhone(request: PlayOnPhoneRequest, options?: CallOptions): Promise<Call>;
  /** Calls a telephone, plays a greeting and lets the user record it anew. Each request rings a telephone. */
  playOnPhoneGreeting(request: PlayOnPhoneGreetingRequest, options?: CallOptions): Promise<Call>;
  /** The Unified Messaging settings of the mailbox. */
  getProperties(options?: CallOptions): Promise<UMProperties>;
  /** Whether callers hear the out-of-office greeting. */
  setOutOfOffice(status: boolean, options?: SettingOptions): Promise<void>;
  /** Whether a missed call is reported by mail. */
  setMissedCallNotificationEnabled(status: boolean, options?: SettingOptions): Promise<void>;
  /** The number that Play on Phone offers first. */
  setPlayOnPhoneDialString(dialString: string, options?: SettingOptions): Promise<void>;
  /** The folder whose mail is read over the telephone: its identifier in base64. */
  setTelephoneAccessFolderEmail(base64FolderId: string, options?: SettingOptions): Promise<void>;
  /** Makes a new PIN for access by telephone, which the server mails to the user. */
  resetPin(options?: CallOptions): Promise<void>;
}

/** Which item of the mailbox is played on which telephone. */
export interface PlayOnPhoneRequest {
  /** The MAPI entry identifier of the item in base64. */
  readonly entryId: string;
  /** The number to call, as the dial plan wants it. */
  readonly dialString: string;
}

/** Which greeting is played, or recorded, on which telephone. */
export interface PlayOnPhoneGreetingRequest {
  readonly greetingType: UMGreetingType;
  /** The number to call, as the dial plan wants it. */
  readonly dialString: string;
}

/**
 * Makes a client of the Exchange Unified Messaging web service, UM2007Legacy.asmx.
 *
 * @throws TypeError for options that cannot be met
 */
export function createUmClient(options: UmClientOptions): UmClient {
  refuseUnknown("createUmClient", options, Object.keys(umClientOptions()));
  const { namespace, ...rest } = options;
  const service = createClient(UMService, { ...clientOptions(rest), alias: umNamespaceAlias(namespace) });
  const { started, ...calls } = callMethods(
    rest,
    async (callId, call) => (await withUmErrors(service.getCallInfo({ callId }, call), "um")).getCallInfoResponse,
    async (callId, call) => void (await withUmErrors(service.disconnect({ callId }, call), "um")),
  );
  const getProperties = async (call?: CallOptions) =>
    (await withUmErrors(service.getUMProperties({}, call), "um")).getUMPropertiesResponse;
  return {
    service: "um",
    ...calls,
    async playOnPhone({ entryId, dialString }, call) {
      const answer = await withUmErrors(service.playOnPhone({ entryId, dialString }, call), "um");
      return started(answer.playOnPhoneResponse);
    },
    async playOnPhoneGreeting({ greetingType, dialString }, call) {
      const answer = await withUmErrors(service.playOnPhoneGreeting({ greetingType, dialString }, call), "um");
      return started(answer.playOnPhoneGreetingResponse);
    },
    async isUmEnabled(call) {
      return (await withUmErrors(service.isUMEnabled({}, call), "um")).isUMEnabledResponse;
    },
    getProperties,
    async setOutOfOffice(status, options = {}) {
      const store = (call: CallOptions) => withUmErrors(service.setOofStatus({ status }, call), "um");
      await storeSetting("oofStatus", status, options, store, getProperties);
    },
    async setMissedCallNotificationEnabled(status, options = {}) {
      const store = (call: CallOptions) =>
        withUmErrors(service.setMissedCallNotificationEnabled({ status }, call), "um");
      await storeSetting("missedCallNotificationEnabled", status, options, store, getProperties);
    },
    async setPlayOnPhoneDialString(dialString, options = {}) {
      const store = (call: CallOptions) => withUmErrors(service.setPlayOnPhoneDialString({ dialString }, call), "um");
      await storeSetting("playOnPhoneDialString", dialString, options, store, getProperties);
    },
    async setTelephoneAccessFolderEmail(base64FolderID, options = {}) {
      const store = (call: CallOptions) =>
        withUmErrors(service.setTelephoneAccessFolderEmail({ base64FolderID }, call), "um");
      await storeSetting("telephoneAccessFolderEmail", base64FolderID, options, store, getProperties);
    },
    async resetPin(call) {
      await withUmErrors(service.resetPIN({}, call), "um");
    },
  };
}
