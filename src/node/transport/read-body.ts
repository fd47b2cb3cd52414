import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

/** A body cannot be had whole. What was read of it is in `part`. */
export class BodyError extends Error {
  override readonly name: string = "BodyError";
  readonly problem: "too-large" | "truncated";
  readonly part: Uint8Array;

  constructor(problem: BodyError["problem"], message: string, part: Uint8Array, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
    this.part = part;
  }
}

/**
 * Reads a body to its end. Whatever goes wrong, the stream is destroyed.
 *
 * @throws {@link BodyError}
 */
export async function readBody(stream: Readable, maxLength: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      chunks.push(chunk);
      if (length > maxLength) throw tooLarge(maxLength, Buffer.concat(chunks));
    }
  } catch (cause) {
    if (cause instanceof BodyError) throw cause;
    throw new BodyError("truncated", "the answer broke off", Buffer.concat(chunks), { cause });
  }
  return Buffer.concat(chunks, length);
}

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const unpackers: ReadonlyMap<string, Unpack> = new Map([
  ["gzip", promisify(gunzip) as Unpack],
  ["x-gzip", promisify(gunzip) as Unpack],
  ["deflate", unpackDeflate],
  ["br", promisify(brotliDecompress) as Unpack],
]);

/** RFC 9110, 8.4.1.2 means the zlib format; some servers send the bare one, whose first byte is another. */
function unpackDeflate(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Promise<Buffer> {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8;
  return (promisify(isZlib ? inflate : inflateRaw) as Unpack)(bytes, options);
}

/** Encodings upon encodings are an attack, not a habit. */
const mostEncodings = 2;

/**
 * Undoes the content encodings of a whole body: the checksums and lengths that end the formats are checked.
 *
 * @param encodings - the value of Content-Encoding
 * @throws {@link BodyError}
 */
export async function unpackBody(body: Uint8Array, encodings: string | null, maxLength: number): Promise<Uint8Array> {
  const names = (encodings ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter((name) => name !== "" && name !== "identity");
  if (body.byteLength === 0 || names.length === 0) return body;
  if (names.length > mostEncodings) throw new BodyError("truncated", "the answer is compressed too often", body);
  let unpacked = body;
  for (const name of names.reverse()) {
    const unpack = unpackers.get(name.trim());
    if (unpack === undefined) throw new BodyError("truncated", "the answer has an unknown content encoding", unpacked);
    try {
      unpacked = await unpack(unpacked, { maxOutputLength: maxLength });
    } catch (cause) {
      if (codeOf(cause) === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxLength, new Uint8Array());
      const shown = codeOf(cause) ?? "unknown failure";
      throw new BodyError("truncated", `the compression of the answer is broken (${shown})`, new Uint8Array(), {
        cause,
      });
    }
  }
  return unpacked;
}

function tooLarge(maxLength: number, part: Uint8Array): BodyError {
  const message = `the answer is longer than ${maxLength} bytes; the option maxResponseLength allows more`;
  return new BodyError("too-large", message, part);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
