// Generated from schemas/ews-phone.wsdl. Do not edit: change the schema and run `npm run generate`.
import {
  any,
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  type EnumerationValue,
  element,
  enumeration,
  type OperationDescriptor,
  operation,
  particle,
  restriction,
  type ServiceDescriptor,
  type SimpleTypeDescriptor,
  sequence,
  service,
  simpleType,
  unbounded,
  union,
  type XmlElement,
  xsInt,
  xsString,
} from "xsdsmith/codegen";
import {
  ExchangeImpersonation,
  ItemIdType,
  MailboxCulture,
  PhoneCallIdType,
  PhoneCallInformationType,
  RequestServerVersion,
  ResponseClassType,
  ServerVersionInfo,
  ServiceConfigurationType,
  UnifiedMessageServiceConfiguration,
} from "./ews-phone-types.js";

const ns = "http://schemas.microsoft.com/exchange/services/2006/messages";

/**
 * What all requests have in common: nothing.
 *
 * @generated from type BaseRequestType in schemas/ews-phone.xsd
 */
export type BaseRequestType = Record<string, never>;

export const BaseRequestType: ComplexTypeDescriptor<BaseRequestType> = /* @__PURE__ */
  complexType(ns, "BaseRequestType", () => ({ abstract: true }));

export interface ResponseMessageType_MessageXml {
  any: readonly XmlElement[];
}

export const ResponseMessageType_MessageXml: ComplexTypeDescriptor<ResponseMessageType_MessageXml> = /* @__PURE__ */
  complexType(ns, undefined, () => ({ content: sequence([any("any", { process: "lax", min: 0, max: unbounded })]) }));

/**
 * What all answers have in common. An error is an answer too: its ResponseClass is Error, and its ResponseCode says
 * which.
 *
 * @generated from type ResponseMessageType in schemas/ews-phone.xsd
 */
export interface ResponseMessageType {
  responseClass: ResponseClassType;
  /** What went wrong, for people. */
  messageText?: string | undefined;
  responseCode?: ResponseCodeType | undefined;
  descriptiveLinkKey?: number | undefined;
  /** More about what went wrong, for programs. */
  messageXml?: ResponseMessageType_MessageXml | undefined;
}

export const ResponseMessageType: ComplexTypeDescriptor<ResponseMessageType> = /* @__PURE__ */
  complexType(ns, "ResponseMessageType", () => ({
    attributes: [attribute("responseClass", "ResponseClass", ResponseClassType, { required: true })],
    content: sequence([
      particle("messageText", "MessageText", xsString, { min: 0 }),
      particle("responseCode", "ResponseCode", ResponseCodeType, { min: 0 }),
      particle("descriptiveLinkKey", "DescriptiveLinkKey", xsInt, { min: 0 }),
      particle("messageXml", "MessageXml", ResponseMessageType_MessageXml, { min: 0 }),
    ]),
  }));

/**
 * Says which error it is. These belong to telephone calls; servers know several hundred more.
 *
 * @generated from type ResponseCodeType in schemas/ews-phone.xsd
 */
export type ResponseCodeType = PhoneResponseCodeType | string;

export const ResponseCodeType: SimpleTypeDescriptor<ResponseCodeType> = /* @__PURE__ */
  simpleType(ns, "ResponseCodeType", () => union(PhoneResponseCodeType, xsString));

const PhoneResponseCodeType_values = [
  "NoError",
  "ErrorInvalidPhoneCallId",
  "ErrorInvalidPhoneNumber",
  "ErrorPhoneNumberNotDialable",
  "ErrorInvalidSIPUri",
  "ErrorIPGatewayNotFound",
  "ErrorUnifiedMessagingDialPlanNotFound",
  "ErrorUnifiedMessagingRequestFailed",
  "ErrorUnifiedMessagingServerNotFound",
  "ErrorUserNotUnifiedMessagingEnabled",
] as const;

/**
 * The codes that belong to telephone calls.
 *
 * @generated from type PhoneResponseCodeType in schemas/ews-phone.xsd
 */
