import { NtlmError } from "./message.js";

/** The attributes of a target ([MS-NLMP] 2.2.2.1) that matter here. */
export const avId = { end: 0, flags: 6, timestamp: 7, targetName: 9, channelBindings: 10 } as const;

export interface AvPair {
  readonly id: number;
  readonly value: Uint8Array;
}

/**
 * Reads the pairs up to MsvAvEOL, which is not among them.
 *
 * @throws {@link NtlmError} for pairs that are cut off
 */
export function readAvPairs(bytes: Buffer): readonly AvPair[] {
  const pairs: AvPair[] = [];
  for (let offset = 0; ; ) {
    if (offset + 4 > bytes.length) throw new NtlmError("the challenge's target information is cut off");
    const id = bytes.readUInt16LE(offset);
    const length = bytes.readUInt16LE(offset + 2);
    offset += 4;
    if (id === avId.end) return pairs;
    if (offset + length > bytes.length) throw new NtlmError("the challenge's target information is cut off");
    pairs.push({ id, value: bytes.subarray(offset, offset + length) });
    offset += length;
  }
}

export function writeAvPairs(pairs: readonly AvPair[]): Buffer {
  const parts = [...pairs, { id: avId.end, value: new Uint8Array() }].map(({ id, value }) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id);
    head.writeUInt16LE(value.byteLength, 2);
    return Buffer.concat([head, value]);
  });
  return Buffer.concat(parts);
}
