import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { OperationDescriptor } from "../../src/schema/services.js";
import type { Authentication, ClientOptions, ResponseInfo } from "../../src/soap.js";
import { nearestName } from "../../src/text/nearest.js";
import type { ReadService } from "../index.js";
import { readAttached, reportAttached } from "./attached-files.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { allowOption } from "./read-inputs.js";
import { readWsdl } from "./read-wsdl.js";
import { showExchange } from "./show-exchange.js";
import type { Terminal } from "./terminal.js";

export const callCommand: Command = {
  words: ["call"],
  summary: "Call an operation of any SOAP service, straight from its WSDL",
  usage: "WSDL OPERATION [--json TEXT | --xml FILE] [options]",
  takesOperation: true,
  details: [
    "WSDL is a file, or the URL where a server gives its description out.",
    "Both messages are validated; the result is printed as JSON. With --user, the password is taken from",
    "XSDSMITH_PASSWORD, or asked for on a terminal.",
  ],
  options: {
    list: { description: "List the operations with what they take and give" },
    json: { value: "TEXT|@FILE", description: "The input; {} where it is left out" },
    xml: { value: "FILE", description: "The input as the element of the body" },
    output: { value: "json|xml", description: "How the result is printed (json)" },
    endpoint: { value: "URL", description: "The address, where it is not the one that the WSDL names" },
    binding: { value: "NAME", description: "The binding, where several have the operation" },
    header: { value: "NAME:VALUE", description: "An HTTP header; may be given again" },
    attach: { value: "PART=FILE", description: "A message part that goes as an attachment; may be given again" },
    save: { value: "DIR", description: "Where the attachments of the answer are written" },
    blocks: { value: "JSON", description: "Declared header blocks, by property" },
    user: { value: "NAME", description: "Log in with Basic authentication" },
    timeout: { value: "SECONDS", description: "How long to wait for the answer (60)" },
    "show-soap": { description: "Print the request and the response" },
    allow: allowOption,
  },
  examples: [
    ["xsdsmith call service.wsdl --list", "What is there to call?"],
    [
      `xsdsmith call schemas/um.wsdl Disconnect --json '{"callId":"MDlk"}' --endpoint http://127.0.0.1:8080/`,
      "Call it",
    ],
  ],
  run: runCall,
};

async function runCall(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [entry, name, ...more] = args.positionals;
  if (entry === undefined || more.length > 0) throw new UsageError("call needs a WSDL and an operation");
  const { services } = await readWsdl(entry, args, terminal);
  if (args.has("list")) {
    const { listOperations } = await import("./operation-list.js");
    for (const line of listOperations(services)) terminal.print(line);
    return 0;
  }
  if (name === undefined) throw new UsageError("call needs the name of an operation; --list shows them");
  const { service, method } = findOperation(services, name, args.text("binding"));
  return callOperation(service, method, args, terminal);
}

function findOperation(
  services: readonly ReadService[],
  name: string,
  binding: string | undefined,
): { readonly service: ReadService; readonly method: string } {
  const asked = services.filter((service) => binding === undefined || service.binding.name.localName === binding);
  for (const service of asked) {
    const found = service.bound.operations.find((operation) => operation.name === name || operation.method === name);
    if (found !== undefined) return { service, method: found.method };
  }
  const names = asked.flatMap(({ bound }) => bound.operations.map((operation) => operation.name));
  const suggestion = nearestName(name, names);
  const hint = suggestion === undefined ? "; --list shows them" : `; did you mean ${suggestion}?`;
  throw new UsageError(`there is no operation ${name}${hint}`);
}