export type PhoneResponseCodeType = EnumerationValue<typeof PhoneResponseCodeType_values>;

export const PhoneResponseCodeType: SimpleTypeDescriptor<PhoneResponseCodeType> = /* @__PURE__ */
  simpleType(ns, "PhoneResponseCodeType", () => restriction(xsString, [enumeration(PhoneResponseCodeType_values)]));

/**
 * Calls a telephone and plays an item of the mailbox. Each request rings a telephone.
 *
 * @generated from element PlayOnPhone in schemas/ews-phone.xsd
 */
export interface PlayOnPhone {
  itemId: ItemIdType;
  /** The number to call, as the dial plan wants it. */
  dialString: string;
}

export const PlayOnPhone: ElementDescriptor<PlayOnPhone> = /* @__PURE__ */
  element(ns, "PlayOnPhone", () => complexType(ns, undefined, () => ({
    base: BaseRequestType,
    derivation: "extension",
    content: sequence([particle("itemId", "ItemId", ItemIdType), particle("dialString", "DialString", xsString)]),
  })));

/**
 * The call that was placed.
 *
 * @generated from element PlayOnPhoneResponse in schemas/ews-phone.xsd
 */
export interface PlayOnPhoneResponse extends ResponseMessageType {
  phoneCallId?: PhoneCallIdType | undefined;
}

export const PlayOnPhoneResponse: ElementDescriptor<PlayOnPhoneResponse> = /* @__PURE__ */
  element(ns, "PlayOnPhoneResponse", () => complexType(ns, undefined, () => ({
    base: ResponseMessageType,
    derivation: "extension",
    content: sequence([particle("phoneCallId", "PhoneCallId", PhoneCallIdType, { min: 0 })]),
  })));

/**
 * Asks for the state of a call.
 *
 * @generated from element GetPhoneCallInformation in schemas/ews-phone.xsd
 */
export interface GetPhoneCallInformation {
  phoneCallId: PhoneCallIdType;
}

export const GetPhoneCallInformation: ElementDescriptor<GetPhoneCallInformation> = /* @__PURE__ */
  element(ns, "GetPhoneCallInformation", () => complexType(ns, undefined, () => ({
    base: BaseRequestType,
    derivation: "extension",
    content: sequence([particle("phoneCallId", "PhoneCallId", PhoneCallIdType)]),
  })));

/**
 * The state of a call.
 *
 * @generated from element GetPhoneCallInformationResponse in schemas/ews-phone.xsd
 */
export interface GetPhoneCallInformationResponse extends ResponseMessageType {
  phoneCallInformation?: PhoneCallInformationType | undefined;
}

export const GetPhoneCallInformationResponse: ElementDescriptor<GetPhoneCallInformationResponse> = /* @__PURE__ */
  element(ns, "GetPhoneCallInformationResponse", () => complexType(ns, undefined, () => ({
    base: ResponseMessageType,
    derivation: "extension",
    content: sequence([
      particle("phoneCallInformation", "PhoneCallInformation", PhoneCallInformationType, { min: 0 }),
    ]),
  })));

/**
 * Ends a call.
 *
 * @generated from element DisconnectPhoneCall in schemas/ews-phone.xsd
 */
export interface DisconnectPhoneCall {
  phoneCallId: PhoneCallIdType;
}

export const DisconnectPhoneCall: ElementDescriptor<DisconnectPhoneCall> = /* @__PURE__ */
  element(ns, "DisconnectPhoneCall", () => complexType(ns, undefined, () => ({
    base: BaseRequestType,
    derivation: "extension",
    content: sequence([particle("phoneCallId", "PhoneCallId", PhoneCallIdType)]),
  })));

/**
 * The call has ended.
 *
 * @generated from element DisconnectPhoneCallResponse in schemas/ews-phone.xsd
 */
export type DisconnectPhoneCallResponse = ResponseMessageType;

