/** The server's message is none that NTLMv2 allows. */
export class NtlmError extends Error {
  override readonly name: string = "NtlmError";
}

export const signature: Uint8Array = Buffer.from("NTLMSSP\0", "latin1");

/** VERSION ([MS-NLMP] 2.2.2.10): Windows 6.1, and NTLMSSP revision 15. It is always sent: some servers insist. */
export const defaultVersion: Uint8Array = Uint8Array.of(6, 1, 0xb1, 0x1d, 0, 0, 0, 15);

export function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

/** Length, allocated length and offset of a part of the payload ([MS-NLMP] 2.2.1). */
export function writeField(target: Buffer, at: number, length: number, offset: number): void {
  if (length > 0xffff) throw new NtlmError("a part of the message is longer than 65,535 bytes");
  target.writeUInt16LE(length, at);
  target.writeUInt16LE(length, at + 2);
  target.writeUInt32LE(offset, at + 4);
}

/** The part of the payload that a field points to. */
export function readField(message: Buffer, at: number): Buffer {
  const length = message.readUInt16LE(at);
  const offset = message.readUInt32LE(at + 4);
  if (offset + length > message.length) throw new NtlmError("a field of the challenge points beyond its end");
  return message.subarray(offset, offset + length);
}
