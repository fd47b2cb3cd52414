// Generated from schemas/ews-phone-types.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  type EnumerationValue,
  element,
  enumeration,
  list,
  minLength,
  type OneOf,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  xsBoolean,
  xsInt,
  xsLanguage,
  xsString,
} from "xsdsmith/codegen";

const ns = "http://schemas.microsoft.com/exchange/services/2006/types";

/**
 * A header block of requests: the version of the schemas that the client speaks. Telephone calls need Exchange2010 or
 * later.
 *
 * @generated from element RequestServerVersion in schemas/ews-phone-types.xsd
 */
export interface RequestServerVersion {
  version: ExchangeVersionType;
}

export const RequestServerVersion: ElementDescriptor<RequestServerVersion> = /* @__PURE__ */
  element(ns, "RequestServerVersion", () => complexType(ns, undefined, () => ({
    attributes: [attribute("version", "Version", ExchangeVersionType, { required: true })],
  })));

/**
 * A header block of requests: the language that the mailbox is spoken to in.
 *
 * @generated from element MailboxCulture in schemas/ews-phone-types.xsd
 */
export type MailboxCulture = string;

export const MailboxCulture: ElementDescriptor<MailboxCulture> = /* @__PURE__ */
  element(ns, "MailboxCulture", () => xsLanguage);

/**
 * A header block of requests: acts for another user, whom the caller is allowed to stand in for.
 *
 * @generated from element ExchangeImpersonation in schemas/ews-phone-types.xsd
 */
export interface ExchangeImpersonation {
  connectingSID: ConnectingSIDType;
}

export const ExchangeImpersonation: ElementDescriptor<ExchangeImpersonation> = /* @__PURE__ */
  element(ns, "ExchangeImpersonation", () => complexType(ns, undefined, () => ({
    content: sequence([particle("connectingSID", "ConnectingSID", ConnectingSIDType)]),
  })));

/**
 * A header block of answers: the version of the server.
 *
 * @generated from element ServerVersionInfo in schemas/ews-phone-types.xsd
 */
export interface ServerVersionInfo {
  majorVersion?: number | undefined;
  minorVersion?: number | undefined;
  majorBuildNumber?: number | undefined;
  minorBuildNumber?: number | undefined;
  /** The version of the schemas that the server speaks. */
  version?: string | undefined;
}

export const ServerVersionInfo: ElementDescriptor<ServerVersionInfo> = /* @__PURE__ */
  element(ns, "ServerVersionInfo", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("majorVersion", "MajorVersion", xsInt),
      attribute("minorVersion", "MinorVersion", xsInt),
      attribute("majorBuildNumber", "MajorBuildNumber", xsInt),
      attribute("minorBuildNumber", "MinorBuildNumber", xsInt),
      attribute("version", "Version", xsString),
    ],
  })));

const ExchangeVersionType_values = [
  "Exchange2010",
  "Exchange2010_SP1",
  "Exchange2010_SP2",
  "Exchange2013",
  "Exchange2013_SP1",
  "Exchange2016",
] as const;

/**
 * A version of the schemas, from the first that knows telephone calls.
 *
 * @generated from type ExchangeVersionType in schemas/ews-phone-types.xsd
 */
export type ExchangeVersionType = EnumerationValue<typeof ExchangeVersionType_values>;

export const ExchangeVersionType: SimpleTypeDescriptor<ExchangeVersionType> = /* @__PURE__ */
  simpleType(ns, "ExchangeVersionType", () => restriction(xsString, [enumeration(ExchangeVersionType_values)]));

/**
 * Names the user to act for, in one of several ways.
 *
 * @generated from type ConnectingSIDType in schemas/ews-phone-types.xsd
 */
export type ConnectingSIDType = OneOf<
  | { principalName: NonEmptyStringType }
  | { sid: NonEmptyStringType }
  | { primarySmtpAddress: NonEmptyStringType }
  | { smtpAddress: NonEmptyStringType }
>;

export const ConnectingSIDType: ComplexTypeDescriptor<ConnectingSIDType> = /* @__PURE__ */
  complexType(ns, "ConnectingSIDType", () => ({
    content: choice([
      particle("principalName", "PrincipalName", NonEmptyStringType),
      particle("sid", "SID", NonEmptyStringType),
      particle("primarySmtpAddress", "PrimarySmtpAddress", NonEmptyStringType),
      particle("smtpAddress", "SmtpAddress", NonEmptyStringType),
    ]),
  }));

/**
 * Length at least 1.
 *
 * @generated from type NonEmptyStringType in schemas/ews-phone-types.xsd
 */
export type NonEmptyStringType = string;

export const NonEmptyStringType: SimpleTypeDescriptor<NonEmptyStringType> = /* @__PURE__ */
  simpleType(ns, "NonEmptyStringType", () => restriction(xsString, [minLength(1)]));

/**
 * Identifies an item of a mailbox.
 *
 * @generated from type ItemIdType in schemas/ews-phone-types.xsd
 */
export interface ItemIdType {
  id: string;
  /** The state of the item that is meant. */
  changeKey?: string | undefined;
}

