import { XmlError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { OperationDescriptor, ServiceDescriptor } from "../schema/services.js";
import { refuseUnknown } from "../text/unknown-option.js";
import { parseElement } from "../verbs/parse.js";
import { serializeElement } from "../verbs/serialize.js";
import { clarkName } from "../xml/names.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { checkService } from "./check-service.js";
import { findEmptyRoute, findRoute, makeRoutes, type Route, type Routes } from "./dispatch.js";
import { type EnvelopeVisitor, isEmptyBody, readEnvelope, writeEnvelope } from "./envelope.js";
import { fastLayer } from "./fast-layer.js";
import { SoapFault } from "./fault.js";
import {
  type Handler,
  type HandlerOptions,
  handlerOptions,
  type Implementation,
  type OperationContext,
} from "./handler-options.js";
import { RequestError, readRequest, type SoapRequest } from "./handler-request.js";
import type { Attachment } from "./multipart.js";
import { blockWriter, headerElement, readHeaderValues, toHeaderBlocks } from "./soap-headers.js";
import { type SoapVersion, soapVersions } from "./soap-version.js";
import { writeFault } from "./write-fault.js";
import { answerWsdl } from "./wsdl-documents.js";

interface Dispatcher extends HandlerOptions {
  /** The version of the binding. */
  readonly own: SoapVersion;
  readonly accepted: readonly SoapVersion[];
  readonly routes: Routes;
}

/** A request that has been understood. */
interface Call {
  readonly route: Route;
  readonly input: unknown;
  readonly soapHeaders: readonly XmlElement[];
  readonly headers: Readonly<Record<string, unknown>>;
  readonly contents: Readonly<Record<string, unknown>>;
}

/** What an implementation fills in. */
interface Beside {
  readonly responseHeaders: Record<string, unknown>;
  readonly responseContents: Record<string, unknown>;
}

/**
 * Makes a server of a service: dispatch by the element of the body, with which the SOAPAction must agree where there is
 * one; validation of both sides; faults.
 *
 * @throws TypeError for what is no service, for an implementation that lacks an operation, and for unknown options
 */
export function createHandler<Operations extends object>(
  service: ServiceDescriptor<Operations>,
  implementation: Implementation<Operations>,
  options: HandlerOptions = {},
): Handler {
  checkService("createHandler", service);
  refuseUnknown("createHandler", options, Object.keys(handlerOptions));
  const own = soapVersions[service.soap];
  const dispatcher: Dispatcher = {
    ...options,
    own,
    accepted: options.versions?.map((name) => soapVersions[name]) ?? [own],
    routes: makeRoutes(service, implementation, options.alias),
  };
  return (request) => handle(dispatcher, request);
}

async function handle(dispatcher: Dispatcher, request: Request): Promise<Response> {
  if (request.method === "GET" && dispatcher.wsdl !== undefined) {
    const answer = answerWsdl(dispatcher.wsdl, new URL(request.url));
    if (answer !== undefined) return answer;
  }
  let soap: SoapRequest;
  try {
    const { accepted, attachments, maxRequestLength = 1024 * 1024 } = dispatcher;
    soap = await readRequest(request, accepted, maxRequestLength, attachments);
  } catch (error) {
    if (error instanceof RequestError) return error.response();
    dispatcher.onError?.(error);
    return new Response(null, { status: 400 });
  }
  const { operation, status, text, attachments } = await answer(dispatcher, soap, request);
  dispatcher.onExchange?.({ operation: operation?.name, request: soap.text, response: text, status });
  if (text === "") return new Response(null, { status });
  if (dispatcher.attachments !== undefined && attachments.length > 0) {
    const packed = dispatcher.attachments.pack(text, attachments, soap.version, "");
    return new Response(packed.body, { status, headers: packed.headers });
  }
  return new Response(text, { status, headers: { "content-type": `${soap.version.mediaType}; charset=utf-8` } });
}

interface Written {
  readonly status: number;
  /** The empty string for the answer of a one-way operation. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

interface Answer extends Written {
  readonly operation: OperationDescriptor | undefined;
}

async function answer(dispatcher: Dispatcher, soap: SoapRequest, request: Request): Promise<Answer> {
  let operation: OperationDescriptor | undefined;
  try {
    const { route, input, soapHeaders, headers, contents } = understand(dispatcher, soap, (found) => {
      operation = found.operation;
    });
    const context: OperationContext & Beside = {
      operation: route.operation,
      request,
      soap: soap.version.name,
      soapHeaders,
      headers,
      responseHeaders: {},
      contents,
      responseContents: {},
      attachments: soap.attachments,
    };
    const output = await route.implementation(input, context);
    return { operation, ...writeOutput(dispatcher, soap.version, route.operation, output, context) };
  } catch (error) {
    let fault: SoapFault;
    if (error instanceof SoapFault) {
      fault = error;
    } else {
      dispatcher.onError?.(error);
      const reason = "the server could not process the request";
      fault = new SoapFault({ faultCode: soap.version.faultCodes.receiver, reason });
    }
    return { operation, ...faultAnswer(dispatcher, soap.version, fault) };
  }
}

/**
 * @param onRoute - told of the operation as soon as it is known, also for a request that is then refused
 * @throws {@link SoapFault} for a request that is no valid one
 */
function understand(dispatcher: Dispatcher, soap: SoapRequest, onRoute: (route: Route) => void): Call {
  const { alias, limits, onIssue, routes, attachments: support } = dispatcher;
  const { version, action, attachments, packed } = soap;
  let route: Route | undefined;
  let blocks: readonly XmlElement[] = [];
  const take = (found: Route): Route => {
    route = found;
    onRoute(found);
    checkUnderstood(dispatcher, version, found.operation, blocks);
    return found;
  };
  const visitor: EnvelopeVisitor<Pick<Call, "route" | "input">> = {
    headers: (found, envelope) => {
      checkVersion(envelope, version);
      blocks = found;
    },
    entry: (source, envelope) => {
      checkVersion(envelope, version);
      const taken = take(findRoute(routes, source.name, action));
      const validation = dispatcher.validateRequest === false ? "off" : "strict";
      return { route: taken, input: parseElement(taken.operation.input, source, { validation, onIssue }) };
    },
    empty: (envelope) => {
      checkVersion(envelope, version);
      return { route: take(findEmptyRoute(routes, action)), input: {} };
    },
  };
  const through =
    support && packed ? (source: Parameters<typeof support.open>[0]) => support.open(source, attachments) : undefined;
  try {
    const { body, headers } = readEnvelope(fastLayer, soap.text, visitor, { alias, limits, onIssue, through });
    const values = readHeaderValues(body.route.operation.headers, headers);
    const contents = support?.readContents(body.route.operation.contents, attachments) ?? {};
    return { ...body, soapHeaders: headers, headers: values, contents };
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

/** SOAP 1.2 part 1, 5.4.7: the fault says what is understood. */
function versionMismatch(version: SoapVersion, reason: string): SoapFault {
  const supported = headerElement(version.namespace, "SupportedEnvelope", [], { qname: "s:Envelope" });
  const upgrade = headerElement(version.namespace, "Upgrade", [{ ...supported, namespaces: { s: version.namespace } }]);
  const headers = version.name === "1.2" ? [upgrade] : [];
  return new SoapFault({ faultCode: version.faultCodes.versionMismatch, reason }, { headers });
}

/** SOAP 1.1, 4.2.3. A block for another actor is none of our business. */
function checkUnderstood(
  { understood = [] }: Dispatcher,
  version: SoapVersion,
  { headers }: OperationDescriptor,
  blocks: readonly XmlElement[],
): void {
  const known = [
    ...understood.map(({ namespace, localName }) => ({ namespace, name: localName })),
    ...Object.values<ElementDescriptor>(headers),
  ];
  for (const { namespace, name, attributes = {} } of blocks) {
    const value = attributes[clarkName(version.mustUnderstand)]?.trim();
    const actor = attributes[clarkName(version.actor)]?.trim();
    if (value !== "1" && value !== "true") continue;
    if (actor !== undefined && actor !== "" && !version.receivers.includes(actor)) continue;
    if (known.some((other) => other.name === name && other.namespace === namespace)) continue;
    const reason = `the header block ${name} of "${namespace}" is not understood`;
    throw new SoapFault(
      { faultCode: version.faultCodes.mustUnderstand, reason },
      { headers: version.name === "1.2" ? [notUnderstood(version, namespace, name)] : [] },
    );
  }
}

/** SOAP 1.2 part 1, 5.4.8. */
function notUnderstood(version: SoapVersion, namespace: string, name: string): XmlElement {
  const qname = namespace === "" ? name : `h:${name}`;
  const block = headerElement(version.namespace, "NotUnderstood", [], { qname });
  return namespace === "" ? block : { ...block, namespaces: { h: namespace } };
}

function writeOutput(
  dispatcher: Dispatcher,
  version: SoapVersion,
  operation: OperationDescriptor,
  output: unknown,
  { responseHeaders, responseContents }: Beside,
): Written {
  const descriptor = operation.output;
  if (descriptor === undefined) return { status: 202, text: "", attachments: [] };
  const attachments: Attachment[] = [];
  const value = operation.result === undefined ? (output ?? {}) : { [operation.result]: output };
  const text = writeEnvelope(
    fastLayer,
    version,
    blockWriter(toHeaderBlocks(operation.responseHeaders, responseHeaders)),
    (writer) => {
      if (isEmptyBody(descriptor)) return;
      const validation = dispatcher.validateResponse === false ? "off" : "strict";
      const writeBytes = dispatcher.attachments?.collect(attachments, writer);
      serializeElement(descriptor, value, writer, { validation, writeBytes });
    },
    descriptor.namespace,
    dispatcher.alias,
  );
  if (Object.keys(responseContents).length > 0) {
    const { attachments: support } = dispatcher;
    if (support === undefined) throw new TypeError("responseContents need the option attachments");
    attachments.push(...support.writeContents(operation.responseContents, responseContents));
  }
  return { status: 200, text, attachments };
}

/** SOAP 1.1, 6.2 and SOAP 1.2 part 2, 7.5.2.2: 400 for the sender's mistakes in 1.2, 500 for all else. */
function faultAnswer({ alias }: Dispatcher, version: SoapVersion, fault: SoapFault): Written {
  const isSender = version.name === "1.2" && fault.faultCode === version.faultCodes.sender;
  const status = fault.status !== undefined && fault.status >= 400 ? fault.status : isSender ? 400 : 500;
  return { status, text: writeFault(version, fault, alias), attachments: [] };
}