async function callOperation(
  { descriptor, bound }: ReadService,
  method: string,
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const operation = descriptor.operations[method];
  const endpoint = args.text("endpoint") ?? bound.addresses[0];
  if (operation === undefined) throw new UsageError(`there is no operation ${method}`);
  if (endpoint === undefined) throw new UsageError("the WSDL names no address: --endpoint URL");
  const output = args.text("output") ?? "json";
  if (output !== "json" && output !== "xml") throw new UsageError(`option --output is json or xml, not "${output}"`);
  const { attachmentSupport, createClient, SoapFault } = await import("../../src/soap.js");
  const { showFault } = await import("./show-fault.js");
  const { fromJson, toJson } = await import("./json-values.js");
  const input = await readInput(operation, args, terminal);
  const options: ClientOptions = {
    endpoint,
    httpHeaders: readHeaders(args.texts("header")),
    timeout: readSeconds(args.text("timeout") ?? "60") * 1000,
    authentication: await readLogin(args, terminal),
    attachments: attachmentSupport(),
    onExchange: args.has("show-soap") ? (exchange) => showExchange(exchange, terminal) : undefined,
    onIssue: ({ message }) => terminal.error(`warning: ${message}`),
  };
  const call = usageErrors(() => createClient(descriptor, options))[method];
  if (call === undefined) throw new UsageError(`there is no operation ${method}`);
  const given = parseJson(args.text("blocks") ?? "{}", "blocks");
  const headers = Object.fromEntries(
    Object.entries(given as object).map(([property, value]) => {
      const block = (operation.headers as Readonly<Record<string, OperationDescriptor["input"]>>)[property];
      return [property, block === undefined ? value : fromJson(block.type(), value)];
    }),
  );
  const contents = readAttached(args.texts("attach"), operation.contents, terminal);
  const onResponse = (info: ResponseInfo) => reportAttached(info, args.text("save"), terminal);
  let value: unknown;
  try {
    value = await call(input, { headers, contents, onResponse });
  } catch (error) {
    if (error instanceof SoapFault) showFault(error, operation, terminal);
    throw error;
  }
  if (operation.output === undefined) terminal.print("sent");
  else if (output === "json") terminal.print(JSON.stringify(toJson(operation.output.type(), value), null, 2));
  else {
    const { indented, serialize } = await import("../../src/index.js");
    terminal.print(serialize(operation.output, value, { layout: indented(2) }).trimEnd());
  }
  return 0;
}

async function readInput({ input }: OperationDescriptor, args: Arguments, terminal: Terminal): Promise<unknown> {
  const [json, file] = [args.text("json"), args.text("xml")];
  if (json !== undefined && file !== undefined) throw new UsageError("the input is JSON or XML, not both");
  if (file !== undefined) {
    const { parse } = await import("../../src/index.js");
    return parse(input, readFileSync(resolve(terminal.cwd, file), "utf8"), { file });
  }
  const { fromJson } = await import("./json-values.js");
  const text = json?.startsWith("@") === true ? readFileSync(resolve(terminal.cwd, json.slice(1)), "utf8") : json;
  return fromJson(input.type(), parseJson(text ?? "{}", "json"));
}

function parseJson(text: string, option: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new UsageError(`option --${option} is a JSON object`);
}

function readHeaders(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((header) => {
      const colon = header.indexOf(":");
      if (colon < 1) throw new UsageError("option --header is NAME:VALUE");
      return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
    }),
  );
}

function readSeconds(text: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(text)) throw new UsageError(`option --timeout is in seconds, not "${text}"`);
  return Number(text);
}

async function readLogin(args: Arguments, { env, askSecret }: Terminal): Promise<Authentication | undefined> {
  const user = args.text("user");
  if (user === undefined) return undefined;
  const { basicAuthentication } = await import("../../src/soap.js");
  const { XSDSMITH_PASSWORD: known } = env;
  const password = known ?? (await askSecret?.(`Password for ${user}: `)) ?? "";
  if (password === "") throw new UsageError("no password: set XSDSMITH_PASSWORD, or answer the question on a terminal");
  return usageErrors(() => basicAuthentication({ user, password }));
}

/** What is said of options comes from the command line here. */
function usageErrors<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
