import type { Call, CallState, Exchange, UmClient } from "../../../src/um.js";
import type { Command, ExitCode } from "../command.js";
import { showExchange } from "../show-exchange.js";
import type { Terminal } from "../terminal.js";

export const umDemoCommand: Command = {
  words: ["um", "demo"],
  summary: "Place and end a call on a service of its own",
  usage: "",
  details: ["Starts a Unified Messaging service on this machine, talks to it over HTTP, and ends it."],
  options: {},
  examples: [["xsdsmith um demo", "Watch a call from its start to its end, with the SOAP of Disconnect"]],
  run: (_args, terminal) => demonstrate(terminal),
};

async function demonstrate(terminal: Terminal): Promise<ExitCode> {
  const { startUmService } = await import("../../../src/node/um-testing.js");
  const { createUmClient } = await import("../../../src/um.js");
  const service = await startUmService({ connectAfter: 200 });
  try {
    terminal.print(`A Unified Messaging service listens at ${service.endpoint}\n`);
    const exchanges: Exchange[] = [];
    const client = createUmClient({ endpoint: service.endpoint, onExchange: (exchange) => exchanges.push(exchange) });
    const call = await placeCall(client, terminal);

    terminal.print(`\ndisconnect("${call.id}")\n`);
    await call.disconnect();
    const exchange = exchanges.at(-1);
    if (exchange !== undefined) showExchange(exchange, terminal);
    showState(await call.info(), terminal);

    await showRefusals(client, terminal, () => exchanges.length);
    return 0;
  } finally {
    await service.close();
  }
}

async function placeCall(client: UmClient, terminal: Terminal): Promise<Call> {
  const request = { entryId: "AAAAAHEv", dialString: "4255550123" };
  const call = await client.playOnPhone(request);
  terminal.print(`playOnPhone(${JSON.stringify(request)}) → call "${call.id}"`);
  // A telephone that rings: the state changes while one looks.
  for await (const state of call.states({ every: 50 })) {
    showState(state, terminal);
    if (state.callState === "Connected") break;
  }
  return call;
}

function showState({ callState, eventCause }: CallState, terminal: Terminal): void {
  terminal.print(`getCallInfo(…) → ${callState}, ${eventCause}`);
}

/** A wrong identifier is the server's to refuse; one that cannot be right never leaves. */
async function showRefusals(client: UmClient, terminal: Terminal, sent: () => number): Promise<void> {
  for (const [shown, callId] of [
    [`"bm8gc3VjaCBjYWxs"`, "bm8gc3VjaCBjYWxs"],
    [`""`, ""],
    ["513 characters", "A".repeat(513)],
  ] as const) {
    const before = sent();
    const outcome = await client.disconnect(callId).then(
      () => "no error",
      (error: unknown) => String(error),
    );
    terminal.print(`\ndisconnect(${shown}) → ${sent() > before ? "answered" : "not sent"}\n  ${outcome}`);
  }
}
