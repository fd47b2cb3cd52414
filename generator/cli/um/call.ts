import type { AnyCallClient, Call } from "../../../src/um.js";
import type { UMGreetingType } from "../../../src/um-messages.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "../command.js";
import { needUmService, type UmContext, umCommand } from "./command.js";
import { everyOption, watch } from "./watch.js";

export const umCallCommand: Command = umCommand({
  words: ["um", "call"],
  summary: "Call a telephone and play an item or a greeting",
  usage: "[NUMBER] (--item ID | --greeting KIND) --endpoint URL [options]",
  details: ["Rings a telephone. Without a NUMBER, it is the one that the mailbox has for Play on Phone."],
  options: {
    item: { value: "ID", description: "The item: its MAPI entry identifier (um) or its Id (ews)" },
    greeting: { value: "NormalCustom|OofCustom", description: "Play this greeting, and let the user record it anew" },
    watch: { description: "Follow the call up to its end" },
    every: everyOption,
  },
  examples: [
    ["xsdsmith um call 4255550123 --item AAAAAHEv --profile work", "Play a voice message; prints the CALL_ID"],
    ["xsdsmith um call --greeting OofCustom --profile work --watch", "Record the greeting for days out of the office"],
  ],
  check: checkCall,
  run: placeCall,
});

function checkCall(args: Arguments): void {
  if (args.positionals.length > 1) throw new UsageError("um call takes one NUMBER");
  const item = args.text("item");
  const greeting = args.text("greeting");
  if ((item === undefined) === (greeting === undefined)) {
    throw new UsageError("um call needs what to play: either --item ID or --greeting KIND");
  }
  if (greeting !== undefined && !isGreeting(greeting)) {
    throw new UsageError(`option --greeting is NormalCustom or OofCustom, not "${greeting}"`);
  }
}

async function placeCall(args: Arguments, context: UmContext): Promise<ExitCode> {
  const { client, show } = context;
  const dialString = args.positionals[0] ?? (await ownNumber(client));
  const call = await start(client, args, dialString);
  show({ callId: call.id, dialString }, call.id);
  return args.has("watch") ? watch(call, args, context) : 0;
}

async function start(client: AnyCallClient, args: Arguments, dialString: string): Promise<Call> {
  const greeting = args.text("greeting");
  if (greeting !== undefined && isGreeting(greeting)) {
    return needUmService(client, "play greetings").playOnPhoneGreeting({ greetingType: greeting, dialString });
  }
  const item = args.text("item") ?? "";
  return client.service === "um"
    ? client.playOnPhone({ entryId: item, dialString })
    : client.playOnPhone({ itemId: item, dialString });
}

async function ownNumber(client: AnyCallClient): Promise<string> {
  const settings = client.service === "um" ? await client.getProperties() : await client.getUmConfiguration();
  const { playOnPhoneDialString: number = "" } = settings;
  if (number === "") throw new UsageError("the mailbox has no number for Play on Phone: um call needs a NUMBER");
  return number;
}

function isGreeting(text: string): text is UMGreetingType {
  return text === "NormalCustom" || text === "OofCustom";
}
