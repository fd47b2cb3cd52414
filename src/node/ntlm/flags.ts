/** What two sides can agree on ([MS-NLMP] 2.2.2.5). */
export const ntlmFlag = {
  unicode: 0x0000_0001,
  requestTarget: 0x0000_0004,
  sign: 0x0000_0010,
  seal: 0x0000_0020,
  ntlm: 0x0000_0200,
  alwaysSign: 0x0000_8000,
  extendedSessionSecurity: 0x0008_0000,
  targetInfo: 0x0080_0000,
  version: 0x0200_0000,
  key128: 0x2000_0000,
  keyExchange: 0x4000_0000,
  key56: 0x8000_0000,
} as const;

/** What we offer: NTLMv2 and nothing older. */
export const offeredFlags: number = Object.values(ntlmFlag).reduce((all, flag) => (all | flag) >>> 0, 0);

/** Without these, it is not NTLMv2. */
const neededFlags = ntlmFlag.unicode | ntlmFlag.ntlm | ntlmFlag.extendedSessionSecurity | ntlmFlag.targetInfo;

export function hasNeededFlags(flags: number): boolean {
  return (flags & neededFlags) === neededFlags;
}
