/** What the compiler must say about a client of a generated service; `compile.test.ts` asks it. */
import { expectTypeOf } from "vitest";
import { type CallOptions, type Client, createClient } from "xsdsmith/soap";
import {
  type Disconnect,
  type DisconnectResponse,
  type GetCallInfoResponse,
  type IsUMEnabled,
  type IsUMEnabledResponse,
  type SetOofStatus,
  type SetOofStatusResponse,
  UMService,
} from "../../generated/um.js";

const client = createClient(UMService, { endpoint: "https://mail.example.com/EWS/UM2007Legacy.asmx" });

// One method for each operation, with the input and output of its descriptor.
expectTypeOf(client).toEqualTypeOf<Client<UMService>>();
expectTypeOf<keyof typeof client>().toEqualTypeOf<keyof UMService>();
expectTypeOf(client.disconnect).toEqualTypeOf<
  (input: Disconnect, options?: CallOptions) => Promise<DisconnectResponse>
>();
expectTypeOf(client.setOofStatus).toEqualTypeOf<
  (input: SetOofStatus, options?: CallOptions) => Promise<SetOofStatusResponse>
>();
expectTypeOf(client.getCallInfo({ callId: "a" })).resolves.toEqualTypeOf<GetCallInfoResponse>();

// An input that has nothing in it can be left out, and no other.
expectTypeOf(client.isUMEnabled).toEqualTypeOf<
  (input?: IsUMEnabled, options?: CallOptions) => Promise<IsUMEnabledResponse>
>();
client.isUMEnabled();
client.isUMEnabled({}, { timeout: 1000 });
// @ts-expect-error an input is needed
client.disconnect();
// @ts-expect-error its property is needed
client.disconnect({});
// @ts-expect-error a boolean is no string
client.setOofStatus({ status: "true" });
// @ts-expect-error a typing mistake is no property
client.setOofStatus({ statuss: true });
// @ts-expect-error there is no such operation
client.hangUp({});
