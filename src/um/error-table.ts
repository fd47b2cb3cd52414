import {
  AccessDeniedError,
  DialingRulesError,
  InvalidCallIdError,
  InvalidObjectIdError,
  InvalidRequestError,
  NotUmEnabledError,
  ServerBusyError,
  TelephonyError,
  type UmError,
  type UmRefusal,
  UnknownUmError,
} from "./errors.js";

type UmErrorConstructor = new (reason: string, refusal: UmRefusal) => UmError;

/** What the codes of both services mean: those of UM2007Legacy.asmx end in Exception, those of Exchange Web Services begin with Error. */
const meanings: Readonly<Record<string, UmErrorConstructor>> = {
  InvalidCallIdException: InvalidCallIdError,
  ErrorInvalidPhoneCallId: InvalidCallIdError,

  InvalidObjectIdException: InvalidObjectIdError,
  ErrorInvalidId: InvalidObjectIdError,
  ErrorInvalidIdEmpty: InvalidObjectIdError,
  ErrorInvalidIdMalformed: InvalidObjectIdError,
  ErrorInvalidChangeKey: InvalidObjectIdError,
  ErrorItemNotFound: InvalidObjectIdError,

  DialingRulesException: DialingRulesError,
  ErrorInvalidPhoneNumber: DialingRulesError,
  ErrorInvalidSIPUri: DialingRulesError,
  ErrorPhoneNumberNotDialable: DialingRulesError,

  ErrorUserNotUnifiedMessagingEnabled: NotUmEnabledError,

  ErrorIPGatewayNotFound: TelephonyError,
  ErrorUnifiedMessagingDialPlanNotFound: TelephonyError,
  ErrorUnifiedMessagingRequestFailed: TelephonyError,
  ErrorUnifiedMessagingServerNotFound: TelephonyError,

  // UM2007Legacy.asmx has this one too.
  ErrorInvalidRequest: InvalidRequestError,
  ErrorInvalidServerVersion: InvalidRequestError,
  ErrorSchemaValidation: InvalidRequestError,

  ErrorAccessDenied: AccessDeniedError,
  ErrorServerBusy: ServerBusyError,
};

/** Whether the table knows what the server calls it. */
export function isKnownCode(code: string): boolean {
  return Object.hasOwn(meanings, code);
}

/** The error for what a server reports; a code that the table does not have gives an {@link UnknownUmError}. */
export function umErrorFor(reason: string, refusal: UmRefusal): UmError {
  const { reported } = refusal;
  const known = reported !== undefined && isKnownCode(reported) ? meanings[reported] : undefined;
  return new (known ?? UnknownUmError)(reason, refusal);
}
