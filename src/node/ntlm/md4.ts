/** Shifts and the order of words, round by round (RFC 1320, 3.4). */
const rounds = [
  { shifts: [3, 7, 11, 19], constant: 0, words: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] },
  { shifts: [3, 5, 9, 13], constant: 0x5a827999, words: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15] },
  { shifts: [3, 9, 11, 15], constant: 0x6ed9eba1, words: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15] },
] as const;

type Mix = (x: number, y: number, z: number) => number;
const mixes: readonly Mix[] = [
  (x, y, z) => (x & y) | (~x & z),
  (x, y, z) => (x & y) | (x & z) | (y & z),
  (x, y, z) => x ^ y ^ z,
];

/** MD4 (RFC 1320), which OpenSSL 3 has no more. Good for nothing but NTLM. */
export function md4(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((message.byteLength + 8) >> 6) + 1) << 6);
  padded.set(message);
  padded[message.byteLength] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.byteLength - 8, message.byteLength << 3, true);
  view.setUint32(padded.byteLength - 4, Math.floor(message.byteLength / 0x2000_0000), true);
  let state: readonly [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < padded.byteLength; block += 64) {
    let [a, b, c, d] = state;
    for (const [index, { shifts, constant, words }] of rounds.entries()) {
      const mix = mixes[index] as Mix;
      for (const [step, word] of words.entries()) {
        const shift = shifts[(step & 3) as 0 | 1 | 2 | 3];
        const sum = (a + mix(b, c, d) + view.getUint32(block + 4 * word, true) + constant) | 0;
        [a, b, c, d] = [d, (sum << shift) | (sum >>> (32 - shift)), b, c];
      }
    }
    state = [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
  }
  const digest = new Uint8Array(16);
  const words = new DataView(digest.buffer);
  for (const [index, word] of state.entries()) words.setUint32(4 * index, word, true);
  return digest;
}
