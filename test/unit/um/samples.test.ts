import { readFileSync } from "node:fs";
import { join } from "node:path";
import libxmljs from "libxmljs2";
import { describe, expect, it } from "vitest";
import {
  Disconnect,
  DisconnectResponse,
  GetCallInfo,
  GetCallInfoResponse,
  GetUMPropertiesResponse,
  PlayOnPhone,
  PlayOnPhoneGreeting,
  PlayOnPhoneResponse,
  ResetPIN,
  SetOofStatus,
} from "../../../generated/um.js";
import {
  type ElementDescriptor,
  type Issue,
  ParseError,
  serialize,
  ValidationError,
  validate,
} from "../../../src/index.js";
import { parseUmMessage, serializeUmMessage } from "../../../src/um-messages.js";
import { root } from "../../project-root.js";
import { type InfosetElement, infosetOf, printInfoset } from "./infoset.js";
import { documented, messageElements, messageOf, readFixture, readSample, samples } from "./messages.js";

const schema = libxmljs.parseXml(readFileSync(join(root, "schemas/um.xsd"), "utf8"));

/** Whether libxml2 finds the document valid against `schemas/um.xsd`. */
function libxml2Accepts(text: string): boolean {
  return libxmljs.parseXml(text).validate(schema);
}

/** The element in an envelope's body. */
function bodyOf(text: string): InfosetElement {
  const entry = infosetOf(text).content.at(-1);
  const message = typeof entry === "object" ? entry.content[0] : undefined;
  if (typeof message !== "object") throw new Error("no message");
  return message;
}

