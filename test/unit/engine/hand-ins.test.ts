import { describe, expect, it } from "vitest";
import { Disconnect, UMService } from "../../../generated/um.js";
import { createSchema } from "../../../src/features/schema.js";
import * as full from "../../../src/index.js";
import * as small from "../../../src/small.js";

const text = `<Disconnect xmlns="${Disconnect.namespace}"><CallId>AAAA</CallId></Disconnect>`;

/** Calls a function as JavaScript does: whatever its types say. */
function call(run: (...args: never[]) => unknown, ...args: readonly unknown[]): () => unknown {
  return () => (run as (...args: readonly unknown[]) => unknown)(...args);
}

const bytes = new TextEncoder().encode(text);
const otherVersion = Object.assign(Object.create({ "~format": 0 }), { ...Disconnect });

describe.each([
  ["xsdsmith", full],
  ["xsdsmith/small", small],
] as const)("%s", (_, { parse, serialize, validate }) => {
  it.each([
    ["bytes", [Disconnect, bytes], "parse takes the document's text second; found bytes, of which `decodeXml`"],
    ["a buffer", [Disconnect, bytes.buffer], "found bytes"],
    ["a DOM node", [Disconnect, { nodeType: 9 }], "found a DOM node, of which `XMLSerializer` makes a text"],
    ["a promise", [Disconnect, Promise.resolve(text)], "found a promise: await it"],
    ["nothing", [Disconnect], "found undefined"],
    ["a tree of another parser", [Disconnect, [{}]], "found an array"],
    ["arguments in the wrong order", [text, Disconnect], "takes the descriptor of an element first; found the text of"],
    ["a service", [UMService, text], "found the service UMService"],
    ["an operation", [UMService.operations.disconnect, text], "found the operation Disconnect: it has an `input`"],
    ["a type", [Disconnect.type(), text], "found the descriptor of the type"],
    ["null", [null, text], "found null"],
    ["a descriptor of another version", [otherVersion, text], "the descriptor Disconnect was made by another version"],
    ["an unknown option", [Disconnect, text, { fiel: "x" }], "parse has no option fiel"],
    ["no schema", [Disconnect, text, { schema: {} }], "a schema is what `createSchema` makes"],
  ])("parse says what it was handed: %s", (_, args, message) => {
    expect(call(parse, ...args)).toThrow(TypeError);
    expect(call(parse, ...args)).toThrow(message);
  });

  it.each([
    ["serialize", serialize],
    ["validate", validate],
  ] as const)("%s does, too", (name, verb) => {
    expect(call(verb, { callId: "a" }, Disconnect)).toThrow(`${name} takes the descriptor of an element first`);
    expect(call(verb, Disconnect, { callId: "a" }, { shema: {} })).toThrow(`${name} has no option shema`);
    expect(call(verb, Disconnect, { callId: "a" }, 3)).toThrow("takes its options as an object; found number");
  });

  it("an option that is undefined is none", () => {
    const options = { schema: undefined, nothing: undefined };
    expect(call(parse, Disconnect, text, options)()).toEqual({ callId: "AAAA" });
  });
});

describe("the other verbs of xsdsmith", () => {
  const schema = createSchema({ elements: [Disconnect] });

  it.each([
    ["safeParse", call(full.safeParse, Disconnect, bytes)],
    ["parseElement", call(full.parseElement, Disconnect, bytes)],
    ["validateXml", call(full.validateXml, schema, bytes)],
    ["validateXml", call(full.validateXml, Disconnect, text)],
    ["serializeElement", call(full.serializeElement, {}, Disconnect)],
    ["fromXmlElement", call(full.fromXmlElement, {}, Disconnect)],
    ["is", call(full.is, {}, Disconnect)],
  ])("%s is told what it takes", (_, run) => {
    expect(run).toThrow(TypeError);
  });

  it.each([
    ["safeParse", call(full.safeParse, Disconnect, text, { maxIssue: 1 }), "did you mean maxIssues?"],
    ["validateXml", call(full.validateXml, schema, text, { rot: 1 }), "did you mean root?"],
    ["serialize", call(full.serialize, Disconnect, { callId: "a" }, { prefix: {} }), "did you mean prefixes?"],
    ["parse", call(full.parse, Disconnect, text, { valdation: "off" }), "did you mean validation?"],
    ["toXmlElement", call(full.toXmlElement, Disconnect, { callId: "a" }, { shema: 1 }), "did you mean schema?"],
  ])("%s says which option was meant", (_, run, hint) => {
    expect(run).toThrow(hint);
  });

  it("streams refuse before they read", async () => {
    await expect(call(full.validateXmlStream, schema, [text], { windowLenght: 1 })()).rejects.toThrow("windowLength?");
    const items = full.parseItems(Disconnect, [text], { onBrokenItems: undefined, elemnt: 1 } as object);
    await expect(items.next()).rejects.toThrow("did you mean element?");
  });
});
