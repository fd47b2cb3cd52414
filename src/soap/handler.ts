import type { OperationDescriptor, ServiceDescriptor } from "../descriptors.js";
import { type Issue, XmlError } from "../errors.js";
import { parseElement } from "../parse.js";
import { serializeElement } from "../serialize.js";
import type { XmlLimits } from "../xml/limits.js";
import { clarkName, type XmlName, xmlName } from "../xml/names.js";
import type { XmlElement } from "../xml-element.js";
import { readEnvelope, writeEnvelope } from "./envelope.js";
import { SoapFault } from "./fault.js";
import { RequestError, readRequest, type SoapRequest } from "./handler-request.js";
import { aliasAction, type NamespaceAlias } from "./namespace-alias.js";
import { type SoapVersion, soapVersions } from "./soap-version.js";
import { writeFault } from "./write-fault.js";
import { answerWsdl, type WsdlDocuments } from "./wsdl-documents.js";

/** What an implementation may want to know beside the input. */
export interface OperationContext {
  readonly operation: OperationDescriptor;
  /** The HTTP request; its body has been read. */
  readonly request: Request;
  readonly soapHeaders: readonly XmlElement[];
}

/**
 * A function for each operation of a service. It may throw a {@link SoapFault} to answer with a fault, with the fault's
 * HTTP status if it has one; an output that may be without properties can be left out.
 */
export type Implementation<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends OperationDescriptor<infer Input, infer Output>
    ? (input: Input, context: OperationContext) => ImplementationResult<Output>
    : never;
};

type ImplementationResult<Output> =
  Record<string, never> extends Output ? Output | void | Promise<Output | void> : Output | Promise<Output>;

/** One exchange as the server saw it. */
export interface HandlerExchange {
  /** `undefined` where the request names no operation. */
  readonly operation: string | undefined;
  readonly request: string;
  readonly response: string;
  readonly status: number;
}

export interface HandlerOptions {
  /** The longest request to read, in bytes. The default is 1 MiB. */
  readonly maxRequestLength?: number | undefined;
  /** Limits for the XML of requests. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /** Whether a request that the schema does not allow is refused. The default is true. */
  readonly validateRequest?: boolean | undefined;
  /** Whether an output that the schema does not allow is an internal error. The default is true. */
  readonly validateResponse?: boolean | undefined;
  /** Header blocks that the implementation knows; any other with `mustUnderstand` is refused. */
  readonly understood?: readonly XmlName[] | undefined;
  /** What `?wsdl` answers with. */
  readonly wsdl?: WsdlDocuments | undefined;
  /** A second spelling of the service's namespace. */
  readonly alias?: NamespaceAlias | undefined;
  /**
   * The fault for a well-formed request that is no valid one; the default has the version's code for the sender's mistakes and the
   * error's message.
   */
  readonly invalidRequest?: ((error: XmlError, operation: OperationDescriptor | undefined) => SoapFault) | undefined;
  /** Told of what an implementation throws that is no fault: the answer does not say what it was. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Told of warnings about requests. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /** Told of each exchange that had a SOAP answer. */
  readonly onExchange?: ((exchange: HandlerExchange) => void) | undefined;
}

/** A web-standard server: a request in, a response out. It never rejects. */
export type Handler = (request: Request) => Promise<Response>;

interface Dispatcher extends HandlerOptions {
  readonly version: SoapVersion;
  readonly byElement: ReadonlyMap<XmlName, Route>;
  readonly byAction: ReadonlyMap<string, Route>;
}

interface Route {
  readonly operation: OperationDescriptor;
  readonly implementation: (input: unknown, context: OperationContext) => unknown;
}

/** A request that has been understood. */
interface Call {
  readonly route: Route;
  readonly input: unknown;
  readonly soapHeaders: readonly XmlElement[];
}

/**
 * Makes a server of a service: dispatch by the element of the body, with which the SOAPAction must agree where there is
 * one; validation of both sides; faults.
 *
 * @throws TypeError for an implementation that lacks an operation
 */
export function createHandler<Operations extends object>(
  service: ServiceDescriptor<Operations>,
  implementation: Implementation<Operations>,
  options: HandlerOptions = {},
): Handler {
  const byElement = new Map<XmlName, Route>();
  const byAction = new Map<string, Route>();
  const functions = implementation as Readonly<Record<string, unknown>>;
  for (const [name, operation] of Object.entries(service.operations as Readonly<Record<string, OperationDescriptor>>)) {
    const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (typeof found !== "function") throw new TypeError(`the implementation has no function ${name}`);
    const route: Route = { operation, implementation: (input, context) => found.call(implementation, input, context) };
    byElement.set(xmlName(operation.input.namespace, operation.input.name), route);
    byAction.set(aliasAction(operation.action, options.alias), route);
  }
  const dispatcher: Dispatcher = { ...options, version: soapVersions[service.soap], byElement, byAction };
  return (request) => handle(dispatcher, request);
}

async function handle(dispatcher: Dispatcher, request: Request): Promise<Response> {
  if (request.method === "GET" && dispatcher.wsdl !== undefined) {
    const answer = answerWsdl(dispatcher.wsdl, new URL(request.url));
    if (answer !== undefined) return answer;
  }
  let soap: SoapRequest;
  try {
    soap = await readRequest(request, dispatcher.version, dispatcher.maxRequestLength ?? 1024 * 1024);
  } catch (error) {
    if (error instanceof RequestError) return error.response();
    dispatcher.onError?.(error);
    return new Response(null, { status: 400 });
  }
  const { operation, status, text } = await answer(dispatcher, soap, request);
  dispatcher.onExchange?.({ operation: operation?.name, request: soap.text, response: text, status });
  const headers = { "content-type": `${dispatcher.version.mediaType}; charset=utf-8` };
  return text === "" ? new Response(null, { status }) : new Response(text, { status, headers });
}

