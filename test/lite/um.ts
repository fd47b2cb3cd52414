// The messages of schemas/um.wsdl for the small runtime.
import {
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  type EnumerationValue,
  element,
  enumeration,
  maxLength,
  minLength,
  type OperationDescriptor,
  operation,
  particle,
  restriction,
  type ServiceDescriptor,
  type SimpleTypeDescriptor,
  sequence,
  service,
  simpleType,
  xsBoolean,
  xsString,
} from "../../src/lite/index.js";

const ns = "http://schemas.microsoft.com/exchange/services/2006/messages";

/**
 * Identifies a telephone call that the server placed: 1 to 512 characters. Servers make it from a GUID and their host
 * name, in base64; a client passes it on as it came.
 *
 * Length 1 to 512.
 *
 * @generated from type CallId in schemas/um.xsd
 */
export type CallId = string;

export const CallId: SimpleTypeDescriptor<CallId> =
  /* @__PURE__ */
  simpleType(ns, "CallId", () => restriction(xsString, [minLength(1), maxLength(512)]));

const UMCallState_values = [
  "Idle",
  "Connecting",
  "Alerted",
  "Connected",
  "Disconnected",
  "Incoming",
  "Transferring",
  "Forwarding",
] as const;

/**
 * The state of a call. Clients of this service see Connecting, Connected and Disconnected; the others belong to the
 * server's own book-keeping.
 *
 * - `Idle`: Nothing has happened yet.
 * - `Connecting`: The server is dialing, or the telephone rings.
 * - `Alerted`: The telephone rings.
 * - `Connected`: Somebody has answered.
 * - `Disconnected`: The call is over; UMEventCause says why.
 * - `Incoming`: A call comes in.
 * - `Transferring`: The call is being passed on to somebody else.
 * - `Forwarding`: The call is being forwarded.
 *
 * @generated from type UMCallState in schemas/um.xsd
 */
export type UMCallState = EnumerationValue<typeof UMCallState_values>;

export const UMCallState: SimpleTypeDescriptor<UMCallState> =
  /* @__PURE__ */
  simpleType(ns, "UMCallState", () => restriction(xsString, [enumeration(UMCallState_values)]));

/**
 * Why a call ended. None until the state is Disconnected, and after an ordinary end.
 *
 * - `None`: No cause: the call goes on, or ended in the ordinary way.
 * - `UserBusy`: The line was busy.
 * - `NoAnswer`: Nobody picked up.
 * - `Unavailable`: The number could not be reached.
 * - `Other`: Any other cause.
 *
 * @generated from type UMEventCause in schemas/um.xsd
 */
export type UMEventCause = "None" | "UserBusy" | "NoAnswer" | "Unavailable" | "Other";

export const UMEventCause: SimpleTypeDescriptor<UMEventCause> = /* @__PURE__ */ simpleType(ns, "UMEventCause", () =>
  restriction(xsString, [enumeration(["None", "UserBusy", "NoAnswer", "Unavailable", "Other"])]),
);

/**
 * Which of the user's own greetings is meant.
 *
 * - `NormalCustom`: The greeting for ordinary days.
 * - `OofCustom`: The greeting for days out of the office.
 *
 * @generated from type UMGreetingType in schemas/um.xsd
 */
export type UMGreetingType = "NormalCustom" | "OofCustom";

export const UMGreetingType: SimpleTypeDescriptor<UMGreetingType> =
  /* @__PURE__ */
  simpleType(ns, "UMGreetingType", () => restriction(xsString, [enumeration(["NormalCustom", "OofCustom"])]));

/**
 * What the server knows of a call.
 *
 * @generated from type UMCallInfo in schemas/um.xsd
 */
export interface UMCallInfo {
  /** The state of the call now. */
  callState: UMCallState;
  /** Why the call ended; None while it lasts. */
  eventCause: UMEventCause;
}

export const UMCallInfo: ComplexTypeDescriptor<UMCallInfo> = /* @__PURE__ */ complexType(ns, "UMCallInfo", () => ({
  content: sequence([
    particle("callState", "CallState", UMCallState),
    particle("eventCause", "EventCause", UMEventCause),
  ]),
}));

/**
 * The Unified Messaging settings of a mailbox.
 *
 * @generated from type UMProperties in schemas/um.xsd
 */
