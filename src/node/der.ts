/** One element of DER (X.690): its tag and its contents. */
export interface DerElement {
  readonly tag: number;
  readonly contents: Uint8Array;
  /** Tag, length and contents. */
  readonly bytes: Uint8Array;
}

/** Bytes are not what DER, or the structure expected, allows. */
export class DerError extends Error {
  override readonly name: string = "DerError";
}

/** Reads elements one after the other; none reaches beyond the bytes given. */
export function readDer(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const tag = bytes[offset] ?? 0;
    // Tags above 30 take more bytes; nothing read here has one.
    if ((tag & 0x1f) === 0x1f) throw new DerError("a tag of more than one byte");
    const first = bytes[offset + 1];
    if (first === undefined) throw new DerError("an element without a length");
    let start = offset + 2;
    let length = first;
    if (first >= 0x80) {
      const count = first & 0x7f;
      if (count === 0 || count > 4) throw new DerError("a length that is indefinite or of more than four bytes");
      length = 0;
      for (let index = 0; index < count; index++) length = length * 256 + (bytes[start + index] ?? 0);
      start += count;
    }
    if (start + length > bytes.length) throw new DerError("an element that is longer than what holds it");
    elements.push({
      tag,
      contents: bytes.subarray(start, start + length),
      bytes: bytes.subarray(offset, start + length),
    });
    offset = start + length;
  }
  return elements;
}

/** The elements in an element with this tag. */
export function readDerIn(element: DerElement | undefined, tag: number): readonly DerElement[] {
  if (element?.tag !== tag) throw new DerError(`a tag other than ${tag}`);
  return readDer(element.contents);
}

export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | digits.length, ...digits];
  return Buffer.concat([Uint8Array.from(head), ...contents]);
}

/** The tags that certificates and SPNEGO are made of; `context(n)` is a constructed `[n]`. */
export const derTag = {
  objectIdentifier: 0x06,
  octetString: 0x04,
  enumerated: 0x0a,
  sequence: 0x30,
  application0: 0x60,
} as const;

export function context(index: number): number {
  return 0xa0 | index;
}
