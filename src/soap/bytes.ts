/**
 * Bytes as `fetch` takes them: of a buffer that is not shared, where the compiler tells these apart. `Uint8Array` has
 * taken a parameter since TypeScript 5.7; what its `of` gives has always been the right type.
 */
export type BodyBytes = ReturnType<typeof Uint8Array.of>;

/** A body did not fit; see {@link readBytes}. */
export class TooLongError extends Error {
  override readonly name: string = "TooLongError";
}

/**
 * Reads a stream to its end, or gives it back: on every way out nothing is left open.
 *
 * @throws {@link TooLongError} as soon as there are more than `maxLength` bytes, and what the stream fails with
 */
export async function readBytes(stream: ReadableStream<Uint8Array> | null, maxLength: number): Promise<Uint8Array> {
  if (stream === null) return new Uint8Array();
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(chunks, length);
      length += value.byteLength;
      if (length > maxLength) throw new TooLongError(`longer than ${maxLength} bytes`);
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  }
}

function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}