function accepts(descriptor: ElementDescriptor, text: string): boolean {
  try {
    parseUmMessage(descriptor, text);
    return true;
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}

describe.skipIf(!documented)("the messages of the documentation", () => {
  it("are a request and a response of each of the 11 operations", () => {
    expect(samples).toHaveLength(22);
    expect(messageElements.size).toBe(22);
  });

  it.each(samples)("%s comes back as the same infoset, valid for libxml2", (name) => {
    const text = readSample(name);
    const issues: Issue[] = [];
    const descriptor = messageOf(text);
    const value = parseUmMessage(descriptor, text, { onIssue: (issue) => issues.push(issue) });
    const written = serializeUmMessage(descriptor, value);
    expect(infosetOf(written)).toEqual(infosetOf(text));
    expect(libxml2Accepts(printInfoset(bodyOf(written)))).toBe(true);
    expect(issues).toEqual([]);
  });
});

describe("the messages with the https spelling", () => {
  const callId = "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QGRmLWV1bS0wMS5leGNoYW5nZS5jb3JwLm1pY3Jvc29mdC5jb20=";
  const cases: readonly (readonly [string, ElementDescriptor, unknown])[] = [
    ["seed-disconnect.request.xml", Disconnect, { callId }],
    ["seed-disconnect.response.xml", DisconnectResponse, {}],
  ];

  it.each(cases)("%s is read with a warning, and written where that is asked for", (name, descriptor, value) => {
    const text = readFixture(name);
    const issues: Issue[] = [];
    const onIssue = (issue: Issue) => issues.push(issue);
    expect(parseUmMessage(descriptor, text, { onIssue })).toEqual(value);
    expect(issues).toMatchObject([
      { code: "um-namespace-alias", severity: "warning", location: { line: 4, column: 5 } },
    ]);
    const documented = { namespace: "documented-2020" } as const;
    expect(infosetOf(serializeUmMessage(descriptor, value, documented))).toEqual(infosetOf(text));
    expect(parseUmMessage(descriptor, text, { ...documented, onIssue })).toEqual(value);
    expect(issues).toHaveLength(1);
    expect(infosetOf(serializeUmMessage(descriptor, value))).toEqual(infosetOf(text.replace("https:", "http:")));
  });

  it("in any other namespace are errors", () => {
    const text = readFixture("seed-disconnect.request.xml");
    for (const namespace of [
      "urn:x",
      "https://schemas.microsoft.com/exchange/services/2006/messages/",
      "HTTPS://schemas.microsoft.com/exchange/services/2006/messages",
    ]) {
      const other = text.replace(/https:[^"]*/, namespace);
      expect(() => parseUmMessage(Disconnect, other)).toThrow(/cvc-elt\.1/);
    }
  });
});

const strings = ["", " ", "a", "<&>\"'", "é😀", "\t\r\n x ", "]]>", "x".repeat(512), "x".repeat(513), "😀".repeat(512)];
const entryId = "AAAA";
const dialString = "1";

/** Values that the types allow, valid and not. */
const values: readonly (readonly [descriptor: ElementDescriptor, values: readonly unknown[]])[] = [
  [Disconnect, strings.map((callId) => ({ callId }))],
  [GetCallInfo, [...strings.map((callId) => ({ callId })), {}]],
  [
    PlayOnPhone,
    strings.flatMap((text) => [
      { entryId: text, dialString },
      { entryId, dialString: text },
    ]),
  ],
  [PlayOnPhone, [{ entryId }, { dialString }, {}]],
  [
    PlayOnPhoneGreeting,
    ["NormalCustom", "OofCustom", "", "normalCustom"].map((type) => ({ greetingType: type, dialString })),
  ],
  [SetOofStatus, [{ status: true }, { status: false }, {}]],
  [ResetPIN, [{}]],
  [PlayOnPhoneResponse, [...strings.map((playOnPhoneResponse) => ({ playOnPhoneResponse })), {}]],
  [
    GetCallInfoResponse,
    ["Idle", "Asleep"].map((callState) => ({ getCallInfoResponse: { callState, eventCause: "None" } })),
  ],
  [
    GetUMPropertiesResponse,
    [{ getUMPropertiesResponse: { oofStatus: true, missedCallNotificationEnabled: false } }, {}],
  ],
];

describe("a value", () => {
  it.each(values)("is accepted exactly where libxml2 accepts its document (%#)", (descriptor, candidates) => {
    for (const value of candidates) {
      const document = serialize(descriptor, value, { validation: "off" });
      const issues = validate(descriptor, value);
      expect(issues.length === 0, document).toBe(libxml2Accepts(document));
      if (issues.length > 0) expect(() => serializeUmMessage(descriptor, value)).toThrow(ValidationError);
      else expect(parseUmMessage(descriptor, serializeUmMessage(descriptor, value))).toEqual(value);
    }
  });
});

/** Changes of one element each, some harmless. */
const changes: readonly (readonly [what: string, change: (element: InfosetElement) => InfosetElement])[] = [
  ["unchanged", (element) => element],
  ["first child left out", (element) => ({ ...element, content: element.content.slice(1) })],
  ["last child left out", (element) => ({ ...element, content: element.content.slice(0, -1) })],
  ["first child twice", (element) => ({ ...element, content: [...element.content.slice(0, 1), ...element.content] })],
  ["children reversed", (element) => ({ ...element, content: element.content.toReversed() })],
  [
    "a new child",
    (element) => ({ ...element, content: [...element.content, { ...element, name: "{urn:x}new", content: [] }] }),
  ],
  ["text before", (element) => ({ ...element, content: ["x", ...element.content] })],
  ["white space before", (element) => ({ ...element, content: [" \n", ...element.content] })],
  ["only white space", (element) => ({ ...element, content: ["\t"] })],
  ["empty", (element) => ({ ...element, content: [] })],
  ["long", (element) => ({ ...element, content: ["x".repeat(513)] })],
  ["text of a boolean", (element) => ({ ...element, content: ["1"] })],
  ["text of a state", (element) => ({ ...element, content: ["Idle"] })],
  ["an attribute", (element) => ({ ...element, attributes: { "{}a": "1" } })],
  ["an attribute of a namespace", (element) => ({ ...element, attributes: { "{urn:x}a": "1" } })],
  [
    "a schema location",
    (element) => ({
      ...element,
      attributes: { "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation": "urn:a b" },
    }),
  ],
  [
    "nil",
    (element) => ({
      ...element,
      content: [],
      attributes: { "{http://www.w3.org/2001/XMLSchema-instance}nil": "true" },
    }),
  ],
  ["not nil", (element) => ({ ...element, attributes: { "{http://www.w3.org/2001/XMLSchema-instance}nil": "false" } })],
  ["another name", (element) => ({ ...element, name: `${element.name}X` })],
  ["no namespace", (element) => ({ ...element, name: element.name.replace(/.*\}/, "{}") })],
];

/** The document with one of its elements changed: each in turn. */
function* changed(
  element: InfosetElement,
  change: (element: InfosetElement) => InfosetElement,
): Iterable<InfosetElement> {
  yield change(element);
  for (const [index, child] of element.content.entries()) {
    if (typeof child === "string") continue;
    for (const other of changed(child, change)) {
      yield { ...element, content: element.content.with(index, other) };
    }
  }
}

describe.skipIf(!documented)("a changed message", () => {
  it.each(changes)("with %s is accepted exactly where libxml2 accepts it", (_what, change) => {
    let count = 0;
    for (const name of samples) {
      const text = readSample(name);
      for (const message of changed(bodyOf(text), change)) {
        const document = printInfoset(message);
        const enveloped = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${document}</s:Body></s:Envelope>`;
        expect(accepts(messageOf(text), enveloped), document).toBe(libxml2Accepts(document));
        count++;
      }
    }
    expect(count).toBeGreaterThan(30);
  });
});
