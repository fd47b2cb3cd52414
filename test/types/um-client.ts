/** What the compiler must say about the two clients; `compile.test.ts` asks it. */
import { expectTypeOf } from "vitest";
import {
  type Call,
  type CallInfo,
  type CallState,
  createCallClient,
  createEwsPhoneClient,
  createUmClient,
} from "xsdsmith/um";
import type { UMEventCause } from "xsdsmith/um/messages";

const endpoint = "https://mail.example.com/EWS/Exchange.asmx";
const um = createUmClient({ endpoint });
const ews = createEwsPhoneClient({ endpoint });
const either = createCallClient({ service: "um", endpoint });

expectTypeOf(um.playOnPhone({ entryId: "a", dialString: "1" })).resolves.toEqualTypeOf<Call>();
expectTypeOf(ews.playOnPhone({ itemId: "a", dialString: "1" })).resolves.toEqualTypeOf<Call>();
// @ts-expect-error Exchange Web Services know items by another identifier
ews.playOnPhone({ entryId: "a", dialString: "1" });

// What one service cannot do is not there, and `service` tells which one it is.
// @ts-expect-error there is no such operation
ews.resetPin();
// @ts-expect-error it may be the other client
either.resetPin();
if (either.service === "um") expectTypeOf(either.resetPin()).resolves.toEqualTypeOf<void>();
else expectTypeOf(either.resetPin).toEqualTypeOf<undefined>();
expectTypeOf(either.disconnect("a")).resolves.toEqualTypeOf<void>();

// A call is taken for its identifier, and each state tells what it can.
um.disconnect(um.call("a"));
ews.getCallInfo({ id: "a" });
expectTypeOf(um.call("a").info()).resolves.toEqualTypeOf<CallInfo>();
declare const state: CallState;
if (state.callState === "Forgotten") expectTypeOf(state.eventCause).toEqualTypeOf<undefined>();
else expectTypeOf(state.eventCause).toEqualTypeOf<UMEventCause>();
