import { type Interceptor, type Repeatable, type RetryOptions, retry } from "../soap.js";

/**
 * What may be repeated of each operation of both services, by its name on the wire. Setting a setting twice sets it once. Disconnect has an
 * answer of its own for a call that is over, so a second one may fail where the first did its work. PlayOnPhone rings a
 * telephone.
 */
const repeatable: ReadonlyMap<string, Repeatable> = new Map([
  ["IsUMEnabled", "idempotent"],
  ["GetUMProperties", "idempotent"],
  ["GetCallInfo", "idempotent"],
  ["SetOofStatus", "idempotent"],
  ["SetMissedCallNotificationEnabled", "idempotent"],
  ["SetPlayOnPhoneDialString", "idempotent"],
  ["SetTelephoneAccessFolderEmail", "idempotent"],
  ["Disconnect", "unsent"],
  ["ResetPIN", "unsent"],
  // Of Exchange Web Services, whose PlayOnPhone has the same name.
  ["GetPhoneCallInformation", "idempotent"],
  ["DisconnectPhoneCall", "unsent"],
  ["GetPhoneCallInformation", "idempotent"],
  ["GetServiceConfiguration", "idempotent"],
  ["DisconnectPhoneCall", "unsent"],
]);

/**
 * Repeats requests of a client of either service where nothing can happen twice: see {@link retry}. PlayOnPhone and PlayOnPhoneGreeting
 * are never repeated.
 */
export function umRetry(options: Omit<RetryOptions, "repeatable"> = {}): Interceptor {
  return retry({ ...options, repeatable: ({ name }) => repeatable.get(name) ?? "never" });
}
