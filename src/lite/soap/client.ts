import { XmlError } from "../../errors.js";
import type { NoParts, ResultOf } from "../../schema/descriptors.js";
import { isSuccess, noFault, refuseContentType, refuseStatus } from "../../soap/answer.js";
import { exposesCredentials } from "../../soap/credentials.js";
import { startDeadline } from "../../soap/deadline.js";
import { decodeLeniently, encodingOf } from "../../soap/decode-body.js";
import { fetchTransport } from "../../soap/fetch-transport.js";
import { aboutResponse } from "../../soap/response-error.js";
import { type Transport, TransportError, type TransportResponse } from "../../soap/transport.js";
import type { OperationDescriptor, ServiceDescriptor } from "../service.js";
import { type Answer, readEnvelope, type SoapVersion, writeEnvelope } from "./envelope.js";
import { SoapFault } from "./fault.js";

/** What a client needs to know of its server, and how it is to behave. */
export interface ClientOptions {
  /** An http or https URL without user and password. */
  readonly endpoint: string | URL;
  /** The platform's `fetch` where it is not given. */
  readonly transport?: Transport | undefined;
  /** More HTTP headers for each request. */
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
  /** The header `authorization` of each request; asked for anew each time. */
  readonly authorization?: (() => string | Promise<string>) | undefined;
  /** How long a call may take from its start to the end of the answer, in milliseconds. The default is 60,000. */
  readonly timeout?: number | undefined;
  /** The longest answer to read, in bytes. The default is 64 MiB. */
  readonly maxResponseLength?: number | undefined;
  /** Allows credentials over http to a host that is not this machine. */
  readonly allowInsecureCredentials?: boolean | undefined;
  /** Speaks this version of SOAP instead of the binding's: for servers that take both. */
  readonly soapVersion?: SoapVersion | undefined;
}

/** What is special about one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** See {@link ClientOptions.timeout}. */
  readonly timeout?: number | undefined;
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
}

/**
 * Calls an operation. An input that may be without properties can be left out.
 *
 * Rejects with a {@link ValidationError} for an input that the schema does not allow (nothing is sent then), a
 * {@link SoapFault}, a {@link ResponseError} or a {@link TransportError}.
 */
export type ClientMethod<Input, Output, Parts = NoParts> =
  Record<string, never> extends Input
    ? (input?: Input, options?: CallOptions) => Promise<ResultOf<Output, Parts>>
    : (input: Input, options?: CallOptions) => Promise<ResultOf<Output, Parts>>;

/** A method for each operation of a service. */
export type Client<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends OperationDescriptor<
    infer Input,
    infer Output,
    infer Parts
  >
    ? ClientMethod<Input, Output, Parts>
    : never;
};

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
  const url = new URL(options.endpoint);
  // The URL stays out of the message: its password would show.
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new TypeError("the endpoint is an http or https URL without user and password");
  }
  const { soapVersion = service.soap } = options;
  const operations = service.operations as Readonly<Record<string, OperationDescriptor>>;
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    (input: unknown = {}, call: CallOptions = {}) => callOperation(url, soapVersion, operation, input, call, options),
  ]);
  return Object.fromEntries(methods) as Client<Operations>;
}

async function callOperation(
  { href }: URL,
  version: SoapVersion,
  operation: OperationDescriptor,
  input: unknown,
  call: CallOptions,
  options: ClientOptions,
): Promise<unknown> {
  const { transport = fetchTransport(), maxResponseLength = defaultMaxResponseLength } = options;
  const body = writeEnvelope(version, operation.input(), input);
  const timeout = call.timeout ?? options.timeout ?? defaultTimeout;
  if (!(timeout > 0)) throw new TypeError("the timeout is a number of milliseconds above 0");
  const deadline = startDeadline(timeout, call.signal);
  const send = async () => {
    const headers = await requestHeaders(version, operation.action, call, options);
    if (options.allowInsecureCredentials !== true && exposesCredentials(href, headers)) {
      const reason =
        "credentials are not sent over http to another machine; the option allowInsecureCredentials allows it";
      throw new TransportError("transport-insecure", reason);
    }
    const { signal, at } = deadline;
    return transport({ url: href, method: "POST", headers, body, signal, deadline: at, maxResponseLength });
  };
  try {
    return resultOf(operation, readAnswer(await deadline.race(send()), operation));
  } catch (error) {
    throw error instanceof XmlError
      ? error
      : new TransportError("transport-failed", "the exchange with the server failed", { cause: error });
  } finally {
    deadline.end();
  }
}

async function requestHeaders(
  version: SoapVersion,
  action: string,
  call: CallOptions,
  options: ClientOptions,
): Promise<Readonly<Record<string, string>>> {
  const accept = version === "1.1" ? "text/xml" : "application/soap+xml";
  // Names come out in lower case.
  const given = new Headers({ accept, ...options.httpHeaders, ...call.httpHeaders });
  if (options.authorization !== undefined) given.set("authorization", await options.authorization());
  const headers = Object.fromEntries(given);
  const type = `${accept}; charset=utf-8`;
  if (version === "1.1") return { ...headers, "content-type": type, soapaction: `"${action}"` };
  return { ...headers, "content-type": action === "" ? type : `${type}; action="${action}"` };
}

/**
 * Makes of an HTTP response the operation's output. Whatever else it is ends in an error: there is no value for an
 * answer that is empty, broken off, of another kind or about something else.
 */
function readAnswer(response: TransportResponse, operation: OperationDescriptor): unknown {
  const { status, headers, body } = response;
  const contentType = headers.get("content-type") ?? "";
  const type = contentType
    .replace(/\s*;.*/s, "")
    .trim()
    .toLowerCase();
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(contentType)?.[1];
  const successful = isSuccess(status);
  if (operation.output === undefined && successful && body.byteLength === 0) return undefined;
  refuseStatus(response, { charset });
  let text = decodeLeniently(body.subarray(0, 4000), charset);
  let answer: Answer;
  refuseContentType(response, { type }, text);
  try {
    text = decode(body, charset);
    answer = readEnvelope(text, operation);
  } catch (error) {
    throw aboutResponse(error, status, text);
  }
  if (answer.kind === "fault") throw new SoapFault(answer.content, status);
  if (!successful) throw noFault(response, text);
  return answer.value;
}

function decode(bytes: Uint8Array, charset: string | undefined): string {
  const { encoding } = encodingOf(bytes, charset);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new XmlError("xml-encoding", `the bytes are not text in ${encoding}, or that is not known here`, { cause });
  }
}

/** What an answer of the wrapped style wraps. */
function resultOf({ result }: OperationDescriptor, value: unknown): unknown {
  if (result === undefined || typeof value !== "object" || value === null) return value;
  return Object.hasOwn(value, result) ? (value as Readonly<Record<string, unknown>>)[result] : undefined;
}
