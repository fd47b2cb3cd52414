/** What the compiler must say about headers, faults and results of a service; `compile.test.ts` asks it. */
import { expectTypeOf } from "vitest";
import type { ElementDescriptor, OperationDescriptor, ServiceDescriptor } from "xsdsmith";
import {
  attachmentSupport,
  createClient,
  createHandler,
  type DeclaredFault,
  isFault,
  isFaultOf,
  type MimeContent,
} from "xsdsmith/soap";
import {
  type DisconnectPhoneCall,
  type DisconnectPhoneCallResponse,
  EwsPhoneService,
} from "../../generated/ews-phone.js";
import type { RequestServerVersion, ServerVersionInfo } from "../../generated/ews-phone-types.js";

const client = createClient(EwsPhoneService, { endpoint: "https://mail.example.com/EWS/Exchange.asmx" });
const phoneCallId = { id: "a" };

// Header blocks in and out have the types that the WSDL gives them.
client.disconnectPhoneCall({ phoneCallId }, { headers: { requestServerVersion: { version: "Exchange2010" } } });
client.disconnectPhoneCall(
  { phoneCallId },
  {
    onResponse: ({ headers }) => expectTypeOf(headers.serverVersionInfo).toEqualTypeOf<ServerVersionInfo | undefined>(),
  },
);
// @ts-expect-error there is no such version
client.disconnectPhoneCall({ phoneCallId }, { headers: { requestServerVersion: { version: "Exchange97" } } });
// @ts-expect-error there is no such header
client.disconnectPhoneCall({ phoneCallId }, { headers: { requestVersion: { version: "Exchange2010" } } });
expectTypeOf(EwsPhoneService.operations.disconnectPhoneCall.headers.requestServerVersion).toEqualTypeOf<
  ElementDescriptor<RequestServerVersion>
>();

// A service of the wrapped style, as the generator describes one.
interface Stock {
  getPrice: OperationDescriptor<
    { symbol: string },
    { price: number },
    { faults: { unknownSymbol: { symbol: string }; closed: { until: string } }; result: "price" }
  >;
  notify: OperationDescriptor<{ text: string }, void, { headers: { session: string } }>;
}
declare const Stock: ServiceDescriptor<Stock>;
const stock = createClient(Stock, { endpoint: "https://stock.example.com/" });
expectTypeOf(stock.getPrice({ symbol: "A" })).resolves.toEqualTypeOf<number>();
expectTypeOf(stock.notify({ text: "a" }, { headers: { session: "s" } })).resolves.toEqualTypeOf<void>();

// Parts beside the envelope.
interface Album {
  store: OperationDescriptor<
    { title: string },
    { id: string },
    { contents: { photo: Uint8Array; note: string }; responseContents: { scan: MimeContent } }
  >;
}
declare const Album: ServiceDescriptor<Album>;
const album = createClient(Album, { endpoint: "https://album.example.com/", attachments: attachmentSupport() });
album.store(
  { title: "A" },
  {
    contents: { photo: new Uint8Array(), note: "n" },
    onResponse: ({ contents }) => expectTypeOf(contents.scan).toEqualTypeOf<MimeContent | undefined>(),
  },
);
// @ts-expect-error a note is a text
album.store({ title: "A" }, { contents: { note: new Uint8Array() } });
// @ts-expect-error there is no such part
album.store({ title: "A" }, { contents: { other: "n" } });
createHandler(Album, {
  store: (_input, { contents, responseContents }) => {
    expectTypeOf(contents).toEqualTypeOf<Partial<{ photo: Uint8Array; note: string }>>();
    responseContents.scan = { contentType: "image/png", bytes: new Uint8Array() };
    // @ts-expect-error the media type is the sender's choice
    responseContents.scan = new Uint8Array();
    return { id: "1" };
  },
});

// Faults are told apart by what the operation declares.
declare const error: unknown;
const { getPrice } = Stock.operations;
if (isFault(error, getPrice.faults.unknownSymbol)) {
  expectTypeOf(error.declared.value).toEqualTypeOf<{ symbol: string }>();
}
if (isFaultOf(error, getPrice)) {
  const { declared } = error;
  expectTypeOf(declared).toEqualTypeOf<
    DeclaredFault<{ unknownSymbol: { symbol: string }; closed: { until: string } }> | undefined
  >();
  if (declared?.name === "closed") expectTypeOf(declared.value).toEqualTypeOf<{ until: string }>();
}
// @ts-expect-error the operation declares no such fault
isFault(error, getPrice.faults.gone);

// An implementation gives what callers get, and fills in header blocks.
createHandler(Stock, {
  getPrice: ({ symbol }) => symbol.length,
  notify: (_input, { headers }) => {
    expectTypeOf(headers.session).toEqualTypeOf<string | undefined>();
  },
});
createHandler(Stock, {
  // @ts-expect-error a price is a number
  getPrice: () => ({ price: 5 }),
  notify: () => undefined,
});
createHandler(EwsPhoneService, {
  ...({} as Omit<Parameters<typeof createHandler<EwsPhoneService>>[1], "disconnectPhoneCall">),
  disconnectPhoneCall(input, context) {
    expectTypeOf(input).toEqualTypeOf<DisconnectPhoneCall>();
    context.responseHeaders.serverVersionInfo = { version: "Exchange2010" };
    // @ts-expect-error a version is no number
    context.responseHeaders.serverVersionInfo = { version: 2010 };
    return { responseClass: "Success" } satisfies DisconnectPhoneCallResponse;
  },
});
