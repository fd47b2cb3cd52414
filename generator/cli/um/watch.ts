import type { Call, CallState } from "../../../src/um.js";
import { type Arguments, type Command, type CommandOption, type ExitCode, UsageError } from "../command.js";
import { type UmContext, umCommand } from "./command.js";
import { readSeconds } from "./connect.js";

export const everyOption: CommandOption = {
  value: "SECONDS",
  description: "How long to wait between two questions (1)",
};

export const umWatchCommand: Command = umCommand({
  words: ["um", "watch"],
  summary: "Follow a call up to its end",
  usage: "CALL_ID --endpoint URL [options]",
  details: ["Prints each state of the call as it comes. Ctrl+C ends the following, not the call."],
  options: { every: everyOption },
  examples: [["xsdsmith um watch MDlkZjll --profile work", "See the call ring, be answered and end"]],
  check(args) {
    if (args.positionals.length !== 1) throw new UsageError("um watch needs one CALL_ID");
  },
  run(args, context) {
    return watch(context.client.call(args.positionals[0] ?? ""), args, context);
  },
});

/** Shows the states of a call up to its end. */
export async function watch(call: Call, args: Arguments, { terminal, show }: UmContext): Promise<ExitCode> {
  const every = readSeconds(args.text("every") ?? "1", "every");
  if (every === 0) throw new UsageError("option --every is more than 0");
  const since = Date.now();
  let last = "Asking";
  const refresh = () => terminal.status?.(`${last}, ${Math.round((Date.now() - since) / 1000)} s`);
  const timer = terminal.status === undefined ? undefined : setInterval(refresh, 1000);
  refresh();
  try {
    for await (const state of call.states({ every })) {
      terminal.status?.("");
      last = describeState(state);
      show(state, last);
      if (state.callState !== "Disconnected" && state.callState !== "Forgotten") refresh();
    }
  } finally {
    clearInterval(timer);
    terminal.status?.("");
  }
  return 0;
}

/** `Connected`, `Disconnected: UserBusy (486 Busy Here)`. */
export function describeState(state: CallState): string {
  if (state.callState === "Forgotten") return "Forgotten: the call is over, and the server does not know it any more";
  const { callState, eventCause, sipResponseCode, sipResponseText } = state;
  if (callState !== "Disconnected") return callState;
  const sip = [sipResponseCode, sipResponseText].filter((part) => part !== undefined).join(" ");
  return `Disconnected: ${eventCause === "None" ? "ended in the ordinary way" : eventCause}${sip === "" ? "" : ` (${sip})`}`;
}
