import { type ReadService, readServices } from "../../../generator/interpret/read-services.js";
import { memoryFiles } from "../../../generator/load/files.js";
import type { OperationDescriptor } from "../../../src/schema/services.js";
import {
  type Client,
  type ClientOptions,
  createClient,
  createHandler,
  type Handler,
  type HandlerExchange,
  type HandlerOptions,
  type OperationContext,
  type Transport,
} from "../../../src/soap.js";

/** The parts of a WSDL that differ between tests, around which everything else is made. */
export interface WsdlParts {
  readonly schema?: string;
  /** Messages and a port type `P`. */
  readonly definitions: string;
  /** The operations of the binding, with the prefix `soap`. */
  readonly binding: string;
  readonly style?: "document" | "rpc";
  readonly soap?: "1.1" | "1.2";
  /** What else stands in the binding. */
  readonly extensions?: string;
}

/** A WSDL of `urn:t`, with the prefix `t` and one binding `B` of the port type `P`. */
export function wsdl({
  schema = "",
  definitions,
  binding,
  style = "document",
  soap = "1.1",
  extensions = "",
}: WsdlParts): string {
  const namespace =
    soap === "1.1" ? "http://schemas.xmlsoap.org/wsdl/soap/" : "http://schemas.xmlsoap.org/wsdl/soap12/";
  return `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="${namespace}" xmlns:t="urn:t"
      xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" targetNamespace="urn:t">
    <w:types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified">${schema}</xs:schema></w:types>
    ${definitions}
    <w:binding name="B" type="t:P">
      <soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="${style}"/>${extensions}
      ${binding}
    </w:binding>
  </w:definitions>`;
}

/** Reads one WSDL text and what it imports. */
export async function readWsdl(
  text: string,
  options: {
    readonly style?: "wrapped" | "bare";
    readonly files?: Readonly<Record<string, string>>;
    readonly allow?: readonly string[];
  } = {},
) {
  const { files = {}, ...rest } = options;
  return readServices(["s.wsdl"], { ...memoryFiles({ "s.wsdl": text, ...files }), ...rest });
}

/** The only service of a WSDL text. */
export async function readService(text: string, style?: "wrapped" | "bare"): Promise<ReadService> {
  const { services } = await readWsdl(text, style === undefined ? {} : { style });
  const [service] = services;
  if (service === undefined) throw new Error("the WSDL has no service");
  return service;
}

export type Operations = Readonly<Record<string, OperationDescriptor>>;
export type AnyClient = Readonly<Record<string, (input?: unknown, options?: unknown) => Promise<unknown>>>;
export type AnyImplementation = Readonly<Record<string, (input: never, context: OperationContext) => unknown>>;

/** A client whose requests go to a handler of the same service, with what goes between them. */
export function connect(
  { descriptor }: Pick<ReadService, "descriptor">,
  implementation: AnyImplementation,
  options: { readonly client?: Partial<ClientOptions>; readonly handler?: HandlerOptions } = {},
): {
  readonly client: AnyClient;
  readonly exchanges: readonly HandlerExchange[];
  readonly handler: Handler;
  readonly errors: readonly unknown[];
} {
  const exchanges: HandlerExchange[] = [];
  const errors: unknown[] = [];
  const handler = createHandler<object>(descriptor, implementation, {
    onExchange: (exchange) => exchanges.push(exchange),
    onError: (error) => errors.push(error),
    ...options.handler,
  });
  const client: Client<Operations> = createClient(descriptor, {
    endpoint: "http://127.0.0.1/service",
    transport: overHandler(handler),
    ...options.client,
  });
  return { client: client as AnyClient, exchanges, handler, errors };
}

export function overHandler(handler: Handler): Transport {
  return async ({ url, method, headers, body }) => {
    const response = await handler(new Request(url, { method, headers: { ...headers }, body }));
    return { status: response.status, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
  };
}

/** One element of each name, a string each. */
export function elements(...names: readonly string[]): string {
  return names.map((name) => `<xs:element name="${name}" type="xs:string"/>`).join("");
}

/** What a promise rejects with. */
export async function rejectionOf(promise: Promise<unknown> | undefined): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("the promise did not reject");
}