export const DisconnectPhoneCallResponse: ElementDescriptor<DisconnectPhoneCallResponse> = /* @__PURE__ */
  element(ns, "DisconnectPhoneCallResponse", () => complexType(ns, undefined, () => ({
    base: ResponseMessageType,
    derivation: "extension",
  })));

/**
 * Asks for the configuration of services.
 *
 * @generated from element GetServiceConfiguration in schemas/ews-phone.xsd
 */
export interface GetServiceConfiguration {
  requestedConfiguration: RequestedConfigurationType;
}

export const GetServiceConfiguration: ElementDescriptor<GetServiceConfiguration> = /* @__PURE__ */
  element(ns, "GetServiceConfiguration", () => complexType(ns, undefined, () => ({
    base: BaseRequestType,
    derivation: "extension",
    content: sequence([particle("requestedConfiguration", "RequestedConfiguration", RequestedConfigurationType)]),
  })));

/** @generated from type RequestedConfigurationType in schemas/ews-phone.xsd */
export interface RequestedConfigurationType {
  /** At least 1 item. */
  configurationName: readonly ServiceConfigurationType[];
}

export const RequestedConfigurationType: ComplexTypeDescriptor<RequestedConfigurationType> = /* @__PURE__ */
  complexType(ns, "RequestedConfigurationType", () => ({
    content: sequence([
      particle("configurationName", "ConfigurationName", ServiceConfigurationType, { max: unbounded }),
    ]),
  }));

/**
 * An answer for each configuration that was asked for.
 *
 * @generated from element GetServiceConfigurationResponse in schemas/ews-phone.xsd
 */
export interface GetServiceConfigurationResponse extends ResponseMessageType {
  responseMessages?: ServiceConfigurationResponseMessagesType | undefined;
}

export const GetServiceConfigurationResponse: ElementDescriptor<GetServiceConfigurationResponse> = /* @__PURE__ */
  element(ns, "GetServiceConfigurationResponse", () => complexType(ns, undefined, () => ({
    base: ResponseMessageType,
    derivation: "extension",
    content: sequence([
      particle("responseMessages", "ResponseMessages", ServiceConfigurationResponseMessagesType, { min: 0 }),
    ]),
  })));

/** @generated from type ServiceConfigurationResponseMessagesType in schemas/ews-phone.xsd */
export interface ServiceConfigurationResponseMessagesType {
  /** At least 1 item. */
  serviceConfigurationResponseMessageType: readonly ServiceConfigurationResponseMessageType[];
}

export const ServiceConfigurationResponseMessagesType: ComplexTypeDescriptor<ServiceConfigurationResponseMessagesType> = /* @__PURE__ */
  complexType(ns, "ServiceConfigurationResponseMessagesType", () => ({
    content: sequence([
      particle("serviceConfigurationResponseMessageType", "ServiceConfigurationResponseMessageType", ServiceConfigurationResponseMessageType, {
        max: unbounded,
      }),
    ]),
  }));

/** @generated from type ServiceConfigurationResponseMessageType in schemas/ews-phone.xsd */
export interface ServiceConfigurationResponseMessageType extends ResponseMessageType {
  unifiedMessagingConfiguration?: UnifiedMessageServiceConfiguration | undefined;
}

export const ServiceConfigurationResponseMessageType: ComplexTypeDescriptor<ServiceConfigurationResponseMessageType> = /* @__PURE__ */
  complexType(ns, "ServiceConfigurationResponseMessageType", () => ({
    base: ResponseMessageType,
    derivation: "extension",
    content: sequence([
      particle("unifiedMessagingConfiguration", "UnifiedMessagingConfiguration", UnifiedMessageServiceConfiguration, {
        min: 0,
      }),
    ]),
  }));

/**
 * The telephone calls of Exchange Web Services. The address is an example: it is a server of your own.
 *
 * @generated from port type EwsPhoneService in schemas/ews-phone.wsdl
 */
