import { XmlError } from "../errors.js";
import type { AttachmentSupport } from "./attachments.js";
import { readBytes, TooLongError } from "./bytes.js";
import { decodeBody } from "./decode-body.js";
import { type MediaType, parseMediaType } from "./media-type.js";
import type { MessageBody } from "./message-body.js";
import type { Attachment } from "./multipart.js";
import type { SoapVersion } from "./soap-version.js";

/** What a handler takes out of an HTTP request. */
export interface SoapRequest {
  readonly version: SoapVersion;
  readonly attachments: readonly Attachment[];
  readonly packed: boolean;
  readonly text: string;
  /** Without quotes; `undefined` where the request has none. */
  readonly action: string | undefined;
}

/** A request that gets no SOAP answer: it is no SOAP request. */
export class RequestError extends XmlError {
  override readonly name: string = "RequestError";
  readonly status: number;

  constructor(status: number, code: string, reason: string, options?: ErrorOptions) {
    super(code, reason, options);
    this.status = status;
  }

  response(): Response {
    const headers: Record<string, string> = { "content-type": "text/plain; charset=utf-8" };
    if (this.status === 405) headers["allow"] = "POST";
    return new Response(`${this.message}\n`, { status: this.status, headers });
  }
}

/**
 * Reads the message of a request (WS-I Basic Profile 1.1, R1114, R1115).
 *
 * @throws {@link RequestError}
 */
export async function readRequest(
  request: Request,
  versions: readonly SoapVersion[],
  maxLength: number,
  support?: AttachmentSupport | undefined,
): Promise<SoapRequest> {
  const { method, headers } = request;
  if (method !== "POST") throw new RequestError(405, "http-method", `found the method ${method}; expected POST`);
  const mediaType = parseMediaType(headers.get("content-type"));
  const isPacked = support !== undefined && mediaType.type === "multipart/related";
  if (!isPacked && versionOf(mediaType, versions) === undefined) throw wrongType(mediaType, versions);
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity") {
    throw new RequestError(415, "http-content-encoding", `found the content encoding ${encoding}; expected none`);
  }
  const bytes = await readBody(request, maxLength);
  let body: MessageBody;
  try {
    body = isPacked
      ? support.readBody(bytes, mediaType)
      : { text: decodeBody(bytes, mediaType.charset), mediaType, attachments: [], packed: false };
  } catch (cause) {
    if (!(cause instanceof XmlError)) throw cause;
    throw new RequestError(400, cause.code, cause.reason, { cause });
  }
  const version = versionOf(body.mediaType, versions);
  if (version === undefined) throw wrongType(body.mediaType, versions);
  const action = actionOf(headers.get("soapaction")) ?? body.mediaType.action ?? mediaType.action;
  return { version, text: body.text, action, attachments: body.attachments, packed: body.packed };
}

function versionOf({ type }: MediaType, versions: readonly SoapVersion[]): SoapVersion | undefined {
  return versions.find((version) => version.mediaType === type);
}

function wrongType({ type }: MediaType, versions: readonly SoapVersion[]): RequestError {
  const found = type === "" ? "no content type" : `the content type ${type}`;
  const expected = versions.map(({ mediaType }) => mediaType).join(" or ");
  return new RequestError(415, "http-content-type", `found ${found}; expected ${expected}`);
}

/** SOAP 1.1, 6.1.1: the action is quoted; clients that leave the quotes out are understood. */
function actionOf(header: string | null): string | undefined {
  const value = header?.trim();
  return value?.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
}

async function readBody(request: Request, maxLength: number): Promise<Uint8Array> {
  const tooLong = () => new RequestError(413, "http-too-large", `the request is longer than ${maxLength} bytes`);
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > maxLength) throw tooLong();
  try {
    return await readBytes(request.body, maxLength);
  } catch (cause) {
    if (cause instanceof TooLongError) throw tooLong();
    throw new RequestError(400, "http-truncated", "the request broke off", { cause });
  }
}
