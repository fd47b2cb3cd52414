/**
 * A UM service that runs on this machine, for tests and for trying things out.
 *
 * @module xsdsmith/um/testing
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type UMEventCause, type UMProperties, UMService } from "../../generated/um.js";
import { createHandler, type Handler, type HandlerExchange, type Implementation } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { UmNamespace } from "../um.js";
import { umNamespaceAlias } from "../um-messages.js";
import { listen } from "./listen.js";
import { type UmCall, UmCallBook, type UmCallTimes, type UmClock } from "./um/call-book.js";
import { ewsHandler } from "./um/ews-service.js";
import { invalidRequestFault, umServerFault } from "./um/server-faults.js";

export { type ManualClock, manualClock, type UmCall, type UmCallTimes, type UmClock } from "./um/call-book.js";

/** How the service behaves; without options, everything succeeds. */
export interface UmServiceOptions extends Partial<UmCallTimes> {
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Tells the time to the calls; the default is `Date`. */
  readonly clock?: UmClock | undefined;
  /** Asks for Basic authentication. */
  readonly credentials?: { readonly user: string; readonly password: string } | undefined;
  /** Whether the mailbox is enabled for Unified Messaging. The default is true. */
  readonly enabled?: boolean | undefined;
  /** The settings at the start. */
  readonly properties?: Partial<UMProperties> | undefined;
  /** Why a call to a number will not be answered; the default is that each is: `None`. */
  readonly failure?: ((dialString: string) => UMEventCause) | undefined;
  /** Takes and sends the `https` spelling of the namespace. Without it, that spelling is an invalid request. */
  readonly namespace?: UmNamespace | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  connectAfter: 0,
  endAfter: 0,
  forgetAfter: 0,
  port: 0,
  clock: 0,
  credentials: 0,
  enabled: 0,
  properties: 0,
  failure: 0,
  namespace: 0,
} satisfies Record<keyof UmServiceOptions, 0>);

/** A UM service that runs on this machine. */
export interface UmServer {
  /** What a client of the UM service is given. */
  readonly endpoint: string;
  /** What a client of Exchange Web Services is given: the same calls, of the same mailbox. */
  readonly ewsEndpoint: string;
  /** The SOAP of each exchange, the oldest first; the last thousand. */
  readonly exchanges: readonly HandlerExchange[];
  /** How often each operation was asked for, by its name on the wire. */
  readonly counts: Readonly<Record<string, number>>;
  /** The calls that the service knows, the oldest first. */
  readonly calls: readonly UmCall[];
  /** The settings as they are now. */
  readonly properties: UMProperties;
  /** How many new PINs were made. */
  readonly pinResets: number;
  /** Stops the service; calls and settings are gone. */
  close(): Promise<void>;
}

const path = "/EWS/UM2007Legacy.asmx";
const ewsPath = "/EWS/Exchange.asmx";
const keptExchanges = 1000;

/**
 * Starts a UM service over real HTTP on 127.0.0.1: calls have states, settings are kept, and faults and HTTP statuses are
 * those that Exchange documents. What it keeps is gone when it ends.
 */
export async function startUmService(options: UmServiceOptions = {}): Promise<UmServer> {
  refuseUnknown("startUmService", options, optionNames);
  const { clock = Date, connectAfter = 500, endAfter = Number.POSITIVE_INFINITY, forgetAfter = 60_000 } = options;
  const book = new UmCallBook(clock, { connectAfter, endAfter, forgetAfter });
  const state = { properties: initialProperties(options.properties), pinResets: 0 };
  const exchanges: HandlerExchange[] = [];
  const counts: Record<string, number> = {};
  const { enabled = true, failure = () => "None" } = options;
  const place = (dialString: string, plays: string) =>
    /\d/.test(dialString) ? book.place(dialString, plays, failure(dialString)) : undefined;
  const onExchange = (exchange: HandlerExchange) => {
    exchanges.push(exchange);
    if (exchanges.length > keptExchanges) exchanges.shift();
    const { operation } = exchange;
    if (operation !== undefined) counts[operation] = (counts[operation] ?? 0) + 1;
  };
  const playOnPhoneDialString = () => state.properties.playOnPhoneDialString ?? "";
  const ews = ewsHandler({ book, enabled, playOnPhoneDialString, place }, onExchange);
  const handler = createHandler(UMService, implement(enabled, place, book, state), {
    wsdl: { text: readSchema("um.wsdl"), imports: { "um.xsd": readSchema("um.xsd") } },
    ...(options.namespace === undefined ? {} : { alias: umNamespaceAlias(options.namespace) }),
    // Disconnect without a usable CallId has the fault of an unknown one.
    invalidRequest: (error, operation) =>
      operation?.name === "Disconnect" && error.code.startsWith("cvc-")
        ? umServerFault("InvalidCallIdException")
        : invalidRequestFault(),
    onExchange,
  });
  const services = serveAt({ [path]: likeAspNet(handler), [ewsPath]: likeAspNet(ews) });
  const listener = await listen(authenticate(options.credentials, services), {
    port: options.port,
  });
  return {
    endpoint: listener.url + path,
    ewsEndpoint: listener.url + ewsPath,
    exchanges,
    counts,
    get calls() {
      return book.calls;
    },
    get properties() {
      return { ...state.properties };
    },
    get pinResets() {
      return state.pinResets;
    },
    close: () => listener.close(),
  };
}

