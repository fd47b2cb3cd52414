import { writeElement } from "../engine/write-element.js";
import { XmlError } from "../errors.js";
import type { OperationDescriptor, ServiceDescriptor } from "../schema/services.js";
import type { XmlSink } from "../xml/ports.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { checkAuthentication } from "./authentication.js";
import { CallContext } from "./call-context.js";
import { checkService } from "./check-service.js";
import {
  type CallOptions,
  type Client,
  type ClientOptions,
  callOptions,
  clientOptions,
  type ResponseInfo,
} from "./client-options.js";
import { refuseExposed } from "./credentials.js";
import { startDeadline } from "./deadline.js";
import { decodeLeniently } from "./decode-body.js";
import { isEmptyBody, writeEnvelope } from "./envelope.js";
import { fetchTransport } from "./fetch-transport.js";
import { type ClientRequest, chainInterceptors, type SendRequest } from "./interceptor.js";
import { parseMediaType } from "./media-type.js";
import type { Attachment } from "./multipart.js";
import { type ReadResponse, readResponse } from "./read-response.js";
import { aboutResponse } from "./response-error.js";
import { type SoapVersion, soapVersions } from "./soap-version.js";
import { TransportError, type TransportRequest, type TransportResponse, withAttempts } from "./transport.js";
import type { XmlLayer } from "./xml-layer.js";

/** What an entry point makes its clients of. */
export interface ClientCore {
  readonly layer: XmlLayer;
  /** Where clients write header blocks, and give those of answers their types. */
  readonly headers?: HeaderSupport | undefined;
  /** Refuses options that there are not. */
  readonly refuse: (what: string, options: object, known: readonly string[]) => void;
}

/** What header blocks are to a client. */
export interface HeaderSupport {
  /** Writes those of a call; `undefined` where it has none. */
  readonly writer: (
    operation: OperationDescriptor,
    options: ClientOptions,
    call: CallOptions,
  ) => ((sink: XmlSink) => void) | undefined;
  /** The values of those of an answer that the operation declares, by property. */
  readonly read: (operation: OperationDescriptor, blocks: readonly XmlElement[]) => Readonly<Record<string, unknown>>;
}

interface Settings extends ClientOptions {
  readonly core: ClientCore;
  readonly url: string;
  readonly service: ServiceDescriptor;
  readonly send: SendRequest;
}

const callOptionNames = /* @__PURE__ */ Object.keys(callOptions);
const defaultTimeout = 60_000;
const defaultMaxResponseLength = 64 * 1024 * 1024;

/**
 * Makes a client of a service: an object with a method for each operation.
 *
 * @throws TypeError for what is no service, and for options that are unknown or cannot be met
 */
export function newClient<Operations extends object>(
  core: ClientCore,
  service: ServiceDescriptor<Operations>,
  options: ClientOptions,
): Client<Operations> {
  checkService("createClient", service);
  core.refuse("createClient", options, Object.keys(clientOptions));
  const settings: Settings = {
    ...options,
    core,
    url: checkEndpoint(options.endpoint),
    service,
    send: chainInterceptors(options.interceptors ?? [], sendOver(options)),
  };
  const operations = service.operations as Readonly<Record<string, OperationDescriptor>>;
  const methods = Object.entries(operations).map(
    ([name, operation]) =>
      [name, (input: unknown = {}, call: CallOptions = {}) => callOperation(settings, operation, input, call)] as const,
  );
  return Object.fromEntries(methods) as Client<Operations>;
}

async function callOperation(
  settings: Settings,
  operation: OperationDescriptor,
  input: unknown,
  call: CallOptions,
): Promise<unknown> {
  settings.core.refuse(operation.name, call, callOptionNames);
  const version = soapVersions[settings.soapVersion ?? settings.service.soap];
  const { body, attachments } = writeRequest(settings, version, operation, input, call);
  const deadline = startDeadline(checkTimeout(call.timeout ?? settings.timeout ?? defaultTimeout), call.signal);
  const attempts = { count: 1 };
  const tell = (answer: TransportResponse | undefined) =>
    settings.onExchange?.({
      operation: operation.name,
      request: body,
      response: answer && decodeLeniently(answer.body, parseMediaType(answer.headers.get("content-type")).charset),
      status: answer?.status,
    });
  let response: TransportResponse;
  try {
    const request: ClientRequest = {
      operation,
      soap: version.name,
      attempts,
      url: settings.url,
      method: "POST",
      headers: {
        // JAX-WS answers in MTOM only where it reads of XOP here.
        accept:
          settings.attachments === undefined
            ? version.mediaType
            : `multipart/related, application/xop+xml, ${version.mediaType}`,
        ...lowerCase(settings.httpHeaders),
        ...lowerCase(call.httpHeaders),
        ...version.requestHeaders(settings.alias?.action(operation.action) ?? operation.action),
      },
      body,
      attachments,
      context: call.context ?? new CallContext(),
      signal: deadline.signal,
      deadline: deadline.at,
      maxResponseLength: settings.maxResponseLength ?? defaultMaxResponseLength,
    };
    response = await deadline.race(settings.send(request));
  } catch (error) {
    tell(undefined);
    throw error instanceof XmlError
      ? withAttempts(error, attempts.count)
      : new TransportError("transport-failed", "the exchange with the server failed", { cause: error });
  } finally {
    deadline.end();
  }
  tell(response);
  const validate = settings.validateResponse !== false;
  let read: ReadResponse;
  try {
    read = readResponse(response, operation, { ...settings, layer: settings.core.layer, validate, version });
  } catch (error) {
    throw withAttempts(error, attempts.count);
  }
  call.onResponse?.(describeResponse(response, operation, read, settings));
  return resultOf(operation, read.value);
}

