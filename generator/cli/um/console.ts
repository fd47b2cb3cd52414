import type { Exchange } from "../../../src/soap.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "../command.js";
import type { Terminal } from "../terminal.js";
import {
  type Connection,
  connectionDetails,
  connectionOptions,
  makeClient,
  readConnection,
  readSeconds,
} from "./connect.js";
import { everyOption } from "./watch.js";

export const umConsoleCommand: Command = {
  words: ["um", "console"],
  summary: "Serve a page that starts, shows and ends calls",
  usage: "(--endpoint URL | --embedded) [options]",
  details: [
    "The page is on this machine only, and opens once, with the link that is printed. It shows the",
    "state of each call and the SOAP of each exchange. Ctrl+C ends it; calls go on.",
    ...connectionDetails,
  ],
  options: {
    embedded: { description: "Use a Unified Messaging service of its own, for a try" },
    port: { value: "PORT", description: "The port to listen on (any)" },
    every: everyOption,
    ...connectionOptions,
  },
  examples: [
    ["xsdsmith um console --profile work", "Open the link that it prints"],
    ["xsdsmith um console --embedded", "Try it without Exchange"],
  ],
  run: serveConsole,
};

async function serveConsole(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.positionals.length > 0) throw new UsageError("um console takes no arguments");
  const port = readPort(args.text("port") ?? "0");
  const every = readSeconds(args.text("every") ?? "1", "every");
  if (every === 0) throw new UsageError("option --every is more than 0");
  const { startUmService } = await import("../../../src/node/um-testing.js");
  const service = args.has("embedded") ? await startUmService({ connectAfter: 3000 }) : undefined;
  try {
    const connection: Connection =
      service === undefined
        ? await readConnection(args, terminal, "um console")
        : { endpoint: service.endpoint, service: "um", authentication: undefined, timeout: 60_000 };
    await serveFor(connection, port, every, terminal);
  } finally {
    await service?.close();
  }
  return 0;
}

async function serveFor(connection: Connection, port: number, every: number, terminal: Terminal): Promise<void> {
  const { startUmConsole } = await import("../../../src/node/um/console/um-console.js");
  const um = await import("../../../src/um.js");
  const connect = (onExchange: (exchange: Exchange) => void) => makeClient(um, connection, onExchange);
  const console = await startUmConsole({ connect, endpoint: connection.endpoint, port, every });
  try {
    terminal.print(`Open this link, it is good for one tab:\n${console.link}`);
    await terminal.interrupted?.();
  } finally {
    await console.close();
  }
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new UsageError(`option --port is a port, not "${text}"`);
  return Number(text);
}
