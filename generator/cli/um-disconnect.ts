import { InvalidCallIdError } from "../../src/um/index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { describeError, errorLine, exitCodeFor, type UmContext, umCommand } from "./um-command.js";

export const umDisconnectCommand: Command = umCommand({
  words: ["um", "disconnect"],
  summary: "End calls",
  usage: "CALL_ID... --endpoint URL [options]",
  details: ["Several calls are ended side by side, and one that cannot be ended does not keep the others."],
  options: {
    "ignore-unknown": { description: "A call that the server does not know counts as ended" },
  },
  examples: [
    [
      "xsdsmith um disconnect MDlkZjll --endpoint https://mail.example.com/EWS/UM2007Legacy.asmx --user me@example.com",
      "End a call; the password is asked for",
    ],
    ["xsdsmith um disconnect MDlkZjll NDEzYjEz --profile work --ignore-unknown", "End two, or find them ended"],
  ],
  check(args) {
    if (args.positionals.length === 0) throw new UsageError("um disconnect needs a CALL_ID");
  },
  run: disconnect,
});

interface Outcome {
  readonly callId: string;
  readonly outcome: "disconnected" | "already over" | "failed";
  readonly failure?: unknown;
}

/** At once: kind to a server, quick enough for a list. */
const atOnce = 8;

async function disconnect(args: Arguments, context: UmContext): Promise<ExitCode> {
  const callIds = [...new Set(args.positionals)];
  const ignoreUnknown = args.has("ignore-unknown");
  const outcomes: Outcome[] = [];
  const { terminal, show } = context;
  const only = callIds.length === 1;
  let next = 0;
  const work = async () => {
    while (next < callIds.length) {
      const callId = callIds[next++] ?? "";
      const outcome = await end(callId, ignoreUnknown, context);
      outcomes.push(outcome);
      // One call that cannot be ended is the command's own failure.
      if (only && outcome.failure !== undefined) throw outcome.failure;
      terminal.status?.("");
      show(toJson(outcome), describe(outcome));
      if (!only) terminal.status?.(`${outcomes.length} of ${callIds.length}`);
    }
  };
  terminal.status?.(only ? "" : `0 of ${callIds.length}`);
  await Promise.all(Array.from({ length: Math.min(atOnce, callIds.length) }, work));
  terminal.status?.("");
  if (only) return 0;
  const failed = outcomes.filter(({ outcome }) => outcome === "failed");
  const summary = { ended: callIds.length - failed.length, failed: failed.length };
  show(
    { summary },
    `${summary.ended} of ${callIds.length} calls ended${failed.length === 0 ? "" : `, ${failed.length} failed`}`,
  );
  return failed.reduce<ExitCode>((code, { failure }) => higher(code, exitCodeFor(failure)), 0);
}

async function end(callId: string, ignoreUnknown: boolean, { client }: UmContext): Promise<Outcome> {
  try {
    await client.disconnect(callId);
    return { callId, outcome: "disconnected" };
  } catch (failure) {
    if (ignoreUnknown && failure instanceof InvalidCallIdError) return { callId, outcome: "already over" };
    return { callId, outcome: "failed", failure };
  }
}

function describe({ callId, outcome, failure }: Outcome): string {
  return outcome === "failed" ? `failed ${callId}: ${errorLine(failure)}` : `${outcome} ${callId}`;
}

function toJson({ failure, ...rest }: Outcome): object {
  return failure === undefined ? rest : { ...rest, error: describeError(failure) };
}

function higher(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