export interface UMProperties {
  /** Whether callers hear the out-of-office greeting. */
  oofStatus: boolean;
  /** Whether a missed call is reported by mail. */
  missedCallNotificationEnabled: boolean;
  /** The number that Play on Phone offers first. */
  playOnPhoneDialString?: string | undefined;
  /** The numbers to dial for access to the mailbox by telephone. */
  telephoneAccessNumbers?: string | undefined;
  /** The folder whose mail is read over the telephone: its identifier in base64. */
  telephoneAccessFolderEmail?: string | undefined;
}

export const UMProperties: ComplexTypeDescriptor<UMProperties> =
  /* @__PURE__ */
  complexType(ns, "UMProperties", () => ({
    content: sequence([
      particle("oofStatus", "OofStatus", xsBoolean),
      particle("missedCallNotificationEnabled", "MissedCallNotificationEnabled", xsBoolean),
      particle("playOnPhoneDialString", "PlayOnPhoneDialString", xsString, { min: 0 }),
      particle("telephoneAccessNumbers", "TelephoneAccessNumbers", xsString, { min: 0 }),
      particle("telephoneAccessFolderEmail", "TelephoneAccessFolderEmail", xsString, { min: 0 }),
    ]),
  }));

/**
 * Asks whether the caller's mailbox is enabled for Unified Messaging.
 *
 * @generated from element IsUMEnabled in schemas/um.xsd
 */
export type IsUMEnabled = Record<string, never>;

export const IsUMEnabled: ElementDescriptor<IsUMEnabled> =
  /* @__PURE__ */
  element(ns, "IsUMEnabled", () => complexType(ns, undefined, () => ({})));

/**
 * Answers IsUMEnabled.
 *
 * @generated from element IsUMEnabledResponse in schemas/um.xsd
 */
export interface IsUMEnabledResponse {
  /** Whether the mailbox is enabled. */
  isUMEnabledResponse: boolean;
}

export const IsUMEnabledResponse: ElementDescriptor<IsUMEnabledResponse> =
  /* @__PURE__ */
  element(ns, "IsUMEnabledResponse", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("isUMEnabledResponse", "IsUMEnabledResponse", xsBoolean)]),
    })),
  );

/**
 * Asks for the Unified Messaging settings of the caller's mailbox.
 *
 * @generated from element GetUMProperties in schemas/um.xsd
 */
export type GetUMProperties = Record<string, never>;

export const GetUMProperties: ElementDescriptor<GetUMProperties> =
  /* @__PURE__ */
  element(ns, "GetUMProperties", () => complexType(ns, undefined, () => ({})));

/**
 * Answers GetUMProperties.
 *
 * @generated from element GetUMPropertiesResponse in schemas/um.xsd
 */
export interface GetUMPropertiesResponse {
  /** The settings. */
  getUMPropertiesResponse: UMProperties;
}

export const GetUMPropertiesResponse: ElementDescriptor<GetUMPropertiesResponse> =
  /* @__PURE__ */
  element(ns, "GetUMPropertiesResponse", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("getUMPropertiesResponse", "GetUMPropertiesResponse", UMProperties)]),
    })),
  );

/**
 * Chooses whether callers hear the out-of-office greeting.
 *
 * @generated from element SetOofStatus in schemas/um.xsd
 */
export interface SetOofStatus {
  /** True for the out-of-office greeting. */
  status: boolean;
}

export const SetOofStatus: ElementDescriptor<SetOofStatus> =
  /* @__PURE__ */
  element(ns, "SetOofStatus", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("status", "status", xsBoolean)]),
    })),
  );

/**
 * Answers SetOofStatus: the setting is stored.
 *
 * @generated from element SetOofStatusResponse in schemas/um.xsd
 */
export type SetOofStatusResponse = Record<string, never>;

export const SetOofStatusResponse: ElementDescriptor<SetOofStatusResponse> =
  /* @__PURE__ */
  element(ns, "SetOofStatusResponse", () => complexType(ns, undefined, () => ({})));

/**
 * Chooses whether a missed call is reported by mail.
 *
 * @generated from element SetMissedCallNotificationEnabled in schemas/um.xsd
 */
export interface SetMissedCallNotificationEnabled {
  /** True for a mail after each missed call. */
  status: boolean;
}

export const SetMissedCallNotificationEnabled: ElementDescriptor<SetMissedCallNotificationEnabled> =
  /* @__PURE__ */
  element(ns, "SetMissedCallNotificationEnabled", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("status", "status", xsBoolean)]),
    })),
  );

/**
 * Answers SetMissedCallNotificationEnabled: the setting is stored.
 *
 * @generated from element SetMissedCallNotificationEnabledResponse in schemas/um.xsd
 */
