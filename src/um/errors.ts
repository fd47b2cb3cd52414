import { XmlError } from "../index.js";

/** Which of the two services a client talks to: UM2007Legacy.asmx, or Exchange.asmx (Exchange Web Services). */
export type UmServiceKind = "um" | "ews";

/** What a server said when it refused a request. */
export interface UmRefusal {
  readonly service: UmServiceKind;
  /** The server's own name for what went wrong, without a prefix; `undefined` where it gives none. */
  readonly reported: string | undefined;
  /** The HTTP status: Exchange Web Services answer most refusals with 200. */
  readonly status: number | undefined;
  /** The {@link SoapFault}, where it was one. */
  readonly cause?: unknown;
}

/**
 * The server understood who is asking and answered that it will not do it. Each class below is one meaning, whichever of
 * the two services says so; `code` tells them apart as well.
 */
export class UmError extends XmlError {
  override readonly name: string = "UmError";
  readonly service: UmServiceKind;
  /** See {@link UmRefusal}. */
  readonly reported: string | undefined;
  /** See {@link UmRefusal}. */
  readonly status: number | undefined;

  constructor(code: string, reason: string, { service, reported, status, cause }: UmRefusal) {
    super(code, reason, cause === undefined ? undefined : { cause });
    this.service = service;
    this.reported = reported;
    this.status = status;
    this.message = `${code}: ${shorten(reason)}${reported === undefined ? "" : ` (${reported})`}`;
  }
}

/**
 * The server does not know the call: the identifier was never right, belongs to another mailbox's call, or the call ended
 * some time ago and is forgotten. What to do: where the call should be over anyway, count it as over
 * (`ignoreUnknownCall`); else compare the identifier with the one that `playOnPhone` gave, character by character.
 */
export class InvalidCallIdError extends UmError {
  override readonly name: string = "InvalidCallIdError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-invalid-call-id", reason, refusal);
  }
}

/**
 * The item to play does not exist, or its identifier is of another kind. What to do: UM wants the MAPI entry identifier in
 * base64, Exchange Web Services the `Id` of an ItemId; `ConvertId` of Exchange Web Services makes one of the other.
 */
export class InvalidObjectIdError extends UmError {
  override readonly name: string = "InvalidObjectIdError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-invalid-object-id", reason, refusal);
  }
}

/**
 * The number cannot be dialed, or this user may not dial it. What to do: try the number with the outside-line and country
 * prefixes of the dial plan, or a number inside of it; the administrator sets the rules in the UM mailbox policy.
 */
export class DialingRulesError extends UmError {
  override readonly name: string = "DialingRulesError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-dialing-rules", reason, refusal);
  }
}

/** The mailbox has no Unified Messaging. What to do: the administrator enables it (`Enable-UMMailbox`). */
export class NotUmEnabledError extends UmError {
  override readonly name: string = "NotUmEnabledError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-not-enabled", reason, refusal);
  }
}

/**
 * The telephone side is missing or fails: no UM server, no gateway, no dial plan. What to do: try again later; where it
 * stays, the administrator looks at the UM servers and IP gateways of the dial plan.
 */
export class TelephonyError extends UmError {
  override readonly name: string = "TelephonyError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-telephony", reason, refusal);
  }
}

/**
 * The server does not understand the request. What to do: check that the endpoint is that of the service chosen, that
 * nothing between rewrites requests, and that `namespace: "documented-2020"` is not set; look at the SOAP.
 */
export class InvalidRequestError extends UmError {
  override readonly name: string = "InvalidRequestError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-invalid-request", reason, refusal);
  }
}

/** The user is known and may not do this. What to do: ask with the account that owns the mailbox. */
export class AccessDeniedError extends UmError {
  override readonly name: string = "AccessDeniedError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-access-denied", reason, refusal);
  }
}

/** The server asks for less at a time. What to do: wait, then try again; poll less often (`pollsPerSecond`). */
export class ServerBusyError extends UmError {
  override readonly name: string = "ServerBusyError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-server-busy", reason, refusal);
  }
}

/** A refusal that this package has no name for. What to do: look up `reported`, which is the server's own. */
export class UnknownUmError extends UmError {
  override readonly name: string = "UnknownUmError";

  constructor(reason: string, refusal: UmRefusal) {
    super("um-unknown", reason, refusal);
  }
}

/**
 * A setting reads back as something else than was set. What to do: look at the SOAP; a server or gateway that loses the
 * namespace of a request answers 200 and stores an empty value. Somebody else may have changed the setting meanwhile.
 */
export class SettingNotStoredError extends XmlError {
  override readonly name: string = "SettingNotStoredError";
  readonly expected: string | boolean;
  /** What the server has now; `undefined` for nothing. */
  readonly found: string | boolean | undefined;

  constructor(setting: string, expected: string | boolean, found: string | boolean | undefined) {
    super("um-setting-not-stored", `${setting} reads back as ${show(found)}; expected ${show(expected)}`);
    this.expected = expected;
    this.found = found;
  }
}

const shownLength = 300;

/** Some servers send whole stack traces. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}

function show(value: string | boolean | undefined): string {
  return value === undefined ? "nothing" : shorten(JSON.stringify(value));
}
