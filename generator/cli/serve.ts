import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ContentDescriptor, OperationDescriptor } from "../../src/schema/services.js";
import type { HandlerOptions, OperationContext, WsdlDocuments } from "../../src/soap.js";
import type { ReadComponents, ReadService } from "../index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { allowOption } from "./read-inputs.js";
import { readNumber } from "./read-number.js";
import { readWsdl } from "./read-wsdl.js";
import type { Terminal } from "./terminal.js";

export const serveCommand: Command = {
  words: ["serve"],
  summary: "Answer any SOAP service's operations with sample data",
  usage: "WSDL [options]",
  details: [
    "Requests are validated, and answered with data that the schema allows. A --module exports functions",
    "named like the operations, which are given the input and answer in place of the samples:",
    "export const disconnect = ({ callId }) => ({});",
  ],
  options: {
    port: { value: "NUMBER", description: "Where to listen on this machine (8080)" },
    binding: { value: "NAME", description: "The binding, where there are several; the first one else" },
    module: { value: "FILE", description: "A JavaScript module with functions for some operations" },
    seed: { value: "NUMBER", description: "Random samples by this seed, and not the smallest ones" },
    verbose: { description: "Print each request and its answer" },
    allow: allowOption,
  },
  examples: [["xsdsmith serve schemas/um.wsdl --port 8080", "A service to try a client on"]],
  run: runServe,
};

type Implementations = Readonly<Record<string, (input: unknown, context: OperationContext) => unknown>>;

async function runServe(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [entry, ...more] = args.positionals;
  if (entry === undefined || more.length > 0) throw new UsageError("serve needs a WSDL");
  const port = readNumber(args, "port") ?? 8080;
  const { services, components } = await readWsdl(entry, args, terminal);
  const name = args.text("binding");
  const service = services.find(({ binding }) => name === undefined || binding.name.localName === name);
  if (service === undefined) {
    const names = services.map(({ binding }) => binding.name.localName).join(", ");
    throw new UsageError(names === "" ? "the WSDL has no SOAP binding" : `no such binding; there are ${names}`);
  }
  const own = await loadModule(args.text("module"), terminal);
  const seed = readNumber(args, "seed");
  const { attachmentSupport, createHandler } = await import("../../src/soap.js");
  const { listen } = await import("../../src/node/listen.js");
  const implementation = await implement(service, components, own, seed);
  const handler = createHandler<object>(service.descriptor, implementation, {
    versions: ["1.1", "1.2"],
    wsdl: wsdlDocuments(components),
    attachments: attachmentSupport(),
    onError: (error) => terminal.error(`error: ${error instanceof Error ? error.message : String(error)}`),
    onExchange: args.has("verbose") ? await printExchanges(terminal) : undefined,
  });
  const listener = await listen(handler, { port });
  terminal.print(`${service.binding.name.localName} listens at ${listener.url}/ (description: ${listener.url}/?wsdl)`);
  await (terminal.interrupted?.() ?? new Promise(() => undefined));
  await listener.close();
  return 0;
}

async function loadModule(file: string | undefined, terminal: Terminal): Promise<Implementations> {
  if (file === undefined) return {};
  const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(resolve(terminal.cwd, file)).href);
  const functions = Object.entries(loaded).filter(([, value]) => typeof value === "function");
  return Object.fromEntries(functions) as Implementations;
}

/** The module's functions, and for the other operations a sample of the answer. */
async function implement(
  { descriptor, bound, binding }: ReadService,
  { schemas }: ReadComponents,
  own: Implementations,
  seed: number | undefined,
): Promise<Implementations> {
  const { sampleBody } = await import("../index.js");
  const { parse } = await import("../../src/index.js");
  const sample = ({ output }: OperationDescriptor, name: string): unknown => {
    const component = binding.operations.find((operation) => operation.name === name);
    if (output === undefined || component === undefined) return undefined;
    const text = sampleBody(schemas, component, "output", seed === undefined ? {} : { kind: "random", seed });
    return text === undefined ? undefined : parse(output, text);
  };
  return Object.fromEntries(
    bound.operations.map(({ method, name }) => {
      const operation = descriptor.operations[method];
      const made = own[method] ?? own[name];
      if (made !== undefined || operation === undefined) return [method, made ?? (() => undefined)];
      return [
        method,
        (_input: unknown, { responseContents }: OperationContext) => {
          Object.assign(responseContents, sampleContents(operation.responseContents));
          return sample(operation, name);
        },
      ];
    }),
  );
}

/** What goes beside the envelope of an answer, each as short as can be told. */
function sampleContents(declared: Readonly<Record<string, ContentDescriptor>> = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(declared).map(([property, { as, types }]) => {
      if (as === "text") return [property, types.some((type) => /xml/.test(type)) ? "<sample/>" : "sample"];
      const bytes = new TextEncoder().encode("sample");
      if (as === "bytes") return [property, bytes];
      return [
        property,
        { contentType: types.find((type) => !type.includes("*")) ?? "application/octet-stream", bytes },
      ];
    }),
  );
}

/** The entry as it was read, with what it names by relative locations. */
function wsdlDocuments({ loaded }: ReadComponents): WsdlDocuments | undefined {
  const [entry] = loaded.entries;
  if (entry === undefined) return undefined;
  const imports: Record<string, string> = {};
  for (const { references } of loaded.documents) {
    for (const { element, target } of references) {
      const location = element.attributes.find(({ name }) => /^(schemaL|l)ocation$/.test(name.localName))?.value;
      if (location !== undefined && target !== undefined) imports[location] = target.text;
    }
  }
  return { text: entry.text, imports };
}

async function printExchanges(terminal: Terminal): Promise<HandlerOptions["onExchange"]> {
  const { showExchange } = await import("./show-exchange.js");
  return (exchange) => showExchange({ ...exchange, operation: exchange.operation ?? "?" }, terminal);
}