export type SetMissedCallNotificationEnabledResponse = Record<string, never>;

export const SetMissedCallNotificationEnabledResponse: ElementDescriptor<SetMissedCallNotificationEnabledResponse> =
  /* @__PURE__ */
  element(ns, "SetMissedCallNotificationEnabledResponse", () => complexType(ns, undefined, () => ({})));

/**
 * Stores the number that Play on Phone offers first.
 *
 * @generated from element SetPlayOnPhoneDialString in schemas/um.xsd
 */
export interface SetPlayOnPhoneDialString {
  /** The number, as the dial plan wants it. */
  dialString: string;
}

export const SetPlayOnPhoneDialString: ElementDescriptor<SetPlayOnPhoneDialString> =
  /* @__PURE__ */
  element(ns, "SetPlayOnPhoneDialString", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("dialString", "dialString", xsString)]),
    })),
  );

/**
 * Answers SetPlayOnPhoneDialString: the number is stored.
 *
 * @generated from element SetPlayOnPhoneDialStringResponse in schemas/um.xsd
 */
export type SetPlayOnPhoneDialStringResponse = Record<string, never>;

export const SetPlayOnPhoneDialStringResponse: ElementDescriptor<SetPlayOnPhoneDialStringResponse> =
  /* @__PURE__ */
  element(ns, "SetPlayOnPhoneDialStringResponse", () => complexType(ns, undefined, () => ({})));

/**
 * Chooses the folder whose mail is read over the telephone.
 *
 * @generated from element SetTelephoneAccessFolderEmail in schemas/um.xsd
 */
export interface SetTelephoneAccessFolderEmail {
  /** The identifier of the folder in base64. */
  base64FolderID: string;
}

export const SetTelephoneAccessFolderEmail: ElementDescriptor<SetTelephoneAccessFolderEmail> =
  /* @__PURE__ */
  element(ns, "SetTelephoneAccessFolderEmail", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("base64FolderID", "base64FolderID", xsString)]),
    })),
  );

/**
 * Answers SetTelephoneAccessFolderEmail: the folder is stored.
 *
 * @generated from element SetTelephoneAccessFolderEmailResponse in schemas/um.xsd
 */
export type SetTelephoneAccessFolderEmailResponse = Record<string, never>;

export const SetTelephoneAccessFolderEmailResponse: ElementDescriptor<SetTelephoneAccessFolderEmailResponse> =
  /* @__PURE__ */
  element(ns, "SetTelephoneAccessFolderEmailResponse", () => complexType(ns, undefined, () => ({})));

/**
 * Makes a new PIN for access by telephone. The server mails it to the user and never returns it.
 *
 * @generated from element ResetPIN in schemas/um.xsd
 */
export type ResetPIN = Record<string, never>;

export const ResetPIN: ElementDescriptor<ResetPIN> =
  /* @__PURE__ */
  element(ns, "ResetPIN", () => complexType(ns, undefined, () => ({})));

/**
 * Answers ResetPIN: the new PIN is on its way.
 *
 * @generated from element ResetPINResponse in schemas/um.xsd
 */
export type ResetPINResponse = Record<string, never>;

export const ResetPINResponse: ElementDescriptor<ResetPINResponse> =
  /* @__PURE__ */
  element(ns, "ResetPINResponse", () => complexType(ns, undefined, () => ({})));

/**
 * Calls a telephone and plays an item of the mailbox to whoever answers. Not to be repeated by itself: each request
 * rings a telephone.
 *
 * @generated from element PlayOnPhone in schemas/um.xsd
 */
export interface PlayOnPhone {
  /** The MAPI entry identifier of the item in base64. */
  entryId: string;
  /** The number to call, as the dial plan wants it. */
  dialString: string;
}

export const PlayOnPhone: ElementDescriptor<PlayOnPhone> =
  /* @__PURE__ */
  element(ns, "PlayOnPhone", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("entryId", "entryId", xsString), particle("dialString", "DialString", xsString)]),
    })),
  );

/**
 * Answers PlayOnPhone: the call is being placed.
 *
 * @generated from element PlayOnPhoneResponse in schemas/um.xsd
 */
export interface PlayOnPhoneResponse {
  /** The identifier of the call. */
  playOnPhoneResponse: CallId;
}

export const PlayOnPhoneResponse: ElementDescriptor<PlayOnPhoneResponse> =
  /* @__PURE__ */
  element(ns, "PlayOnPhoneResponse", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("playOnPhoneResponse", "PlayOnPhoneResponse", CallId)]),
    })),
  );

