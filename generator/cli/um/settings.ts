import { nearestName } from "../../../src/text/nearest.js";
import type { UmClient } from "../../../src/um.js";
import type { UMProperties } from "../../../src/um-messages.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "../command.js";
import { needUmService, type UmContext, umCommand } from "./command.js";

/** A setting by its name on the command line. */
interface Setting {
  readonly property: keyof UMProperties;
  readonly value: "on|off" | "TEXT";
  store(client: UmClient, value: string, options: { readonly verify: boolean }): Promise<void>;
}

const settings: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  [
    "out-of-office",
    {
      property: "oofStatus",
      value: "on|off",
      store: (client, value, options) => client.setOutOfOffice(value === "on", options),
    },
  ],
  [
    "missed-call-mail",
    {
      property: "missedCallNotificationEnabled",
      value: "on|off",
      store: (client, value, options) => client.setMissedCallNotificationEnabled(value === "on", options),
    },
  ],
  [
    "dial-string",
    {
      property: "playOnPhoneDialString",
      value: "TEXT",
      store: (client, value, options) => client.setPlayOnPhoneDialString(value, options),
    },
  ],
  [
    "telephone-folder",
    {
      property: "telephoneAccessFolderEmail",
      value: "TEXT",
      store: (client, value, options) => client.setTelephoneAccessFolderEmail(value, options),
    },
  ],
]);

export const umPropertiesCommand: Command = umCommand({
  words: ["um", "properties"],
  summary: "Show the settings of the mailbox",
  usage: "--endpoint URL [options]",
  examples: [["xsdsmith um properties --profile work --json", "The settings, for a script"]],
  check(args) {
    if (args.positionals.length > 0) throw new UsageError("um properties takes no arguments");
  },
  async run(_args, { client, show }) {
    const properties = await needUmService(client, "show the settings").getProperties();
    const rows: (readonly [string, string | boolean | undefined])[] = [...settings].map(([name, { property }]) => [
      name,
      properties[property],
    ]);
    rows.push(["access-numbers", properties.telephoneAccessNumbers]);
    show(
      properties,
      rows.map(([name, value]) => `${name.padEnd(16)}  ${describe(value)}`),
    );
    return 0;
  },
});

export const umSetCommand: Command = umCommand({
  words: ["um", "set"],
  summary: "Change a setting of the mailbox, and look whether it was kept",
  usage: "NAME VALUE --endpoint URL [options]",
  details: [...settings].map(([name, { value }]) => `  ${name.padEnd(16)}  ${value}`),
  options: { "no-verify": { description: "Do not read the setting back" } },
  examples: [
    ["xsdsmith um set out-of-office on --profile work", "Callers hear the out-of-office greeting"],
    ["xsdsmith um set dial-string 4255550123 --profile work", "The number that Play on Phone offers first"],
  ],
  check: (args) => void readSetting(args),
  run: set,
});

async function set(args: Arguments, { client, show }: UmContext): Promise<ExitCode> {
  const { name, value, setting } = readSetting(args);
  const verify = !args.has("no-verify");
  await setting.store(needUmService(client, "change settings"), value, { verify });
  show({ name, value, verified: verify }, `${name} is ${value === "" ? "empty" : value}${verify ? ", read back" : ""}`);
  return 0;
}

function readSetting(args: Arguments): { readonly name: string; readonly value: string; readonly setting: Setting } {
  const [name, value, ...more] = args.positionals;
  if (name === undefined || value === undefined || more.length > 0) {
    throw new UsageError(`um set needs a NAME and a VALUE; names are ${[...settings.keys()].join(", ")}`);
  }
  const setting = settings.get(name);
  if (setting === undefined) {
    const suggestion = nearestName(name, [...settings.keys()]) ?? [...settings.keys()].join(" or ");
    throw new UsageError(`there is no setting "${name}"; did you mean ${suggestion}?`);
  }
  if (setting.value === "on|off" && value !== "on" && value !== "off") {
    throw new UsageError(`${name} is on or off, not "${value}"`);
  }
  return { name, value, setting };
}

function describe(value: string | boolean | undefined): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return value ?? "(none)";
}
