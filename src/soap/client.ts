import type { OperationDescriptor, ServiceDescriptor } from "../descriptors.js";
import { type Issue, XmlError } from "../errors.js";
import { serializeElement } from "../serialize.js";
import type { XmlLimits } from "../xml/limits.js";
import type { XmlElement } from "../xml-element.js";
import { exposesCredentials } from "./authentication.js";
import { startDeadline } from "./deadline.js";
import { decodeLeniently } from "./decode-body.js";
import { writeEnvelope } from "./envelope.js";
import { fetchTransport } from "./fetch-transport.js";
import { type ClientRequest, chainInterceptors, type Interceptor, type SendRequest } from "./interceptor.js";
import { parseMediaType } from "./media-type.js";
import { aliasAction, type NamespaceAlias } from "./namespace-alias.js";
import { type ReadResponse, readResponse } from "./read-response.js";
import { soapVersions } from "./soap-version.js";
import { type Transport, TransportError, type TransportResponse, withAttempts } from "./transport.js";

/** One exchange as it went over the wire, for logs and demonstrations; HTTP headers are not part of it. */
export interface Exchange {
  readonly operation: string;
  readonly request: string;
  /** `undefined`, as the status, where no response came back. */
  readonly response: string | undefined;
  readonly status: number | undefined;
}

/** What a client needs to know of its server, and how it is to behave. */
export interface ClientOptions {
  /** An http or https URL without user and password. */
  readonly endpoint: string | URL;
  /** The default is {@link fetchTransport}. */
  readonly transport?: Transport | undefined;
  /** The first one sees the request first and the response last. */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** More HTTP headers for each request. */
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
  /** How long a call may take from its start to the end of the answer, in milliseconds. The default is 60,000. */
  readonly timeout?: number | undefined;
  /** The longest answer to read, in bytes. The default is 64 MiB. */
  readonly maxResponseLength?: number | undefined;
  /** Limits for the XML of answers. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /** Whether a value that the schema does not allow is refused before it is sent. The default is true. */
  readonly validateRequest?: boolean | undefined;
  /** Whether an answer that the schema does not allow is an error. The default is true. */
  readonly validateResponse?: boolean | undefined;
  /** Allows credentials over http to a host that is not this machine. */
  readonly allowInsecureCredentials?: boolean | undefined;
  /** A second spelling of the service's namespace. */
  readonly alias?: NamespaceAlias | undefined;
  /** Told of warnings. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /** Told of each exchange, before its outcome is. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** What a response holds beside the operation's output. */
export interface ResponseInfo {
  readonly status: number;
  readonly httpHeaders: Headers;
  readonly soapHeaders: readonly XmlElement[];
}

/** What is special about one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** See {@link ClientOptions.timeout}. */
  readonly timeout?: number | undefined;
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
  /** Header blocks of the envelope; `toXmlElement` makes one of a descriptor and a value. */
  readonly soapHeaders?: readonly XmlElement[] | undefined;
  /** Told of a successful response. */
  readonly onResponse?: ((info: ResponseInfo) => void) | undefined;
}

/**
 * Calls an operation. An input that may be without properties can be left out.
 *
 * Rejects with a {@link ValidationError} for an input that the schema does not allow (nothing is sent then), a
 * {@link SoapFault}, a {@link ResponseError} or a {@link TransportError}.
 */
export type ClientMethod<Input, Output> =
  Record<string, never> extends Input
    ? (input?: Input, options?: CallOptions) => Promise<Output>
    : (input: Input, options?: CallOptions) => Promise<Output>;

/** A method for each operation of a service. */
export type Client<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends OperationDescriptor<infer Input, infer Output>
    ? ClientMethod<Input, Output>
    : never;
};

interface Settings extends ClientOptions {
  readonly url: string;
  readonly service: ServiceDescriptor;
  readonly send: SendRequest;
}

const defaultTimeout = 60_000;
const defaultMaxResponseLength = 64 * 1024 * 1024;

/**
 * Makes a client of a service: an object with a method for each operation.
 *
 * @throws TypeError for options that cannot be met
 */
export function createClient<Operations extends object>(
  service: ServiceDescriptor<Operations>,
  options: ClientOptions,
): Client<Operations> {
  const settings: Settings = {
    ...options,
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
  const { service, alias, onIssue } = settings;
  const version = soapVersions[service.soap];
  const body = writeEnvelope(
    version,
    call.soapHeaders ?? [],
    (writer) => {
      const validation = settings.validateRequest === false ? "off" : "strict";
      serializeElement(operation.input, input, writer, { validation });
    },
    operation.input.namespace,
    alias,
  );
  const deadline = startDeadline(checkTimeout(call.timeout ?? settings.timeout ?? defaultTimeout), call.signal);
  const attempts = { count: 1 };
  let response: TransportResponse;
  try {
    const request: ClientRequest = {
      operation,
      attempts,
      url: settings.url,
      method: "POST",
      headers: {
        accept: version.mediaType,
        ...lowerCase(settings.httpHeaders),
        ...lowerCase(call.httpHeaders),
        ...version.requestHeaders(aliasAction(operation.action, alias)),
      },
      body,
      signal: deadline.signal,
      deadline: deadline.at,
      maxResponseLength: settings.maxResponseLength ?? defaultMaxResponseLength,
    };
    response = await deadline.race(settings.send(request));
  } catch (error) {
    settings.onExchange?.({ operation: operation.name, request: body, response: undefined, status: undefined });
    if (error instanceof TransportError) throw withAttempts(error, attempts.count);
    throw error instanceof XmlError
      ? error
      : new TransportError("transport-failed", "the exchange with the server failed", { cause: error });
  } finally {
    deadline.end();
  }
  if (settings.onExchange !== undefined) {
    const { charset } = parseMediaType(response.headers.get("content-type"));
    const text = decodeLeniently(response.body, charset);
    settings.onExchange({ operation: operation.name, request: body, response: text, status: response.status });
  }
  const validate = settings.validateResponse !== false;
  let read: ReadResponse;
  try {
    read = readResponse(response, operation, { validate, version, alias, limits: settings.limits, onIssue });
  } catch (error) {
    throw error instanceof TransportError ? withAttempts(error, attempts.count) : error;
  }
  call.onResponse?.({ status: response.status, httpHeaders: response.headers, soapHeaders: read.headers });
  return read.value;
}

/** The last step before the transport: nothing gets past it with credentials in the open. */
function sendOver({ transport = fetchTransport(), allowInsecureCredentials = false }: ClientOptions): SendRequest {
  return async ({ operation: _operation, attempts: _attempts, ...request }) => {
    if (!allowInsecureCredentials && exposesCredentials(request.url, request.headers)) {
      const reason =
        "credentials are not sent over http to another machine; the option allowInsecureCredentials allows it";
      throw new TransportError("transport-insecure", reason);
    }
    return transport(request);
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