export interface EwsPhoneService {
  /** Calls a telephone and plays an item of the mailbox. Each request rings a telephone: never repeat it by itself. */
  playOnPhone: OperationDescriptor<
    PlayOnPhone,
    PlayOnPhoneResponse,
    {
      headers: {
        exchangeImpersonation: ExchangeImpersonation;
        mailboxCulture: MailboxCulture;
        requestServerVersion: RequestServerVersion;
      };
      responseHeaders: { serverVersionInfo: ServerVersionInfo };
    }
  >;
  /** Reads the state of a call. */
  getPhoneCallInformation: OperationDescriptor<
    GetPhoneCallInformation,
    GetPhoneCallInformationResponse,
    {
      headers: {
        exchangeImpersonation: ExchangeImpersonation;
        mailboxCulture: MailboxCulture;
        requestServerVersion: RequestServerVersion;
      };
      responseHeaders: { serverVersionInfo: ServerVersionInfo };
    }
  >;
  /** Ends a call. */
  disconnectPhoneCall: OperationDescriptor<
    DisconnectPhoneCall,
    DisconnectPhoneCallResponse,
    {
      headers: {
        exchangeImpersonation: ExchangeImpersonation;
        mailboxCulture: MailboxCulture;
        requestServerVersion: RequestServerVersion;
      };
      responseHeaders: { serverVersionInfo: ServerVersionInfo };
    }
  >;
  /** Whether the mailbox has Unified Messaging, and what of it. */
  getServiceConfiguration: OperationDescriptor<
    GetServiceConfiguration,
    GetServiceConfigurationResponse,
    {
      headers: {
        exchangeImpersonation: ExchangeImpersonation;
        mailboxCulture: MailboxCulture;
        requestServerVersion: RequestServerVersion;
      };
      responseHeaders: { serverVersionInfo: ServerVersionInfo };
    }
  >;
}

export const EwsPhoneService: ServiceDescriptor<EwsPhoneService> = /* @__PURE__ */
  service(ns, "EwsPhoneService", "1.1", {
    playOnPhone: /* @__PURE__ */ operation(
      "PlayOnPhone",
      "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhone",
      () => PlayOnPhone,
      () => PlayOnPhoneResponse,
      {
        headers: () => ({
          exchangeImpersonation: ExchangeImpersonation,
          mailboxCulture: MailboxCulture,
          requestServerVersion: RequestServerVersion,
        }),
        responseHeaders: () => ({ serverVersionInfo: ServerVersionInfo }),
      },
    ),
    getPhoneCallInformation: /* @__PURE__ */ operation(
      "GetPhoneCallInformation",
      "http://schemas.microsoft.com/exchange/services/2006/messages/GetPhoneCallInformation",
      () => GetPhoneCallInformation,
      () => GetPhoneCallInformationResponse,
      {
        headers: () => ({
          exchangeImpersonation: ExchangeImpersonation,
          mailboxCulture: MailboxCulture,
          requestServerVersion: RequestServerVersion,
        }),
        responseHeaders: () => ({ serverVersionInfo: ServerVersionInfo }),
      },
    ),
    disconnectPhoneCall: /* @__PURE__ */ operation(
      "DisconnectPhoneCall",
      "http://schemas.microsoft.com/exchange/services/2006/messages/DisconnectPhoneCall",
      () => DisconnectPhoneCall,
      () => DisconnectPhoneCallResponse,
      {
        headers: () => ({
          exchangeImpersonation: ExchangeImpersonation,
          mailboxCulture: MailboxCulture,
          requestServerVersion: RequestServerVersion,
        }),
        responseHeaders: () => ({ serverVersionInfo: ServerVersionInfo }),
      },
    ),
    getServiceConfiguration: /* @__PURE__ */ operation(
      "GetServiceConfiguration",
      "http://schemas.microsoft.com/exchange/services/2006/messages/GetServiceConfiguration",
      () => GetServiceConfiguration,
      () => GetServiceConfigurationResponse,
      {
        headers: () => ({
          exchangeImpersonation: ExchangeImpersonation,
          mailboxCulture: MailboxCulture,
          requestServerVersion: RequestServerVersion,
        }),
        responseHeaders: () => ({ serverVersionInfo: ServerVersionInfo }),
      },
    ),
  });
