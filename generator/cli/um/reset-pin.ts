import { type Command, UsageError } from "../command.js";
import { needUmService, umCommand } from "./command.js";

export const umResetPinCommand: Command = umCommand({
  words: ["um", "reset-pin"],
  summary: "Make a new PIN, which the server mails to the user",
  usage: "--endpoint URL [options]",
  details: ["The old PIN is not valid any more then. Asks before it does that."],
  options: { yes: { short: "y", description: "Do not ask" } },
  examples: [["xsdsmith um reset-pin --profile work", "The user has forgotten the PIN"]],
  check(args) {
    if (args.positionals.length > 0) throw new UsageError("um reset-pin takes no arguments");
  },
  async run(args, { client, connection, terminal, show }) {
    const um = needUmService(client, "reset the PIN");
    if (!args.has("yes")) {
      if (terminal.ask === undefined)
        throw new UsageError("nobody can answer here: --yes resets the PIN without asking");
      const answer = await terminal.ask(`Reset the PIN of the mailbox at ${connection.endpoint}? [y/N] `);
      if (!/^y(es)?$/i.test(answer.trim())) {
        show({ reset: false }, "nothing was changed");
        return 1;
      }
    }
    await um.resetPin();
    show({ reset: true }, "the PIN was reset; the new one is in the user's mail");
    return 0;
  },
});
