import { XmlError } from "../../../errors.js";
import type { Exchange } from "../../../soap.js";
import type { ConsoleCall, ConsoleEvent, ConsoleExchange } from "../../../um/console/protocol.js";
import type { AnyCallClient, Call, CallState } from "../../../um.js";
import type { UMGreetingType } from "../../../um-messages.js";
import { inspectMessage } from "./inspect-message.js";

/** As many exchanges are kept, and shown. */
const keptExchanges = 200;
const keptCalls = 200;

/** What to play to whom. */
export interface CallWish {
  readonly number: string;
  readonly item?: string | undefined;
  readonly greeting?: UMGreetingType | undefined;
}

/** The calls of a console, their states as they come, and the SOAP of it all. */
export class FollowedCalls {
  readonly #client: AnyCallClient;
  readonly #endpoint: string;
  readonly #every: number;
  readonly #calls = new Map<string, ConsoleCall>();
  readonly #exchanges = new Map<number, ConsoleExchange>();
  /** The number of the last exchange with these texts. */
  readonly #numbers = new Map<string, number>();
  readonly #listeners = new Set<(event: ConsoleEvent) => void>();
  readonly #closing = new AbortController();
  #lastNumber = 0;

  /**
   * @param connect - makes the client; it tells of its exchanges
   * @param every - how long to wait between two questions about a call, in milliseconds
   */
  constructor(connect: (onExchange: (exchange: Exchange) => void) => AnyCallClient, endpoint: string, every: number) {
    this.#client = connect((exchange) => this.#addExchange(exchange));
    this.#endpoint = endpoint;
    this.#every = every;
  }

  /** All there is now. */
  get snapshot(): ConsoleEvent {
    return {
      type: "snapshot",
      service: this.#client.service,
      endpoint: this.#endpoint,
      calls: [...this.#calls.values()],
      exchanges: [...this.#exchanges.values()],
    };
  }

  /** Told of what changes from now on, until the function that this returns is called. */
  listen(listener: (event: ConsoleEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Rings a telephone. Rejects as the client does. */
  async start({ number, item = "", greeting }: CallWish): Promise<void> {
    const client = this.#client;
    let call: Call;
    if (client.service === "ews") call = await client.playOnPhone({ itemId: item, dialString: number });
    else if (greeting === undefined) call = await client.playOnPhone({ entryId: item, dialString: number });
    else call = await client.playOnPhoneGreeting({ greetingType: greeting, dialString: number });
    this.#follow(call, number);
  }

  /** Takes up a call that was started elsewhere. Rejects as the client does. */
  async take(callId: string): Promise<void> {
    if (this.#calls.get(callId)?.over === false) return;
    const call = this.#client.call(callId);
    await call.info();
    this.#follow(call, "a number that is not known here");
  }

  /** Rejects as the client does, but not for a call that is over. */
  async disconnect(callId: string): Promise<void> {
    await this.#client.disconnect(callId, { ignoreUnknownCall: true });
  }

  /** Stops asking; calls go on. */
  close(): void {
    this.#closing.abort();
  }

  #follow(call: Call, label: string): void {
    this.#setCall({ id: call.id, label, state: "Unknown", note: "", over: false });
    this.#watch(call, label).catch((error: unknown) => {
      if (this.#closing.signal.aborted) return;
      const note = error instanceof XmlError ? error.message : "following the call failed";
      this.#setCall({ id: call.id, label, state: "Unknown", note, over: false });
    });
  }

  async #watch(call: Call, label: string): Promise<void> {
    for await (const state of call.states({ every: this.#every, signal: this.#closing.signal })) {
      this.#setCall({ id: call.id, label, ...describe(state) });
    }
  }

  #setCall(call: ConsoleCall): void {
    this.#calls.set(call.id, call);
    const [oldest] = this.#calls.keys();
    if (this.#calls.size > keptCalls && oldest !== undefined) this.#calls.delete(oldest);
    this.#tell({ type: "call", call });
  }

  /** Polling repeats itself: the same texts again are counted, not listed. */
  #addExchange({ operation, request, response, status }: Exchange): void {
    const key = JSON.stringify([status, String(request), response]);
    const known = this.#exchanges.get(this.#numbers.get(key) ?? 0);
    const exchange =
      known === undefined
        ? this.#inspect({ operation, request, response, status }, ++this.#lastNumber)
        : { ...known, times: known.times + 1 };
    this.#exchanges.set(exchange.number, exchange);
    this.#numbers.set(key, exchange.number);
    while (this.#exchanges.size > keptExchanges) this.#exchanges.delete(this.#exchanges.keys().next().value ?? 0);
    while (this.#numbers.size > keptExchanges) this.#numbers.delete(this.#numbers.keys().next().value ?? "");
    this.#tell({ type: "exchange", exchange });
  }

  #inspect({ operation, request, response, status }: Exchange, number: number): ConsoleExchange {
    const { service } = this.#client;
    return {
      number,
      operation,
      times: 1,
      request: inspectMessage(request, { service, operation, direction: "request" }),
      ...(status === undefined ? {} : { status }),
      ...(response === undefined
        ? {}
        : { response: inspectMessage(response, { service, operation, direction: "response" }) }),
    };
  }

  #tell(event: ConsoleEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function describe(state: CallState): Pick<ConsoleCall, "state" | "note" | "over"> {
  if (state.callState === "Forgotten") {
    return { state: "Forgotten", note: "over; the server does not know it any more", over: true };
  }
  const { callState, eventCause, sipResponseCode, sipResponseText } = state;
  const sip = [sipResponseCode, sipResponseText].filter((part) => part !== undefined).join(" ");
  const cause = eventCause === "None" ? "" : eventCause;
  const note = [cause, sip].filter((part) => part !== "").join(", ");
  return { state: callState, note, over: callState === "Disconnected" };
}
