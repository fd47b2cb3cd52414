import { ntlmFlag } from "./flags.js";
import { hmacMd5, md5 } from "./ntlmv2.js";
import { rc4 } from "./rc4.js";

/** Signs and seals what the client sends, with extended session security ([MS-NLMP] 3.4). Messages count from 0. */
export interface SessionSecurity {
  sign(message: Uint8Array): Buffer;
  seal(message: Uint8Array): { readonly sealed: Uint8Array; readonly signature: Buffer };
}

const magic = (purpose: "signing" | "sealing") =>
  Buffer.from(`session key to client-to-server ${purpose} key magic constant\0`, "latin1");

export function sessionSecurity(flags: number, exportedSessionKey: Uint8Array): SessionSecurity {
  // SIGNKEY and SEALKEY, 3.4.5.2 and 3.4.5.3.
  const signKey = md5(exportedSessionKey, magic("signing"));
  const length = (flags & ntlmFlag.key128) !== 0 ? 16 : (flags & ntlmFlag.key56) !== 0 ? 7 : 5;
  const cipher = rc4(md5(exportedSessionKey.subarray(0, length), magic("sealing")));
  let sequence = 0;
  /** MAC, 3.4.4.2. */
  const sign = (message: Uint8Array): Buffer => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(sequence++);
    const checksum = hmacMd5(signKey, number, message).subarray(0, 8);
    const shown = (flags & ntlmFlag.keyExchange) !== 0 ? cipher(checksum) : checksum;
    return Buffer.concat([Uint8Array.of(1, 0, 0, 0), shown, number]);
  };
  return {
    sign,
    seal(message) {
      const sealed = cipher(message);
      return { sealed, signature: sign(message) };
    },
  };
}