/**
 * Calls a telephone, plays one of the user's greetings and lets the user record it anew. Not to be repeated by itself:
 * each request rings a telephone.
 *
 * @generated from element PlayOnPhoneGreeting in schemas/um.xsd
 */
export interface PlayOnPhoneGreeting {
  /** The greeting to play and record. */
  greetingType: UMGreetingType;
  /** The number to call, as the dial plan wants it. */
  dialString: string;
}

export const PlayOnPhoneGreeting: ElementDescriptor<PlayOnPhoneGreeting> =
  /* @__PURE__ */
  element(ns, "PlayOnPhoneGreeting", () =>
    complexType(ns, undefined, () => ({
      content: sequence([
        particle("greetingType", "GreetingType", UMGreetingType),
        particle("dialString", "DialString", xsString),
      ]),
    })),
  );

/**
 * Answers PlayOnPhoneGreeting: the call is being placed.
 *
 * @generated from element PlayOnPhoneGreetingResponse in schemas/um.xsd
 */
export interface PlayOnPhoneGreetingResponse {
  /** The identifier of the call. */
  playOnPhoneGreetingResponse: CallId;
}

export const PlayOnPhoneGreetingResponse: ElementDescriptor<PlayOnPhoneGreetingResponse> =
  /* @__PURE__ */
  element(ns, "PlayOnPhoneGreetingResponse", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("playOnPhoneGreetingResponse", "PlayOnPhoneGreetingResponse", CallId)]),
    })),
  );

/**
 * Asks for the state of a call.
 *
 * @generated from element GetCallInfo in schemas/um.xsd
 */
export interface GetCallInfo {
  /** The identifier of the call. */
  callId: CallId;
}

export const GetCallInfo: ElementDescriptor<GetCallInfo> =
  /* @__PURE__ */
  element(ns, "GetCallInfo", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("callId", "CallId", CallId)]),
    })),
  );

/**
 * Answers GetCallInfo.
 *
 * @generated from element GetCallInfoResponse in schemas/um.xsd
 */
export interface GetCallInfoResponse {
  /** What the server knows of the call. */
  getCallInfoResponse: UMCallInfo;
}

export const GetCallInfoResponse: ElementDescriptor<GetCallInfoResponse> =
  /* @__PURE__ */
  element(ns, "GetCallInfoResponse", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("getCallInfoResponse", "GetCallInfoResponse", UMCallInfo)]),
    })),
  );

/**
 * Ends a call.
 *
 * @generated from element Disconnect in schemas/um.xsd
 */
export interface Disconnect {
  /** The identifier of the call to end. */
  callId: CallId;
}

export const Disconnect: ElementDescriptor<Disconnect> =
  /* @__PURE__ */
  element(ns, "Disconnect", () =>
    complexType(ns, undefined, () => ({
      content: sequence([particle("callId", "CallId", CallId)]),
    })),
  );

/**
 * Answers Disconnect: the call is over.
 *
 * @generated from element DisconnectResponse in schemas/um.xsd
 */
export type DisconnectResponse = Record<string, never>;

export const DisconnectResponse: ElementDescriptor<DisconnectResponse> =
  /* @__PURE__ */
  element(ns, "DisconnectResponse", () => complexType(ns, undefined, () => ({})));

/**
 * The name of a server-side exception, inside the detail of a fault. Some servers write a prefix before the name.
 *
 * @generated from element ExceptionType in schemas/um.xsd
 */
export type ExceptionType = string;

export const ExceptionType: ElementDescriptor<ExceptionType> =
  /* @__PURE__ */
  element(ns, "ExceptionType", () => xsString);

/**
 * The Exchange Unified Messaging web service. The address is an example: it is a server of your own.
 *
 * @generated from port type UMService in schemas/um.wsdl
 */
