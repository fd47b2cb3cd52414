import type { Interceptor, UmClient } from "../../src/um/index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { showExchange } from "./show-exchange.js";
import type { Terminal } from "./terminal.js";

export const umDisconnectCommand: Command = {
  words: ["um", "disconnect"],
  summary: "End a call of the Exchange Unified Messaging service",
  usage: "CALL_ID --endpoint URL [options]",
  details: [
    "With --user, the password is taken from XSDSMITH_PASSWORD, or asked for on a terminal. Without",
    "it, XSDSMITH_TOKEN is sent as a bearer token, and where there is none, no credentials at all.",
  ],
  options: {
    endpoint: { value: "URL", description: "The service: https://<server>/EWS/UM2007Legacy.asmx" },
    user: { value: "NAME", description: "Log in with Basic authentication: DOMAIN\\user or user@domain" },
    timeout: { value: "SECONDS", description: "How long to wait for the answer (60)" },
    "ignore-unknown": { description: "A call that the server does not know counts as ended" },
    "show-soap": { description: "Print the request and the response" },
  },
  examples: [
    [
      "xsdsmith um disconnect MDlkZjll --endpoint https://mail.example.com/EWS/UM2007Legacy.asmx --user me@example.com",
      "End a call; the password is asked for",
    ],
  ],
  run: disconnect,
};

async function disconnect(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [callId, ...more] = args.positionals;
  if (callId === undefined || more.length > 0) throw new UsageError("um disconnect needs one CALL_ID");
  const client = await connect(args, terminal);
  await client.disconnect(callId, { ignoreUnknownCall: args.has("ignore-unknown") });
  terminal.print(`disconnected ${callId}`);
  return 0;
}

async function connect(args: Arguments, terminal: Terminal): Promise<UmClient> {
  const endpoint = args.text("endpoint");
  if (endpoint === undefined) throw new UsageError("um disconnect needs a service: --endpoint URL");
  const seconds = args.text("timeout") ?? "60";
  if (!/^\d{1,6}(\.\d+)?$/.test(seconds)) throw new UsageError(`option --timeout is in seconds, not "${seconds}"`);
  const { createUmClient } = await import("../../src/um/index.js");
  const authentication = await authenticate(args, terminal);
  try {
    return createUmClient({
      endpoint,
      authentication,
      timeout: Number(seconds) * 1000,
      onExchange: args.has("show-soap") ? (exchange) => showExchange(exchange, terminal) : undefined,
    });
  } catch (error) {
    // What the client says of options comes from the command line here.
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

async function authenticate(args: Arguments, { env, askSecret }: Terminal): Promise<Interceptor | undefined> {
  const { basicAuthentication, bearerAuthentication } = await import("../../src/um/index.js");
  const user = args.text("user");
  const { XSDSMITH_PASSWORD: known, XSDSMITH_TOKEN: token = "" } = env;
  if (user === undefined) return token === "" ? undefined : bearerAuthentication(token);
  const password = known ?? (await askSecret?.(`Password for ${user}: `)) ?? "";
  if (password === "") throw new UsageError("no password: set XSDSMITH_PASSWORD, or answer the question on a terminal");
  try {
    return basicAuthentication({ user, password });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
