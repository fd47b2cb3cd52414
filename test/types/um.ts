/** What the compiler must say about the generated UM module; `compile.test.ts` asks it. */
import { expectTypeOf } from "vitest";
import { parse, serialize, type TypeOf } from "xsdsmith";
import {
  type CallId,
  Disconnect,
  type DisconnectResponse,
  GetCallInfoResponse,
  type PlayOnPhoneGreeting,
  type UMCallInfo,
  type UMCallState,
  type UMEventCause,
  type UMProperties,
  type UMService,
} from "../../generated/um.js";

expectTypeOf<CallId>().toEqualTypeOf<string>();
expectTypeOf<UMCallState>().toEqualTypeOf<
  "Idle" | "Connecting" | "Alerted" | "Connected" | "Disconnected" | "Incoming" | "Transferring" | "Forwarding"
>();
expectTypeOf<UMEventCause>().toEqualTypeOf<"None" | "UserBusy" | "NoAnswer" | "Unavailable" | "Other">();

// Required, optional and enumerated properties.
expectTypeOf<UMCallInfo>().toEqualTypeOf<{ callState: UMCallState; eventCause: UMEventCause }>();
expectTypeOf<UMProperties>().toEqualTypeOf<{
  oofStatus: boolean;
  missedCallNotificationEnabled: boolean;
  playOnPhoneDialString?: string | undefined;
  telephoneAccessNumbers?: string | undefined;
  telephoneAccessFolderEmail?: string | undefined;
}>();
expectTypeOf<PlayOnPhoneGreeting["greetingType"]>().toEqualTypeOf<"NormalCustom" | "OofCustom">();

// An element without content takes no property.
expectTypeOf<{ callId: string }>().not.toExtend<DisconnectResponse>();
expectTypeOf<Record<never, never>>().toExtend<DisconnectResponse>();

// One name for the shape and its descriptor; the verbs know the shape by the descriptor.
expectTypeOf<TypeOf<typeof Disconnect>>().toEqualTypeOf<Disconnect>();
expectTypeOf(parse(GetCallInfoResponse, "").getCallInfoResponse).toEqualTypeOf<UMCallInfo>();
expectTypeOf<Parameters<typeof serialize<Disconnect>>[1]>().toEqualTypeOf<Disconnect>();
// @ts-expect-error the property is required
serialize(Disconnect, {});
// @ts-expect-error the XML name is not the property's name
serialize(Disconnect, { CallId: "a" });
// @ts-expect-error a number is not a call identifier
serialize(Disconnect, { callId: 1 });

// All eleven operations, each with its messages.
expectTypeOf<keyof UMService>().toEqualTypeOf<
  | "isUMEnabled"
  | "getUMProperties"
  | "setOofStatus"
  | "setMissedCallNotificationEnabled"
  | "setPlayOnPhoneDialString"
  | "setTelephoneAccessFolderEmail"
  | "resetPIN"
  | "playOnPhone"
  | "playOnPhoneGreeting"
  | "getCallInfo"
  | "disconnect"
>();
expectTypeOf<TypeOf<UMService["disconnect"]["input"]>>().toEqualTypeOf<Disconnect>();