function implement(
  enabled: boolean,
  place: (dialString: string, plays: string) => string | undefined,
  book: UmCallBook,
  state: { properties: UMProperties; pinResets: number },
): Implementation<UMService> {
  const call = (dialString: string, plays: string): string => {
    const callId = place(dialString, plays);
    if (callId === undefined) throw umServerFault("DialingRulesException");
    return callId;
  };
  const change = (properties: Partial<UMProperties>) => {
    state.properties = { ...state.properties, ...properties };
  };
  return {
    isUMEnabled: () => ({ isUMEnabledResponse: enabled }),
    getUMProperties: () => ({ getUMPropertiesResponse: state.properties }),
    setOofStatus: ({ status }) => change({ oofStatus: status }),
    setMissedCallNotificationEnabled: ({ status }) => change({ missedCallNotificationEnabled: status }),
    setPlayOnPhoneDialString: ({ dialString }) => change({ playOnPhoneDialString: dialString }),
    setTelephoneAccessFolderEmail: ({ base64FolderID }) => change({ telephoneAccessFolderEmail: base64FolderID }),
    resetPIN: () => {
      state.pinResets++;
    },
    playOnPhone({ entryId, dialString }) {
      if (!isBase64(entryId)) throw umServerFault("InvalidObjectIdException");
      return { playOnPhoneResponse: call(dialString, entryId) };
    },
    playOnPhoneGreeting: ({ greetingType, dialString }) => ({
      playOnPhoneGreetingResponse: call(dialString, greetingType),
    }),
    getCallInfo({ callId }) {
      const info = book.info(callId);
      if (info === undefined) throw umServerFault("InvalidCallIdException");
      return { getCallInfoResponse: info };
    },
    disconnect({ callId }) {
      if (!book.disconnect(callId)) throw umServerFault("InvalidCallIdException");
    },
  };
}

function initialProperties(properties: Partial<UMProperties> | undefined): UMProperties {
  return {
    oofStatus: false,
    missedCallNotificationEnabled: true,
    playOnPhoneDialString: "4255550100",
    telephoneAccessNumbers: "4255550199",
    ...properties,
  };
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(text);
}

function serveAt(handlers: Readonly<Record<string, Handler>>): Handler {
  const byPath = new Map(Object.entries(handlers).map(([path, handler]) => [path.toLowerCase(), handler]));
  return async (request) => {
    const handler = byPath.get(new URL(request.url).pathname.toLowerCase());
    return handler === undefined ? new Response("not found\n", { status: 404 }) : handler(request);
  };
}

/** ASP.NET answers what it cannot read with `text/xml` and no bytes. */
function likeAspNet(handler: Handler): Handler {
  return async (request) => {
    const response = await handler(request);
    if (response.status !== 400 && response.status !== 415) return response;
    return new Response(null, { status: response.status, headers: { "content-type": "text/xml; charset=utf-8" } });
  };
}

function authenticate(credentials: UmServiceOptions["credentials"], handler: Handler): Handler {
  if (credentials === undefined) return handler;
  const expected = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString("base64")}`;
  return async (request) => {
    if (request.headers.get("authorization") === expected) return handler(request);
    const headers = { "www-authenticate": 'Basic realm="UM", charset="UTF-8"' };
    return new Response("401: unauthorized\n", { status: 401, headers });
  };
}

/** The schemas stand at the top of the package, wherever the compiled code stands in it. */
function readSchema(name: string): string {
  const manifest = createRequire(import.meta.url).resolve("xsdsmith/package.json");
  return readFileSync(new URL(`schemas/${name}`, pathToFileURL(manifest)), "utf8");
}
