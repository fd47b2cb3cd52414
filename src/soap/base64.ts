/** How many bytes become one argument list: a multiple of three, so that pieces join without padding. */
const chunk = 0x6000;

/** The canonical base64 of bytes, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  }
  return text;
}

/** The bytes of a base64 text, white space in it ignored; `undefined` for a text that is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
