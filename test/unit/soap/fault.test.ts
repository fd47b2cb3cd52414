import { describe, expect, it } from "vitest";
import { ExceptionType } from "../../../generated/um.js";
import { ParseError, XmlError, xmlName } from "../../../src/index.js";
import { SoapFault, toXmlElement } from "../../../src/soap.js";
import { type CannedAnswer, clientFor, envelope, messages, rejection, soap11, soap12 } from "./answers.js";

const errors = "http://schemas.microsoft.com/exchange/services/2006/errors";

async function faultOf(body: string, answer: Partial<CannedAnswer> = {}): Promise<SoapFault> {
  const error = await rejection(clientFor({ status: 500, ...answer, body }).getCallInfo({ callId: "a" }));
  if (error instanceof SoapFault) return error;
  throw error;
}

const detail = `<detail><m:ExceptionType>a:InvalidCallIdException</m:ExceptionType></detail>`;

describe("a fault of SOAP 1.1", () => {
  it("has its code as a name, its reason, its actor and its detail", async () => {
    const fault = await faultOf(
      envelope(
        `<s:Fault><faultcode xmlns:a="${errors}">a:InvalidCallIdException</faultcode>` +
          `<faultstring xml:lang="en-US">Not valid.</faultstring><faultactor>urn:x</faultactor>${detail}</s:Fault>`,
      ),
    );
    expect(fault).toBeInstanceOf(XmlError);
    expect(fault).toMatchObject({
      code: "soap-fault",
      faultCode: { namespace: errors, localName: "InvalidCallIdException" },
      faultCodeText: "a:InvalidCallIdException",
      reason: "Not valid.",
      language: "en-US",
      actor: "urn:x",
      status: 500,
      detail: [{ namespace: messages, name: "ExceptionType", content: ["a:InvalidCallIdException"] }],
    });
    expect(fault.message).toBe("soap-fault: InvalidCallIdException: Not valid.");
    expect(fault.detailOf(ExceptionType)).toBe("a:InvalidCallIdException");
  });

  it("may come with status 200", async () => {
    const body = envelope("<s:Fault><faultcode>s:Server</faultcode><faultstring>x</faultstring></s:Fault>");
    expect(await faultOf(body, { status: 200 })).toMatchObject({
      status: 200,
      faultCode: { namespace: soap11, localName: "Server" },
      detail: [],
    });
  });

  it.each([
    ["whose code has an unbound prefix", "<faultcode>a:Some</faultcode>", "a:Some", undefined],
    ["whose code has no prefix", "<faultcode>500</faultcode>", "500", { namespace: "", localName: "500" }],
    ["whose code is no name", "<faultcode>not a name</faultcode>", "not a name", undefined],
    ["without a code", "", "", undefined],
  ])("%s is read", async (_what, code, faultCodeText, faultCode) => {
    const fault = await faultOf(envelope(`<s:Fault>${code}<faultstring>x</faultstring><detail/></s:Fault>`));
    expect(fault).toMatchObject({ faultCodeText, reason: "x", detail: [] });
    expect(fault.faultCode).toEqual(faultCode);
  });

  it("keeps a long reason, and shows a line of it", async () => {
    const reason = `Server was unable\n   at Some.Method()\n${"x".repeat(1000)}`;
    const fault = await faultOf(
      envelope(`<s:Fault><faultcode>s:Server</faultcode><faultstring>${reason}</faultstring></s:Fault>`),
    );
    expect(fault.reason).toBe(reason);
    expect(fault.message).toMatch(/^soap-fault: Server: Server was unable at Some\.Method\(\) x+…$/);
    expect(fault.message.length).toBeLessThan(400);
  });

  it("may have nothing in it", async () => {
    expect(await faultOf(envelope("<s:Fault/>"))).toMatchObject({
      faultCodeText: "",
      reason: "",
      message: "soap-fault: ",
    });
  });
});

const fault12 = (ns: string) =>
  `<${ns}:Code><${ns}:Value>${ns}:Sender</${ns}:Value><${ns}:Subcode><${ns}:Value>m:One</${ns}:Value>` +
  `<${ns}:Subcode><${ns}:Value>m:Two</${ns}:Value></${ns}:Subcode></${ns}:Subcode></${ns}:Code>` +
  `<${ns}:Reason><${ns}:Text xml:lang="de">Nein.</${ns}:Text><${ns}:Text xml:lang="en">No.</${ns}:Text></${ns}:Reason>` +
  `<${ns}:Role>urn:x</${ns}:Role>`;

describe("a fault of SOAP 1.2", () => {
  const expected = {
    subcodes: [
      { namespace: messages, localName: "One" },
      { namespace: messages, localName: "Two" },
    ],
    reason: "No.",
    language: "en",
    actor: "urn:x",
  };

  it("is read", async () => {
    const detail12 = "<s:Detail><m:ExceptionType>x</m:ExceptionType></s:Detail>";
    const fault = await faultOf(envelope(`<s:Fault>${fault12("s")}${detail12}</s:Fault>`, soap12));
    expect(fault).toMatchObject({ ...expected, faultCode: { namespace: soap12, localName: "Sender" } });
    expect(fault.detailOf(ExceptionType)).toBe("x");
  });

  it("is read inside an envelope of SOAP 1.1, in either namespace", async () => {
    expect(await faultOf(envelope(`<s:Fault>${fault12("s")}</s:Fault>`))).toMatchObject(expected);
    const mixed = `<t:Fault xmlns:t="${soap12}">${fault12("t")}</t:Fault>`;
    expect(await faultOf(envelope(mixed))).toMatchObject(expected);
  });
});

describe("the detail", () => {
  it("keeps the prefixes declared around it", async () => {
    const body = `<s:Envelope xmlns:s="${soap11}"><s:Body xmlns:m="${messages}"><s:Fault xmlns:a="urn:a"><detail xmlns:b="urn:b"><m:ExceptionType xmlns:c="urn:c">b:X</m:ExceptionType></detail></s:Fault></s:Body></s:Envelope>`;
    const fault = await faultOf(body);
    expect(fault.detailNamespaces).toMatchObject({ s: soap11, m: messages, a: "urn:a", b: "urn:b" });
    expect(fault.detail[0]?.namespaces).toEqual({ c: "urn:c" });
    expect(fault.detailOf(ExceptionType)).toBe("b:X");
  });

  it("that is not what the descriptor says is an error of its own", async () => {
    const wrong = detail.replace("a:InvalidCallIdException", "<m:x/>");
    const fault = await faultOf(envelope(`<s:Fault>${wrong}</s:Fault>`));
    expect(() => fault.detailOf(ExceptionType)).toThrow(ParseError);
    expect((await faultOf(envelope("<s:Fault/>"))).detailOf(ExceptionType)).toBeUndefined();
  });
});

describe("a fault made by a program", () => {
  it("has the same properties", () => {
    const faultCode = xmlName(errors, "InvalidCallIdException");
    const entry = toXmlElement(ExceptionType, "InvalidCallIdException");
    const fault = new SoapFault({ faultCode, reason: "Not valid.", detail: [entry] });
    expect(fault).toMatchObject({ faultCode, faultCodeText: `{${errors}}InvalidCallIdException`, status: undefined });
    expect(fault.detailOf(ExceptionType)).toBe("InvalidCallIdException");
  });
});