export interface UMService {
  /** Tells whether the caller's mailbox is enabled for Unified Messaging. */
  isUMEnabled: OperationDescriptor<IsUMEnabled, IsUMEnabledResponse>;
  /** Reads the Unified Messaging settings of the caller's mailbox. */
  getUMProperties: OperationDescriptor<GetUMProperties, GetUMPropertiesResponse>;
  /** Chooses whether callers hear the out-of-office greeting. */
  setOofStatus: OperationDescriptor<SetOofStatus, SetOofStatusResponse>;
  /** Chooses whether a missed call is reported by mail. */
  setMissedCallNotificationEnabled: OperationDescriptor<
    SetMissedCallNotificationEnabled,
    SetMissedCallNotificationEnabledResponse
  >;
  /** Stores the number that Play on Phone offers first. */
  setPlayOnPhoneDialString: OperationDescriptor<SetPlayOnPhoneDialString, SetPlayOnPhoneDialStringResponse>;
  /** Chooses the folder whose mail is read over the telephone. */
  setTelephoneAccessFolderEmail: OperationDescriptor<
    SetTelephoneAccessFolderEmail,
    SetTelephoneAccessFolderEmailResponse
  >;
  /** Makes a new PIN for access by telephone and mails it to the user. */
  resetPIN: OperationDescriptor<ResetPIN, ResetPINResponse>;
  /** Calls a telephone and plays an item of the mailbox. Each request rings a telephone: never repeat it by itself. */
  playOnPhone: OperationDescriptor<PlayOnPhone, PlayOnPhoneResponse>;
  /**
   * Calls a telephone, plays a greeting and lets the user record it anew. Each request rings a telephone: never repeat
   * it by itself.
   */
  playOnPhoneGreeting: OperationDescriptor<PlayOnPhoneGreeting, PlayOnPhoneGreetingResponse>;
  /** Reads the state of a call. */
  getCallInfo: OperationDescriptor<GetCallInfo, GetCallInfoResponse>;
  /** Ends a call. */
  disconnect: OperationDescriptor<Disconnect, DisconnectResponse>;
}

export const UMService: ServiceDescriptor<UMService> = /* @__PURE__ */ service(ns, "UMService", "1.1", {
  isUMEnabled: /* @__PURE__ */ operation(
    "IsUMEnabled",
    "http://schemas.microsoft.com/exchange/services/2006/messages/IsUMEnabled",
    () => IsUMEnabled,
    () => IsUMEnabledResponse,
  ),
  getUMProperties: /* @__PURE__ */ operation(
    "GetUMProperties",
    "http://schemas.microsoft.com/exchange/services/2006/messages/GetUMProperties",
    () => GetUMProperties,
    () => GetUMPropertiesResponse,
  ),
  setOofStatus: /* @__PURE__ */ operation(
    "SetOofStatus",
    "http://schemas.microsoft.com/exchange/services/2006/messages/SetOofStatus",
    () => SetOofStatus,
    () => SetOofStatusResponse,
  ),
  setMissedCallNotificationEnabled: /* @__PURE__ */ operation(
    "SetMissedCallNotificationEnabled",
    "http://schemas.microsoft.com/exchange/services/2006/messages/SetMissedCallNotificationEnabled",
    () => SetMissedCallNotificationEnabled,
    () => SetMissedCallNotificationEnabledResponse,
  ),
  setPlayOnPhoneDialString: /* @__PURE__ */ operation(
    "SetPlayOnPhoneDialString",
    "http://schemas.microsoft.com/exchange/services/2006/messages/SetPlayOnPhoneDialString",
    () => SetPlayOnPhoneDialString,
    () => SetPlayOnPhoneDialStringResponse,
  ),
  setTelephoneAccessFolderEmail: /* @__PURE__ */ operation(
    "SetTelephoneAccessFolderEmail",
    "http://schemas.microsoft.com/exchange/services/2006/messages/SetTelephoneAccessFolderEmail",
    () => SetTelephoneAccessFolderEmail,
    () => SetTelephoneAccessFolderEmailResponse,
  ),
  resetPIN: /* @__PURE__ */ operation(
    "ResetPIN",
    "http://schemas.microsoft.com/exchange/services/2006/messages/ResetPIN",
    () => ResetPIN,
    () => ResetPINResponse,
  ),
  playOnPhone: /* @__PURE__ */ operation(
    "PlayOnPhone",
    "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhone",
    () => PlayOnPhone,
    () => PlayOnPhoneResponse,
  ),
  playOnPhoneGreeting: /* @__PURE__ */ operation(
    "PlayOnPhoneGreeting",
    "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhoneGreeting",
    () => PlayOnPhoneGreeting,
    () => PlayOnPhoneGreetingResponse,
  ),
  getCallInfo: /* @__PURE__ */ operation(
    "GetCallInfo",
    "http://schemas.microsoft.com/exchange/services/2006/messages/GetCallInfo",
    () => GetCallInfo,
    () => GetCallInfoResponse,
  ),
  disconnect: /* @__PURE__ */ operation(
    "Disconnect",
    "http://schemas.microsoft.com/exchange/services/2006/messages/Disconnect",
    () => Disconnect,
    () => DisconnectResponse,
  ),
});
