import type { Command, ExitCode } from "../command.js";
import { describeError, errorLine, exitCodeFor, type UmContext, umCommand } from "./command.js";
import { describeState } from "./watch.js";

export const umStatusCommand: Command = umCommand({
  words: ["um", "status"],
  summary: "Tell whether the mailbox has Unified Messaging, or how calls stand",
  usage: "[CALL_ID...] --endpoint URL [options]",
  examples: [
    ["xsdsmith um status --profile work", "Can this user be logged in, and has the mailbox Unified Messaging?"],
    ["xsdsmith um status MDlkZjll NDEzYjEz --profile work", "How do these calls stand?"],
  ],
  run: (args, context) =>
    args.positionals.length === 0 ? showMailbox(context) : showCalls([...new Set(args.positionals)], context),
});

async function showMailbox({ client, connection, show }: UmContext): Promise<ExitCode> {
  const { endpoint, service } = connection;
  const umEnabled = await client.isUmEnabled();
  const name = service === "um" ? "Unified Messaging web service" : "Exchange Web Services";
  show({ endpoint, service, umEnabled }, [
    `service  ${name} at ${endpoint}`,
    `mailbox  ${umEnabled ? "enabled" : "not enabled"} for Unified Messaging`,
  ]);
  return 0;
}

async function showCalls(callIds: readonly string[], { client, show }: UmContext): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const callId of callIds) {
    try {
      const state = await client.getCallInfo(callId);
      show({ callId, ...state }, `${callId}  ${describeState(state)}`);
    } catch (error) {
      if (callIds.length === 1) throw error;
      show({ callId, error: describeError(error) }, `${callId}  ${errorLine(error)}`);
      const own = exitCodeFor(error);
      if (own > code) code = own;
    }
  }
  return code;
}