interface WrittenRequest {
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

/**
 * @throws {@link ValidationError} for what the schema does not allow: nothing is sent then
 * @throws TypeError for contents without support for attachments
 */
function writeRequest(
  settings: Settings,
  version: SoapVersion,
  operation: OperationDescriptor,
  input: unknown,
  call: CallOptions,
): WrittenRequest {
  const { layer, headers } = settings.core;
  const { input: descriptor, contents } = operation;
  const attachments: Attachment[] = [];
  const body = writeEnvelope(
    layer,
    version,
    headers?.writer(operation, settings, call),
    (sink) => {
      if (isEmptyBody(descriptor)) return;
      const validation = settings.validateRequest === false ? "off" : "strict";
      const writeBytes = settings.attachments?.collect(attachments, sink);
      writeElement(descriptor, input, sink, { validation, writeBytes }, layer.features);
    },
    descriptor.namespace,
    settings.alias,
  );
  if (call.contents !== undefined) {
    if (settings.attachments === undefined) throw new TypeError("contents need the option attachments");
    attachments.push(...settings.attachments.writeContents(contents, call.contents));
  }
  return { body, attachments };
}

function describeResponse(
  response: TransportResponse,
  operation: OperationDescriptor,
  { headers: soapHeaders, attachments }: ReadResponse,
  { core, attachments: support }: Settings,
): ResponseInfo {
  const { status, headers: httpHeaders } = response;
  try {
    const headers = core.headers?.read(operation, soapHeaders) ?? {};
    const contents = support?.readContents(operation.responseContents, attachments) ?? {};
    return { status, httpHeaders, soapHeaders, headers, attachments, contents };
  } catch (error) {
    throw aboutResponse(error, status, "");
  }
}

/** What an answer of the wrapped style wraps. */
function resultOf({ result }: OperationDescriptor, value: unknown): unknown {
  if (result === undefined || typeof value !== "object" || value === null) return value;
  return Object.hasOwn(value, result) ? (value as Readonly<Record<string, unknown>>)[result] : undefined;
}

/** After the last interceptor: attachments, authentication, and nothing gets past with credentials in the open. */
function sendOver(options: ClientOptions): SendRequest {
  const { authentication, allowInsecureCredentials = false, attachments: support, alias } = options;
  const { transport = fetchTransport() } = options;
  checkAuthentication(authentication, transport);
  return async (request) => {
    const { operation, soap, attempts: _attempts, context: _context, confidential, attachments, ...plain } = request;
    const send = async (sent: TransportRequest) => {
      if (!allowInsecureCredentials) refuseExposed(sent, confidential === true);
      return transport(sent);
    };
    const sendAs = (sent: TransportRequest) => authentication?.send(sent, send) ?? send(sent);
    if (support === undefined || attachments.length === 0) return sendAs(plain);
    const packed = support.pack(
      plain.body,
      attachments,
      soapVersions[soap],
      alias?.action(operation.action) ?? operation.action,
    );
    return sendAs({ ...plain, body: packed.body, headers: { ...plain.headers, ...packed.headers } });
  };
}

function checkEndpoint(endpoint: string | URL): string {
  if (!URL.canParse(String(endpoint))) throw new TypeError("the endpoint is not a URL");
  const url = new URL(endpoint);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new TypeError(`the endpoint is an http or https URL, not ${url.protocol}`);
  }
  // The URL stays out of the message: its password would show.
  if (url.username !== "" || url.password !== "") throw new TypeError("the endpoint has no user and password in it");
  url.hash = "";
  return url.href;
}

function checkTimeout(timeout: number): number {
  if (!(timeout > 0)) throw new TypeError("the timeout is a number of milliseconds above 0");
  return timeout;
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