export const ItemIdType: ComplexTypeDescriptor<ItemIdType> = /* @__PURE__ */ complexType(ns, "ItemIdType", () => ({
  attributes: [attribute("id", "Id", xsString, { required: true }), attribute("changeKey", "ChangeKey", xsString)],
}));

/**
 * Identifies a telephone call that the server placed.
 *
 * @generated from type PhoneCallIdType in schemas/ews-phone-types.xsd
 */
export interface PhoneCallIdType {
  id: string;
}

export const PhoneCallIdType: ComplexTypeDescriptor<PhoneCallIdType> = /* @__PURE__ */
  complexType(ns, "PhoneCallIdType", () => ({ attributes: [attribute("id", "Id", xsString, { required: true })] }));

/**
 * The state of a call and, once it is Disconnected, why it ended.
 *
 * @generated from type PhoneCallInformationType in schemas/ews-phone-types.xsd
 */
export interface PhoneCallInformationType {
  phoneCallState: PhoneCallStateType;
  connectionFailureCause: ConnectionFailureCauseType;
  /** What the telephone system said of a call that failed. */
  sipResponseText?: string | undefined;
  sipResponseCode?: number | undefined;
}

export const PhoneCallInformationType: ComplexTypeDescriptor<PhoneCallInformationType> = /* @__PURE__ */
  complexType(ns, "PhoneCallInformationType", () => ({
    content: sequence([
      particle("phoneCallState", "PhoneCallState", PhoneCallStateType),
      particle("connectionFailureCause", "ConnectionFailureCause", ConnectionFailureCauseType),
      particle("sipResponseText", "SIPResponseText", xsString, { min: 0 }),
      particle("sipResponseCode", "SIPResponseCode", xsInt, { min: 0 }),
    ]),
  }));

const PhoneCallStateType_values = [
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
 * The state of a telephone call. Clients see Connecting, Connected and Disconnected; the others belong to the server's
 * own book-keeping.
 *
 * @generated from type PhoneCallStateType in schemas/ews-phone-types.xsd
 */
export type PhoneCallStateType = EnumerationValue<typeof PhoneCallStateType_values>;

export const PhoneCallStateType: SimpleTypeDescriptor<PhoneCallStateType> = /* @__PURE__ */
  simpleType(ns, "PhoneCallStateType", () => restriction(xsString, [enumeration(PhoneCallStateType_values)]));

/**
 * Why a call ended; None until it is Disconnected, and where nothing failed.
 *
 * @generated from type ConnectionFailureCauseType in schemas/ews-phone-types.xsd
 */
export type ConnectionFailureCauseType = "None" | "UserBusy" | "NoAnswer" | "Unavailable" | "Other";

export const ConnectionFailureCauseType: SimpleTypeDescriptor<ConnectionFailureCauseType> = /* @__PURE__ */
  simpleType(ns, "ConnectionFailureCauseType", () =>
    restriction(xsString, [enumeration(["None", "UserBusy", "NoAnswer", "Unavailable", "Other"])]),
  );

/**
 * How a request ended.
 *
 * @generated from type ResponseClassType in schemas/ews-phone-types.xsd
 */
export type ResponseClassType = "Success" | "Warning" | "Error";

export const ResponseClassType: SimpleTypeDescriptor<ResponseClassType> = /* @__PURE__ */
  simpleType(ns, "ResponseClassType", () => restriction(xsString, [enumeration(["Success", "Warning", "Error"])]));

export type ServiceConfigurationType_Item = "UnifiedMessagingConfiguration";

export const ServiceConfigurationType_Item: SimpleTypeDescriptor<ServiceConfigurationType_Item> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsString, [enumeration(["UnifiedMessagingConfiguration"])]));

/**
 * Names of services. Servers know more than this one.
 *
 * @generated from type ServiceConfigurationType in schemas/ews-phone-types.xsd
 */
export type ServiceConfigurationType = readonly ServiceConfigurationType_Item[];

export const ServiceConfigurationType: SimpleTypeDescriptor<ServiceConfigurationType> = /* @__PURE__ */
  simpleType(ns, "ServiceConfigurationType", () => list(ServiceConfigurationType_Item));

/**
 * What the mailbox has of Unified Messaging.
 *
 * @generated from type UnifiedMessageServiceConfiguration in schemas/ews-phone-types.xsd
 */
export interface UnifiedMessageServiceConfiguration {
  /** Whether the mailbox is enabled for Unified Messaging. */
  umEnabled: boolean;
  /** The number that Play on Phone offers first. */
  playOnPhoneDialString: string;
  /** Whether Play on Phone may be used. */
  playOnPhoneEnabled: boolean;
}

export const UnifiedMessageServiceConfiguration: ComplexTypeDescriptor<UnifiedMessageServiceConfiguration> = /* @__PURE__ */
  complexType(ns, "UnifiedMessageServiceConfiguration", () => ({
    content: sequence([
      particle("umEnabled", "UmEnabled", xsBoolean),
      particle("playOnPhoneDialString", "PlayOnPhoneDialString", xsString),
      particle("playOnPhoneEnabled", "PlayOnPhoneEnabled", xsBoolean),
    ]),
  }));
