import { InvalidCallIdError } from "../../../src/um.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "../command.js";
import { describeError, errorLine, exitCodeFor, type UmContext, umCommand } from "./command.js";

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
  const outcomes: (Outcome | undefined)[] = callIds.map(() => undefined);
  const { terminal, show } = context;
  const only = callIds.length === 1;
  let next = 0;
  let done = 0;
  let shown = 0;
  const progress = () => terminal.status?.(only ? "" : `${done} of ${callIds.length}`);
  const work = async () => {
    while (next < callIds.length) {
      const index = next++;
      const outcome = await end(callIds[index] ?? "", ignoreUnknown, context);
      // One call that cannot be ended is the command's own failure.
      if (only && outcome.failure !== undefined) throw outcome.failure;
      outcomes[index] = outcome;
      done++;
      terminal.status?.("");
      // In the order in which they were given, whichever ends first.
      for (let ready = outcomes[shown]; ready !== undefined; ready = outcomes[++shown])
        show(toJson(ready), describe(ready));
      progress();
    }
  };
  progress();
  await Promise.all(Array.from({ length: Math.min(atOnce, callIds.length) }, work));
  terminal.status?.("");
  if (only) return 0;
  const failed = outcomes.filter((outcome) => outcome?.outcome === "failed");
  const summary = { ended: callIds.length - failed.length, failed: failed.length };
  show(
    { summary },
    `${summary.ended} of ${callIds.length} calls ended${failed.length === 0 ? "" : `, ${failed.length} failed`}`,
  );
  return failed.reduce<ExitCode>((code, outcome) => higher(code, exitCodeFor(outcome?.failure)), 0);
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
