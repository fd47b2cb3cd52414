import { describe, expect, it } from "vitest";
import { umErrorFor } from "../../../src/um/error-table.js";
import * as um from "../../../src/um.js";

/** Both services' codes, and what each of them means. */
const table: readonly (readonly [reported: string, code: string, name: string])[] = [
  ["InvalidCallIdException", "um-invalid-call-id", "InvalidCallIdError"],
  ["ErrorInvalidPhoneCallId", "um-invalid-call-id", "InvalidCallIdError"],
  ["InvalidObjectIdException", "um-invalid-object-id", "InvalidObjectIdError"],
  ["ErrorInvalidId", "um-invalid-object-id", "InvalidObjectIdError"],
  ["ErrorInvalidIdEmpty", "um-invalid-object-id", "InvalidObjectIdError"],
  ["ErrorInvalidIdMalformed", "um-invalid-object-id", "InvalidObjectIdError"],
  ["ErrorInvalidChangeKey", "um-invalid-object-id", "InvalidObjectIdError"],
  ["ErrorItemNotFound", "um-invalid-object-id", "InvalidObjectIdError"],
  ["DialingRulesException", "um-dialing-rules", "DialingRulesError"],
  ["ErrorInvalidPhoneNumber", "um-dialing-rules", "DialingRulesError"],
  ["ErrorInvalidSIPUri", "um-dialing-rules", "DialingRulesError"],
  ["ErrorPhoneNumberNotDialable", "um-dialing-rules", "DialingRulesError"],
  ["ErrorUserNotUnifiedMessagingEnabled", "um-not-enabled", "NotUmEnabledError"],
  ["ErrorIPGatewayNotFound", "um-telephony", "TelephonyError"],
  ["ErrorUnifiedMessagingDialPlanNotFound", "um-telephony", "TelephonyError"],
  ["ErrorUnifiedMessagingRequestFailed", "um-telephony", "TelephonyError"],
  ["ErrorUnifiedMessagingServerNotFound", "um-telephony", "TelephonyError"],
  ["ErrorInvalidRequest", "um-invalid-request", "InvalidRequestError"],
  ["ErrorInvalidServerVersion", "um-invalid-request", "InvalidRequestError"],
  ["ErrorSchemaValidation", "um-invalid-request", "InvalidRequestError"],
  ["ErrorAccessDenied", "um-access-denied", "AccessDeniedError"],
  ["ErrorServerBusy", "um-server-busy", "ServerBusyError"],
];

const classes: Readonly<Record<string, unknown>> = { ...um };

describe("what a server reports", () => {
  it.each(table)("%s means %s", (reported, code, name) => {
    const error = umErrorFor("No\n  way.", { service: "ews", reported, status: 200 });
    expect(error).toBeInstanceOf(classes[name]);
    expect(error).toBeInstanceOf(um.UmError);
    expect(error).toMatchObject({ code, name, reported, service: "ews", status: 200, reason: "No\n  way." });
    expect(error.message).toBe(`${code}: No way. (${reported})`);
    expect(error.cause).toBeUndefined();
  });

  it.each([["ErrorNobodyKnows"], ["constructor"], ["__proto__"], [""], [undefined]])(
    "%s is passed on as it is",
    (reported) => {
      const error = umErrorFor("x", { service: "um", reported, status: 500 });
      expect(error).toBeInstanceOf(um.UnknownUmError);
      expect(error).toMatchObject({ code: "um-unknown", reported });
    },
  );

  it("does not fill a screen", () => {
    const error = umErrorFor("x".repeat(5000), { service: "um", reported: undefined, status: 500 });
    expect(error.message.length).toBeLessThan(400);
    expect(error.reason).toHaveLength(5000);
  });
});
