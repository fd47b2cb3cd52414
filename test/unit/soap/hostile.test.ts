import { describe, expect, it } from "vitest";
import { UMService } from "../../../generated/um.js";
import { XmlError } from "../../../src/index.js";
import { createHandler, type Implementation } from "../../../src/soap.js";
import { clientFor, envelope } from "./answers.js";

/** Numbers from 0 up to below `limit`; the same ones each time (a linear congruential generator). */
function seededRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const pieces = [
  "<",
  ">",
  "/>",
  "&",
  '"',
  "xmlns",
  "s:",
  "m:",
  "<!--",
  "]]>",
  "\0",
  "\ufeff",
  "é",
  "<s:Fault>",
  "<!DOCTYPE x>",
];

function mutate(text: string, random: (limit: number) => number): string {
  const at = random(text.length);
  const length = random(12);
  switch (random(4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + (pieces[random(pieces.length)] ?? "") + text.slice(at);
    default:
      return text.slice(0, at) + text.slice(random(text.length));
  }
}

const messages = [
  envelope(
    "<m:GetCallInfoResponse><m:GetCallInfoResponse><m:CallState>Idle</m:CallState><m:EventCause>None</m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>",
  ),
  envelope(
    "<s:Fault><faultcode>m:X</faultcode><faultstring>x</faultstring><detail><m:ExceptionType>X</m:ExceptionType></detail></s:Fault>",
  ),
  envelope("<m:GetCallInfo><m:CallId>a</m:CallId></m:GetCallInfo>").replace(
    "<s:Body>",
    '<s:Header><m:H s:mustUnderstand="0"/></s:Header><s:Body>',
  ),
];

const info = { getCallInfoResponse: { callState: "Idle", eventCause: "None" } } as const;
const implementation = new Proxy({} as Implementation<UMService>, {
  get: () => () => info,
  has: () => true,
  getOwnPropertyDescriptor: () => ({ value: () => info, configurable: true }),
});

describe("a message that is broken at random", () => {
  it("is a value or an error of ours for the client, and has an answer by the server", async () => {
    const random = seededRandom(2007);
    const outcomes = new Set<string>();
    const handler = createHandler(UMService, implementation);
    for (let count = 0; count < 3000; count++) {
      const body = mutate(messages[count % messages.length] ?? "", random);
      try {
        const output = await clientFor({ body, status: count % 2 === 0 ? 200 : 500 }).getCallInfo({ callId: "a" });
        expect(output).toEqual(info);
        outcomes.add("value");
      } catch (error) {
        if (!(error instanceof XmlError)) throw new Error(`a crash on ${JSON.stringify(body)}`, { cause: error });
        outcomes.add(error.name);
      }
      const request = new Request("http://a/", { method: "POST", headers: { "content-type": "text/xml" }, body });
      outcomes.add(String((await handler(request)).status));
    }
    expect([...outcomes].sort()).toEqual([
      "200",
      "400",
      "500",
      "ResponseError",
      "SoapFault",
      "TransportError",
      "value",
    ]);
  });
});
