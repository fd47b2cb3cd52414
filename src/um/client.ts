import { type UMCallInfo, type UMGreetingType, type UMProperties, UMService } from "../../generated/um.js";
import { type CallOptions, type ClientOptions, createClient, type Interceptor, SoapFault } from "../soap/index.js";
import { UmFault } from "./faults.js";
import { type UmNamespace, umNamespaceAlias } from "./namespace.js";

/**
 * What the client needs to know. Requests are always validated: a mistake in one would reach the server as a null, and
 * the operation would run with it.
 */
export interface UmClientOptions extends Omit<ClientOptions, "alias" | "validateRequest"> {
  /** {@link basicAuthentication}, {@link bearerAuthentication} or another interceptor; the innermost one. */
  readonly authentication?: Interceptor | undefined;
  readonly namespace?: UmNamespace | undefined;
}

export interface DisconnectOptions extends CallOptions {
  /** Takes a call that the server does not know (any more) for one that is over, instead of rejecting. */
  readonly ignoreUnknownCall?: boolean | undefined;
}

/**
 * The Exchange Unified Messaging web service, for the mailbox of the authenticated user. Each method rejects with a
 * {@link ValidationError} for arguments that the schema does not allow (nothing is sent then), a {@link UmFault}, a
 * {@link ResponseError} or a {@link TransportError}.
 */
export interface UmClient {
  /** Ends a call. */
  disconnect(callId: string, options?: DisconnectOptions): Promise<void>;
  /** The state of a call and, once it is Disconnected, why it ended. */
  getCallInfo(callId: string, options?: CallOptions): Promise<UMCallInfo>;
  /**
   * Calls a telephone and plays an item of the mailbox. Each request rings a telephone.
   *
   * @returns the identifier of the call
   */
  playOnPhone(request: PlayOnPhoneRequest, options?: CallOptions): Promise<string>;
  /**
   * Calls a telephone, plays a greeting and lets the user record it anew. Each request rings a telephone.
   *
   * @returns the identifier of the call
   */
  playOnPhoneGreeting(request: PlayOnPhoneGreetingRequest, options?: CallOptions): Promise<string>;
  /** Whether the mailbox is enabled for Unified Messaging. */
  isUmEnabled(options?: CallOptions): Promise<boolean>;
  /** The Unified Messaging settings of the mailbox. */
  getUmProperties(options?: CallOptions): Promise<UMProperties>;
  /** Whether callers hear the out-of-office greeting. */
  setOofStatus(status: boolean, options?: CallOptions): Promise<void>;
  /** Whether a missed call is reported by mail. */
  setMissedCallNotificationEnabled(status: boolean, options?: CallOptions): Promise<void>;
  /** The number that Play on Phone offers first. */
  setPlayOnPhoneDialString(dialString: string, options?: CallOptions): Promise<void>;
  /** The folder whose mail is read over the telephone: its identifier in base64. */
  setTelephoneAccessFolderEmail(base64FolderId: string, options?: CallOptions): Promise<void>;
  /** Makes a new PIN for access by telephone, which the server mails to the user. */
  resetPin(options?: CallOptions): Promise<void>;
}

export interface PlayOnPhoneRequest {
  /** The MAPI entry identifier of the item in base64. */
  readonly entryId: string;
  /** The number to call, as the dial plan wants it. */
  readonly dialString: string;
}

export interface PlayOnPhoneGreetingRequest {
  readonly greetingType: UMGreetingType;
  /** The number to call, as the dial plan wants it. */
  readonly dialString: string;
}

/**
 * Makes a client of the Exchange Unified Messaging web service.
 *
 * @throws TypeError for options that cannot be met
 */
export function createUmClient(options: UmClientOptions): UmClient {
  const { authentication, namespace, interceptors = [], ...rest } = options;
  const service = createClient(UMService, {
    ...rest,
    interceptors: authentication === undefined ? interceptors : [...interceptors, authentication],
    alias: umNamespaceAlias(namespace),
  });
  return {
    async disconnect(callId, { ignoreUnknownCall = false, ...call } = {}) {
      try {
        await withUmFaults(service.disconnect({ callId }, call));
      } catch (error) {
        const isUnknown = error instanceof UmFault && error.exception.name === "InvalidCallIdException";
        if (!isUnknown || !ignoreUnknownCall) throw error;
      }
    },
    async getCallInfo(callId, call) {
      return (await withUmFaults(service.getCallInfo({ callId }, call))).getCallInfoResponse;
    },
    async playOnPhone({ entryId, dialString }, call) {
      return (await withUmFaults(service.playOnPhone({ entryId, dialString }, call))).playOnPhoneResponse;
    },
    async playOnPhoneGreeting({ greetingType, dialString }, call) {
      const answer = await withUmFaults(service.playOnPhoneGreeting({ greetingType, dialString }, call));
      return answer.playOnPhoneGreetingResponse;
    },
    async isUmEnabled(call) {
      return (await withUmFaults(service.isUMEnabled({}, call))).isUMEnabledResponse;
    },
    async getUmProperties(call) {
      return (await withUmFaults(service.getUMProperties({}, call))).getUMPropertiesResponse;
    },
    async setOofStatus(status, call) {
      await withUmFaults(service.setOofStatus({ status }, call));
    },
    async setMissedCallNotificationEnabled(status, call) {
      await withUmFaults(service.setMissedCallNotificationEnabled({ status }, call));
    },
    async setPlayOnPhoneDialString(dialString, call) {
      await withUmFaults(service.setPlayOnPhoneDialString({ dialString }, call));
    },
    async setTelephoneAccessFolderEmail(base64FolderID, call) {
      await withUmFaults(service.setTelephoneAccessFolderEmail({ base64FolderID }, call));
    },
    async resetPin(call) {
      await withUmFaults(service.resetPIN({}, call));
    },
  };
}

async function withUmFaults<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof SoapFault ? new UmFault(error) : error;
  }
}
