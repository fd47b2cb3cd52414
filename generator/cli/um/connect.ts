import type { AnyCallClient, Authentication, Exchange, Transport } from "../../../src/um.js";
import { type Arguments, type CommandOption, UsageError } from "../command.js";
import type { Terminal } from "../terminal.js";
import { readProfile, type UmProfile } from "./profiles.js";

/** What all commands that log in take. */
export const loginOptions: Readonly<Record<string, CommandOption>> = {
  user: { value: "NAME", description: "Log in as this user: DOMAIN\\user or user@domain" },
  auth: { value: "basic|ntlm|kerberos", description: "How to log in; kerberos uses the ticket there is (basic)" },
};

/** What all commands that talk to a service take. */
export const connectionOptions: Readonly<Record<string, CommandOption>> = {
  endpoint: { value: "URL", description: "The service: https://<server>/EWS/UM2007Legacy.asmx" },
  service: { value: "um|ews", description: "Which one it is; by default told by the end of the URL" },
  profile: { value: "NAME", description: "Take what is not given here from this profile" },
  config: { value: "FILE", description: "The file with the profiles (~/.config/xsdsmith/config.json)" },
  ...loginOptions,
  timeout: { value: "SECONDS", description: "How long to wait for an answer (60)" },
};

export const connectionDetails: readonly string[] = [
  "With --user, the password is taken from XSDSMITH_PASSWORD, or asked for on a terminal. Without",
  "it, XSDSMITH_TOKEN is sent as a bearer token, and where there is none, no credentials at all.",
];

/** How a service is reached, as the command line and the profile say it together. */
export interface Connection extends Login {
  readonly endpoint: string;
  readonly service: "um" | "ews";
  /** In milliseconds. */
  readonly timeout: number;
}

/**
 * Reads the connection options, and asks for the password where one is needed.
 *
 * @param command - the words of the command, for messages
 * @throws {@link UsageError} for options that cannot be met
 */
export async function readConnection(args: Arguments, terminal: Terminal, command: string): Promise<Connection> {
  const profile = readProfile(args.text("profile"), args.text("config"), terminal);
  const endpoint = args.text("endpoint") ?? profile.endpoint;
  if (endpoint === undefined) throw new UsageError(`${command} needs a service: --endpoint URL, or a profile`);
  const seconds = args.text("timeout") ?? profile.timeout ?? "60";
  const timeout = readSeconds(seconds, "timeout");
  const service = readService(args.text("service") ?? profile.service, endpoint);
  return { endpoint, service, timeout, ...(await readLogin(args, profile, terminal)) };
}

/** Makes the client; what it says of options comes from the command line here. */
export function makeClient(
  { createCallClient, umRetry }: Pick<typeof import("../../../src/um.js"), "createCallClient" | "umRetry">,
  connection: Connection,
  onExchange: ((exchange: Exchange) => void) | undefined,
): AnyCallClient {
  try {
    return createCallClient({ ...connection, interceptors: [umRetry()], onExchange });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

/** @returns milliseconds */
export function readSeconds(text: string, option: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(text)) throw new UsageError(`option --${option} is in seconds, not "${text}"`);
  return Number(text) * 1000;
}

function readService(given: string | undefined, endpoint: string): "um" | "ews" {
  if (given === "um" || given === "ews") return given;
  if (given !== undefined) throw new UsageError(`the service is um or ews, not "${given}"`);
  return /\/exchange\.asmx$/i.test(endpoint) ? "ews" : "um";
}

/** How to log in, and what carries it. */
export interface Login {
  readonly authentication: Authentication | undefined;
  /** For schemes that authenticate connections; `undefined` where the platform's will do. */
  readonly transport?: Transport | undefined;
}

const schemes = ["basic", "ntlm", "kerberos"] as const;

/** @throws {@link UsageError} where there is no password, or one that the scheme cannot carry */
export async function readLogin(args: Arguments, profile: UmProfile, terminal: Terminal): Promise<Login> {
  const user = args.text("user") ?? profile.user;
  const given = args.text("auth") ?? profile.auth ?? "basic";
  const scheme = schemes.find((name) => name === given);
  if (scheme === undefined) throw new UsageError(`the way to log in is ${schemes.join(" or ")}, not "${given}"`);
  if (scheme === "kerberos") {
    const { kerberosAuthentication, nodeTransport } = await import("../../../src/node/index.js");
    return { authentication: kerberosAuthentication({ principal: user }), transport: nodeTransport() };
  }
  const { basicAuthentication, bearerAuthentication } = await import("../../../src/um.js");
  const { XSDSMITH_PASSWORD: known, XSDSMITH_TOKEN: token = "" } = terminal.env;
  if (user === undefined) return { authentication: token === "" ? undefined : bearerAuthentication(token) };
  const password = known ?? (await terminal.askSecret?.(`Password for ${user}: `)) ?? "";
  if (password === "") throw new UsageError("no password: set XSDSMITH_PASSWORD, or answer the question on a terminal");
  if (scheme === "ntlm") {
    const { nodeTransport, ntlmAuthentication } = await import("../../../src/node/index.js");
    return { authentication: ntlmAuthentication({ user, password }), transport: nodeTransport() };
  }
  try {
    return { authentication: basicAuthentication({ user, password }) };
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