interface Answer {
  readonly operation: OperationDescriptor | undefined;
  readonly status: number;
  /** The empty string for the answer of a one-way operation. */
  readonly text: string;
}

async function answer(dispatcher: Dispatcher, soap: SoapRequest, request: Request): Promise<Answer> {
  let operation: OperationDescriptor | undefined;
  try {
    const { route, input, soapHeaders } = understand(dispatcher, soap, (found) => {
      operation = found.operation;
    });
    const output = await route.implementation(input, { operation: route.operation, request, soapHeaders });
    return { operation, ...writeOutput(dispatcher, route.operation, output) };
  } catch (error) {
    let fault: SoapFault;
    if (error instanceof SoapFault) {
      fault = error;
    } else {
      dispatcher.onError?.(error);
      const reason = "the server could not process the request";
      fault = new SoapFault({ faultCode: dispatcher.version.faultCodes.receiver, reason });
    }
    return { operation, ...faultAnswer(dispatcher, fault) };
  }
}

/**
 * @param onRoute - told of the operation as soon as it is known, also for a request that is then refused
 * @throws {@link SoapFault} for a request that is no valid one
 */
function understand(dispatcher: Dispatcher, soap: SoapRequest, onRoute: (route: Route) => void): Call {
  const { version, alias, limits, onIssue } = dispatcher;
  let route: Route | undefined;
  try {
    const { body, headers } = readEnvelope<{ readonly route: Route; readonly input: unknown }>(
      soap.text,
      {
        headers: (blocks, found) => {
          checkVersion(found, version);
          checkUnderstood(dispatcher, blocks);
        },
        entry: (source, found) => {
          checkVersion(found, version);
          route = findRoute(dispatcher, source.name, soap.action);
          onRoute(route);
          const validation = dispatcher.validateRequest === false ? "off" : "strict";
          return { route, input: parseElement(route.operation.input, source, { validation, onIssue }) };
        },
      },
      { alias, limits, onIssue },
    );
    return { ...body, soapHeaders: headers };
  } catch (error) {
    if (!(error instanceof XmlError) || error instanceof SoapFault) throw error;
    if (error.code === "soap-version") throw versionMismatch(version, error.reason);
    // WS-I Basic Profile 1.1, R1113.
    const status = error.code.startsWith("xml-") ? 400 : undefined;
    const { invalidRequest } = dispatcher;
    if (invalidRequest !== undefined && status === undefined) throw invalidRequest(error, route?.operation);
    throw new SoapFault({ faultCode: version.faultCodes.sender, reason: error.message }, { status });
  }
}

function checkVersion(found: SoapVersion, expected: SoapVersion): void {
  if (found !== expected) throw versionMismatch(expected, `found SOAP ${found.name}; expected SOAP ${expected.name}`);
}

function versionMismatch(version: SoapVersion, reason: string): SoapFault {
  return new SoapFault({ faultCode: version.faultCodes.versionMismatch, reason });
}

/** SOAP 1.1, 4.2.3. A block for another actor is none of our business. */
function checkUnderstood({ version, understood = [] }: Dispatcher, blocks: readonly XmlElement[]): void {
  for (const { namespace, name, attributes = {} } of blocks) {
    const value = attributes[clarkName(version.mustUnderstand)]?.trim();
    const actor = attributes[clarkName(version.actor)]?.trim();
    if (value !== "1" && value !== "true") continue;
    if (actor !== undefined && actor !== "" && !version.receivers.includes(actor)) continue;
    if (understood.some((known) => known.localName === name && known.namespace === namespace)) continue;
    const reason = `the header block ${name} of "${namespace}" is not understood`;
    throw new SoapFault({ faultCode: version.faultCodes.mustUnderstand, reason });
  }
}

/** The element of the body decides; an action that says something else means a mistake on the way. */
function findRoute({ byElement, byAction }: Dispatcher, name: XmlName, action: string | undefined): Route {
  const route = byElement.get(name);
  if (route === undefined) throw new XmlError("soap-operation", `no operation takes ${clarkName(name)}`);
  if (action === undefined || action === "" || byAction.get(action) === route) return route;
  const wanted = [...byAction].find(([, other]) => other === route)?.[0];
  throw new XmlError("soap-action", `found the action "${action}" with ${clarkName(name)}; expected "${wanted}"`);
}

function writeOutput(
  dispatcher: Dispatcher,
  operation: OperationDescriptor,
  output: unknown,
): { readonly status: number; readonly text: string } {
  const descriptor = operation.output;
  if (descriptor === undefined) return { status: 202, text: "" };
  const validation = dispatcher.validateResponse === false ? "off" : "strict";
  const text = writeEnvelope(
    dispatcher.version,
    [],
    (writer) => serializeElement(descriptor, output ?? {}, writer, { validation }),
    descriptor.namespace,
    dispatcher.alias,
  );
  return { status: 200, text };
}

/** SOAP 1.1, 6.2 and SOAP 1.2 part 2, 7.5.2.2: 400 for the sender's mistakes in 1.2, 500 for all else. */
function faultAnswer(
  { version, alias }: Dispatcher,
  fault: SoapFault,
): { readonly status: number; readonly text: string } {
  const isSender = version.name === "1.2" && fault.faultCode === version.faultCodes.sender;
  const status = fault.status !== undefined && fault.status >= 400 ? fault.status : isSender ? 400 : 500;
  return { status, text: writeFault(version, fault, alias) };
}
