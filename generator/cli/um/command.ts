import { ParseError, XmlError } from "../../../src/errors.js";
import { TransportError } from "../../../src/soap.js";
import { type AnyCallClient, createCallClient, ResponseError, UmError, umRetry } from "../../../src/um.js";
import { type Arguments, type Command, type CommandOption, type ExitCode, UsageError } from "../command.js";
import { reportFailure } from "../report.js";
import { showExchange } from "../show-exchange.js";
import type { Terminal } from "../terminal.js";
import { type Connection, connectionDetails, connectionOptions, makeClient, readConnection } from "./connect.js";

/** What a command of the UM group works with. */
export interface UmContext {
  readonly client: AnyCallClient;
  readonly connection: Connection;
  readonly terminal: Terminal;
  readonly json: boolean;
  /** Prints a result: its lines for people, or the value as one line of JSON where `--json` was given. */
  show(value: object, lines: string | readonly string[]): void;
}

export interface UmCommandDefinition extends Omit<Command, "run" | "options"> {
  readonly options?: Readonly<Record<string, CommandOption>> | undefined;
  run(args: Arguments, context: UmContext): Promise<ExitCode>;
  /** Looks at the arguments before a password is asked for. */
  check?(args: Arguments): void;
}

const outputOptions = {
  json: { description: "Print JSON, errors too: one value on each line" },
  "show-soap": { description: "Print each request and response on the standard error output" },
} as const satisfies Readonly<Record<string, CommandOption>>;

const umExitCodes = ["3 the service refused", "4 there was no usable answer"];

/** A command that talks to a service: its options, its connection, its way to report and its exit codes. */
export function umCommand(definition: UmCommandDefinition): Command {
  const { words, details = [], options = {} } = definition;
  const name = words.join(" ");
  return {
    ...definition,
    details: [...details, ...connectionDetails],
    options: { ...options, ...connectionOptions, ...outputOptions },
    exitCodes: umExitCodes,
    async run(args, terminal) {
      try {
        definition.check?.(args);
        const connection = await readConnection(args, terminal, name);
        const soap = { ...terminal, print: terminal.error };
        const onExchange = args.has("show-soap")
          ? (exchange: Parameters<typeof showExchange>[0]) => showExchange(exchange, soap)
          : undefined;
        const client = makeClient({ createCallClient, umRetry }, connection, onExchange);
        const json = args.has("json");
        const show = (value: object, lines: string | readonly string[]) => {
          if (json) terminal.print(JSON.stringify(value));
          else for (const line of [lines].flat()) terminal.print(line);
        };
        return await definition.run(args, { client, connection, terminal, json, show });
      } catch (error) {
        if (!args.has("json") || error instanceof UsageError) reportFailure(error, terminal, `xsdsmith ${name}`);
        else terminal.print(JSON.stringify({ error: describeError(error) }));
        return exitCodeFor(error);
      }
    },
  };
}

/** How a script learns what went wrong. */
export function exitCodeFor(error: unknown): ExitCode {
  if (error instanceof UsageError) return 2;
  if (error instanceof UmError) return 3;
  if (error instanceof TransportError || error instanceof ResponseError) return 4;
  // Autodiscover belongs to another entry point: only its command loads it.
  if (error instanceof XmlError && error.name === "AutodiscoverError") return 4;
  return 1;
}

/** An error as data. */
export function describeError(error: unknown): {
  readonly code: string | undefined;
  readonly message: string;
  readonly reported?: string | undefined;
} {
  if (error instanceof UmError) return { code: error.code, message: error.reason, reported: error.reported };
  if (error instanceof ParseError) return { code: error.code, message: error.message.replace(`${error.code}: `, "") };
  if (error instanceof XmlError) return { code: error.code, message: error.reason };
  return { code: undefined, message: error instanceof Error ? error.message : String(error) };
}

/** An error on one line. */
export function errorLine(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
}

/** The client of the service that can do all; for commands that the other one has no operation for. */
export function needUmService(client: AnyCallClient, what: string): Extract<AnyCallClient, { service: "um" }> {
  if (client.service === "um") return client;
  throw new UsageError(`Exchange Web Services cannot ${what}; UM2007Legacy.asmx can`);
}
