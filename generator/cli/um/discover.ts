import type { discover } from "../../../src/node/index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "../command.js";
import { reportFailure } from "../report.js";
import type { Terminal } from "../terminal.js";
import { describeError, exitCodeFor } from "./command.js";
import { connectionDetails, connectionOptions, loginOptions, readLogin, readSeconds } from "./connect.js";
import { readProfile } from "./profiles.js";

type Discover = typeof discover;

/** @param load - gives what asks Autodiscover */
export function umDiscoverCommand(load: () => Promise<Discover>): Command {
  const { profile, config, timeout } = connectionOptions;
  return {
    words: ["um", "discover"],
    summary: "Find the services of a mailbox by Autodiscover",
    usage: "EMAIL [options]",
    details: [
      "Asks the usual places under the domain of the address. Credentials go over https only.",
      ...connectionDetails,
    ],
    options: {
      at: { value: "URL", description: "Ask this endpoint first; may be given again" },
      internal: { description: "Prefer the URLs from inside the organisation" },
      json: { description: "Print JSON, errors too" },
      ...loginOptions,
      ...(profile === undefined ? {} : { profile }),
      ...(config === undefined ? {} : { config }),
      ...(timeout === undefined ? {} : { timeout }),
    },
    examples: [
      [
        "xsdsmith um discover ann@example.com --user ann@example.com",
        "The URLs that xsdsmith um call takes as --endpoint",
      ],
    ],
    exitCodes: ["4 there was no usable answer"],
    run: (args, terminal) => find(args, terminal, load),
  };
}

async function find(args: Arguments, terminal: Terminal, load: () => Promise<Discover>): Promise<ExitCode> {
  try {
    const [email, ...more] = args.positionals;
    if (email === undefined || more.length > 0) throw new UsageError("um discover needs one EMAIL");
    const profile = readProfile(args.text("profile"), args.text("config"), terminal);
    const timeout = readSeconds(args.text("timeout") ?? profile.timeout ?? "60", "timeout");
    const { authentication, transport } = await readLogin(args, profile, terminal);
    const ask = await load();
    const found = await ask(email, {
      authentication,
      transport,
      timeout,
      endpoints: args.texts("at"),
      prefer: args.has("internal") ? "internal" : "external",
    });
    const { umUrl, ewsUrl, displayName, smtpAddress, endpoint } = found;
    if (args.has("json")) terminal.print(JSON.stringify({ umUrl, ewsUrl, displayName, smtpAddress, endpoint }));
    else {
      terminal.print(`um   ${umUrl ?? "(none: the mailbox has no Unified Messaging web service)"}`);
      terminal.print(`ews  ${ewsUrl ?? "(none)"}`);
    }
    return 0;
  } catch (error) {
    // The address and the URLs come from the command line.
    const failure = error instanceof TypeError ? new UsageError(error.message) : error;
    if (!args.has("json") || failure instanceof UsageError) reportFailure(failure, terminal, "xsdsmith um discover");
    else terminal.print(JSON.stringify({ error: describeError(failure) }));
    return exitCodeFor(failure);
  }
}
