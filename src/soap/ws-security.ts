import { refuseUnknown } from "../text/unknown-option.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { encodeBase64 } from "./base64.js";
import type { Interceptor } from "./interceptor.js";
import { headerElement, mustUnderstand, withSoapHeaders } from "./soap-headers.js";

const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
const profile = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
const base64Binary = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

/** Who calls, and how the server is told. */
export interface UsernameTokenOptions {
  readonly user: string;
  /** Absent: only the name is sent. */
  readonly password?: string | undefined;
  /**
   * `text` (the default) sends the password, so only over TLS; `digest` a hash of it with a nonce and the time, which
   * servers can check only if they keep passwords.
   */
  readonly passwordType?: "text" | "digest" | undefined;
  /** How long the message is valid, in seconds; adds a Timestamp. Absent: none. */
  readonly validFor?: number | undefined;
  /** Whether the server must understand the block or refuse the message. The default is true. */
  readonly mustUnderstand?: boolean | undefined;
  /** In milliseconds since 1970; the default is `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** 16 bytes, new for each message; the default are random ones. */
  readonly nonce?: (() => Uint8Array) | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  user: 0,
  password: 0,
  passwordType: 0,
  validFor: 0,
  mustUnderstand: 0,
  now: 0,
  nonce: 0,
} satisfies Record<keyof UsernameTokenOptions, 0>);

/**
 * Logs in with each request by a UsernameToken of WS-Security 1.0, with or without a Timestamp. A password in clear is
 * not sent over `http` to another machine.
 *
 * @throws TypeError for options that cannot be met
 */
export function usernameToken(options: UsernameTokenOptions): Interceptor {
  refuseUnknown("usernameToken", options, optionNames);
  const { user, password, passwordType = "text", validFor, now = Date.now } = options;
  if (user === "") throw new TypeError("the user has a name");
  if (validFor !== undefined && !(validFor > 0)) throw new TypeError("validFor is a number of seconds above 0");
  const nonce = options.nonce ?? (() => crypto.getRandomValues(new Uint8Array(16)));
  return async (request, next) => {
    const time = now();
    const created = new Date(time).toISOString();
    const content: XmlElement[] = validFor === undefined ? [] : [timestamp(time, validFor)];
    const once = nonce();
    const name = element("Username", [user]);
    if (password === undefined) {
      content.push(element("UsernameToken", [name]));
    } else {
      const isDigest = passwordType === "digest";
      const secret = isDigest ? await passwordDigest(once, created, password) : password;
      content.push(
        element("UsernameToken", [
          name,
          element("Password", [secret], { Type: `${profile}#${isDigest ? "PasswordDigest" : "PasswordText"}` }),
          element("Nonce", [encodeBase64(once)], { EncodingType: base64Binary }),
          headerElement(wsu, "Created", [created]),
        ]),
      );
    }
    const block = element("Security", content);
    const marked = options.mustUnderstand === false ? block : mustUnderstand(block, request.soap);
    const confidential = request.confidential === true || (password !== undefined && passwordType === "text");
    return next({ ...withSoapHeaders(request, [marked]), confidential });
  };
}

/**
 * A Security header with a Timestamp alone (WS-Security 1.0, 10).
 *
 * @param validFor - in seconds
 */
export function securityTimestamp(validFor: number, now: () => number = Date.now): Interceptor {
  if (!(validFor > 0)) throw new TypeError("validFor is a number of seconds above 0");
  return (request, next) => {
    const block = mustUnderstand(element("Security", [timestamp(now(), validFor)]), request.soap);
    return next(withSoapHeaders(request, [block]));
  };
}

function element(
  name: string,
  content: XmlElement["content"],
  attributes?: Readonly<Record<string, string>>,
): XmlElement {
  return headerElement(wsse, name, content, attributes);
}

function timestamp(time: number, validFor: number): XmlElement {
  const at = (milliseconds: number) => [new Date(milliseconds).toISOString()];
  return headerElement(
    wsu,
    "Timestamp",
    [headerElement(wsu, "Created", at(time)), headerElement(wsu, "Expires", at(time + validFor * 1000))],
    { [`{${wsu}}Id`]: "Timestamp" },
  );
}

/** UsernameToken Profile 1.0, 3.1: Base64(SHA-1(nonce + created + password)). */
async function passwordDigest(nonce: Uint8Array, created: string, password: string): Promise<string> {
  const rest = new TextEncoder().encode(created + password);
  const bytes = new Uint8Array(nonce.length + rest.length);
  bytes.set(nonce);
  bytes.set(rest, nonce.length);
  return encodeBase64(new Uint8Array(await crypto.subtle.digest("SHA-1", bytes)));
}
