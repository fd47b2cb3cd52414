import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SignedXml } from "xml-crypto";
import { UMService } from "../../../../generated/um.js";
import { XmlError } from "../../../../src/errors.js";
import {
  type SignMessageOptions,
  signMessage,
  type VerifySignatureOptions,
  verifySignature,
} from "../../../../src/node/index.js";
import {
  attachmentSupport,
  CallContext,
  type ClientRequest,
  createClient,
  type ResponseInfo,
  wsAddressing,
} from "../../../../src/soap.js";
import { isInstalled } from "../../../interop/peers.js";
import { rejectionOf } from "../../soap/wsdl-service.js";

const soap = "http://schemas.xmlsoap.org/soap/envelope/";
const messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
const oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss";
const wsu = `${oasis}-wssecurity-utility-1.0.xsd`;

const result = `<m:IsUMEnabledResponse xmlns:m="${messages}"><m:IsUMEnabledResponse>true</m:IsUMEnabledResponse></m:IsUMEnabledResponse>`;
const envelope = (body: string, headers = "") =>
  `<?xml version="1.0"?><soap:Envelope xmlns:soap="${soap}">${headers === "" ? "" : `<soap:Header>${headers}</soap:Header>`}<soap:Body>${body}</soap:Body></soap:Envelope>`;
const plain = envelope(result);
const fault = envelope("<soap:Fault><faultcode>soap:Client</faultcode><faultstring>no</faultstring></soap:Fault>");

/** The texts of all elements of a document, by their tags. */
function elementsOf(text: string): readonly string[] {
  const found: string[] = [];
  const open: number[] = [];
  for (const { index, 0: tag } of text.matchAll(/<\/?[\w:]+[^>]*>/g)) {
    if (tag.endsWith("/>")) found.push(tag);
    else if (!tag.startsWith("</")) open.push(index);
    else found.push(text.slice(open.pop(), index + tag.length));
  }
  return found;
}

/** Whole numbers below a limit, the same ones for a seed. */
function newRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One change as an attacker makes them: elements are moved, doubled, wrapped, taken out, and lose or share identifiers. */
function mutate(text: string, pieces: readonly string[], random: (below: number) => number): string {
  const own = elementsOf(text).filter((piece) => !piece.includes("Envelope"));
  const pick = (from: readonly string[]) => from[random(from.length)] ?? "";
  const target = pick(own);
  const piece = pick(pieces.filter((each) => !each.includes("Envelope")));
  switch (random(7)) {
    case 0:
      return text.replace(target, () => piece);
    case 1:
      return text.replace(target, () => piece + target);
    case 2:
      return text.replace(target, () => target + piece);
    case 3:
      return text.replace(target, () => `<x:Wrapper xmlns:x="urn:x">${target}</x:Wrapper>`);
    case 4:
      return text.replace(target, "");
    case 5: {
      const ids = [...text.matchAll(/Id="([^"]*)"/g)].map((match) => match[1] ?? "");
      return text.replace(`Id="${pick(ids)}"`, `Id="${pick(ids)}"`);
    }
    default: {
      // What was signed goes somewhere else, and another of its name in its place.
      const original = pick(own.filter((each) => /^<[^>]* (\w+:)?Id="/.test(each)));
      const name = /^<[\w:]+/.exec(original)?.[0] ?? "<";
      const forged = pick(pieces.filter((each) => each.startsWith(name) && each !== original));
      const ends = [...text.matchAll(/<\/[\w:]+>/g)].map(({ index }) => index);
      const place = ends[random(ends.length)] ?? 0;
      const moved = `${text.slice(0, place)}<x:W xmlns:x="urn:x">${original}</x:W>${text.slice(place)}`;
      return random(2) === 0 ? moved.replace(original, () => forged) : replaceLast(moved, original, forged);
    }
  }
}

function replaceLast(text: string, found: string, by: string): string {
  const at = text.lastIndexOf(found);
  return at === -1 ? text : text.slice(0, at) + by + text.slice(at + found.length);
}

if (!isInstalled("openssl")) console.warn("skipped: signatures: openssl is not installed");
describe.skipIf(!isInstalled("openssl"))("the signature of an answer", () => {
  let folder: string;
  const pem = (name: string) => readFileSync(join(folder, `${name}.pem`), "utf8");

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "xsdsmith-verify-"));
    for (const name of ["own", "other"]) {
      const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", join(folder, `${name}-key.pem`)];
      const out = ["-out", join(folder, `${name}.pem`), "-days", "2", "-subj", `/CN=${name}`];
      execFileSync("openssl", ["req", "-x509", ...key, ...out], { stdio: "ignore" });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** An envelope with its signature, as our own requests have it. */
  async function sign(text: string, options: Partial<SignMessageOptions> = {}): Promise<string> {
    const signing = signMessage({ privateKey: pem("own-key"), certificate: pem("own"), ...options });
    let signed = "";
    const request = { body: text, attachments: [], soap: "1.1", context: new CallContext() };
    await signing(request as unknown as ClientRequest, async ({ body }) => {
      signed = body;
      return { status: 202, headers: new Headers(), body: new Uint8Array() };
    });
    return signed;
  }

  interface Answer {
    readonly status?: number;
    readonly type?: string;
    readonly verify?: Partial<VerifySignatureOptions>;
    readonly onResponse?: (info: ResponseInfo) => void;
  }

  /** What a client makes of an answer. */
  async function read(text: string | Uint8Array, answer: Answer = {}): Promise<boolean | undefined> {
    const { status = 200, type = "text/xml; charset=utf-8", onResponse } = answer;
    const client = createClient(UMService, {
      endpoint: "https://mail.example.com/",
      interceptors: [verifySignature({ trusted: pem("own"), ...answer.verify })],
      transport: async () => ({
        status,
        headers: new Headers({ "content-type": type }),
        body: typeof text === "string" ? new TextEncoder().encode(text) : text,
      }),
    });
    return (await client.isUMEnabled({}, { onResponse })).isUMEnabledResponse;
  }

  async function refusal(text: string | Uint8Array, answer: Answer = {}): Promise<string> {
    const error = await rejectionOf(read(text, answer));
    expect(error).toMatchObject({ name: "ResponseError", code: "soap-signature" });
    return (error as { reason: string }).reason;
  }

  it("is verified, and the answer read", async () => {
    expect(await read(await sign(plain))).toBe(true);
    for (const hash of ["sha512", "sha1"] as const) {
      expect(await read(await sign(plain, { hash }), { verify: { hashes: [hash] } })).toBe(true);
    }
  });

  it("is verified by any of several certificates, and by whoever decides about the one that came along", async () => {
    const signed = await sign(plain);
    expect(await read(signed, { verify: { trusted: [pem("other"), pem("own")] } })).toBe(true);
    expect(await read(signed, { verify: { trusted: ({ subject }) => subject === "CN=own" } })).toBe(true);
    expect(await refusal(signed, { verify: { trusted: pem("other") } })).toContain("signed by another key");
    expect(await refusal(signed, { verify: { trusted: ({ subject }) => subject === "CN=other" } })).toContain(
      "not signed with a certificate that is trusted",
    );
  });

  it("is wanted: an answer without one is refused, a fault too unless it is said", async () => {
    expect(await refusal(plain)).toBe("the answer is not signed");
    expect(await refusal(fault, { status: 500 })).toBe("the answer is not signed");
    const verify = { unsignedFaults: "allow" } as const;
    expect(await rejectionOf(read(fault, { status: 500, verify }))).toMatchObject({ name: "SoapFault", reason: "no" });
    expect(await refusal(plain, { verify })).toBe("the answer is not signed");
    expect(await rejectionOf(read(await sign(fault), { status: 500 }))).toMatchObject({ name: "SoapFault" });
  });

  it("is not valid once something was altered", async () => {
    const signed = await sign(plain);
    expect(await refusal(signed.replace(">true<", ">false<"))).toContain("the answer was altered");
    expect(await refusal(signed.replace(/(Expires[^>]*>)\d{4}/, "$12999"))).toContain("the answer was altered");
    // Another letter than the one that is there, whatever that is this time.
    const first = /SignatureValue>(.)/.exec(signed)?.[1] === "A" ? "B" : "A";
    expect(await refusal(signed.replace(/(SignatureValue>)./, `$1${first}`))).toContain("the answer was altered");
  });

  it("covers the Body that is read: an original kept elsewhere is of no use", async () => {
    const signed = await sign(plain);
    const [body = ""] = /<soap:Body.*<\/soap:Body>/s.exec(signed) ?? [];
    const forged = body.replace(">true<", ">false<");
    const anonymous = forged.replace(/ [\w:]*Id="[^"]*"/, "");
    const wrapped = (inside: string) => `<x:Wrapper xmlns:x="urn:x">${inside}</x:Wrapper>`;
    // The forged Body has the identifier too, or none, or another; the original lies in the header, or behind.
    const inHeader = (at: string) =>
      signed.replace(body, at).replace("</soap:Header>", `${wrapped(body)}</soap:Header>`);
    expect(await refusal(inHeader(forged))).toContain("not to exactly one element");
    expect(await refusal(inHeader(anonymous))).toBe("the signature does not cover the Body");
    expect(await refusal(inHeader(forged.replace(/Id="[^"]*"/, 'Id="forged"')))).toContain("does not cover the Body");
    expect(await refusal(signed.replace(body, `${anonymous}${wrapped(body)}`))).toContain("does not cover the Body");
    expect(await refusal(signed.replace(body, anonymous + body))).toContain("not one Body");
    expect(await refusal(signed.replace(body, `<soap:Body>${anonymous}${body}</soap:Body>`))).toContain("not cover");
    // Inside of the signature itself, where an Object would be signed on its own.
    const object = `<ds:Object>${body}</ds:Object></ds:Signature>`;
    expect(await refusal(signed.replace(body, anonymous).replace("</ds:Signature>", object))).toContain("SignedInfo,");
  });

  it("lets no other value through, however the elements of an answer are taken apart and put together", async () => {
    const signed = await sign(plain);
    const forged = signed.replace(">true<", ">false<").replaceAll(/ (\w+:)?Id="[^"]*"/g, "");
    const pieces = [...elementsOf(signed), ...elementsOf(forged)];
    const random = newRandom(20_261_125);
    const outcomes = { read: 0, refused: 0 };
    for (let round = 0; round < 600; round++) {
      let text = signed;
      for (let changes = 1 + random(3); changes > 0; changes--) text = mutate(text, pieces, random);
      try {
        // The one value that was signed, or none.
        expect(await read(text), text).toBe(true);
        outcomes.read++;
      } catch (error) {
        expect(error, text).toBeInstanceOf(XmlError);
        outcomes.refused++;
      }
    }
    // Some changes are outside of what counts, so that the test tells the two apart.
    expect(outcomes.read).toBeGreaterThan(10);
    expect(outcomes.refused).toBeGreaterThan(300);
  });

  it("is one: what is signed twice, or secured twice, is refused", async () => {
    const signed = await sign(plain);
    const [security = ""] = /<(?:\w+:)?Security .*?<\/(?:\w+:)?Security>/s.exec(signed) ?? [];
    const [signature = ""] = /<ds:Signature .*<\/ds:Signature>/s.exec(signed) ?? [];
    expect(security).not.toBe("");
    expect(await refusal(signed.replace(signature, signature + signature))).toContain("signed several times");
    expect(await refusal(signed.replace(security, security + security))).toContain("several Security headers");
    const [info = ""] = /<ds:SignedInfo.*<\/ds:SignedInfo>/s.exec(signed) ?? [];
    expect(await refusal(signed.replace(info, info + info))).toContain("SignedInfo, SignatureValue and KeyInfo");
  });

  it("is fresh", async () => {
    // The certificate is as young as the test.
    const now = Date.now() + 3_600_000;
    const at = (seconds: number) => ({ now: () => now + seconds * 1000 });
    const signed = await sign(plain, { validFor: 100, ...at(0) });
    expect(await read(signed, { verify: at(150) })).toBe(true);
    expect(await refusal(signed, { verify: at(161) })).toBe("the answer has expired");
    expect(await refusal(signed, { verify: at(-61) })).toContain("created in the future");
    expect(await refusal(signed, { verify: { ...at(101), clockSkew: 0 } })).toBe("the answer has expired");
    expect(await refusal(signed, { verify: at(3 * 86_400) })).toContain("trusted and not expired");
  });

  /** A signature by xml-crypto of just these elements. */
  function signBy(
    text: string,
    paths: readonly string[],
    change: (signed: SignedXml) => void = () => undefined,
  ): string {
    const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    const signed = new SignedXml({
      privateKey: pem("own-key"),
      idMode: "wssecurity",
      signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      canonicalizationAlgorithm: exclusive,
    });
    const digestAlgorithm = "http://www.w3.org/2001/04/xmlenc#sha256";
    for (const xpath of paths) signed.addReference({ xpath, transforms: [exclusive], digestAlgorithm });
    change(signed);
    signed.computeSignature(text, { location: { reference: "//*[local-name()='Security']", action: "append" } });
    return signed.getSignedXml();
  }
  const [bodyPath, stampPath] = ["//*[local-name()='Body']", "//*[local-name()='Timestamp']"];
  const stamp = (content: string) => `<u:Timestamp xmlns:u="${wsu}">${content}</u:Timestamp>`;
  const created = (seconds: number) => `<u:Created>${new Date(Date.now() + seconds * 1000).toISOString()}</u:Created>`;
  const secured = (content: string, more = "") =>
    envelope(result, `<w:Security xmlns:w="${oasis}-wssecurity-secext-1.0.xsd">${content}</w:Security>${more}`);

  it("covers the Timestamp, which may be left out only where it is said", async () => {
    const optional = { verify: { timestamp: "optional" } } as const;
    const without = signBy(secured(""), [bodyPath]);
    expect(await refusal(without)).toBe("the answer has no Timestamp");
    expect(await read(without, optional)).toBe(true);
    const uncovered = signBy(secured(stamp(created(0))), [bodyPath]);
    expect(await refusal(uncovered)).toBe("the signature does not cover the Timestamp");
    expect(await refusal(uncovered, optional)).toBe("the signature does not cover the Timestamp");
    expect(await refusal(signBy(secured(stamp(created(0))), [stampPath]))).toBe(
      "the signature does not cover the Body",
    );
  });

  it("is as old as its Timestamp says where that does not say when it expires", async () => {
    const signed = (content: string) => signBy(secured(stamp(content)), [bodyPath, stampPath]);
    expect(await read(signed(created(-350)))).toBe(true);
    expect(await refusal(signed(created(-365)))).toBe("the answer has expired");
    expect(await read(signed(created(-365)), { verify: { maxAge: 400 } })).toBe(true);
    expect(await refusal(signed(""))).toContain("does not say when it was created");
    expect(await refusal(signed("<u:Created>yesterday</u:Created>"))).toContain("has no Created that is one time");
  });

  it("is by algorithms that are believed, and by nothing else", async () => {
    const stamped = secured(stamp(created(0)));
    const algorithm = (name: "signatureAlgorithm" | "canonicalizationAlgorithm", value: string) =>
      signBy(stamped, [bodyPath, stampPath], (signed) => Object.assign(signed, { [name]: value }));
    expect(await refusal(await sign(plain, { hash: "sha1" }))).toContain(
      "rsa-sha1; expected RSA with sha256 or sha512",
    );
    const inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    expect(await refusal(algorithm("canonicalizationAlgorithm", inclusive))).toContain("exclusive canonical XML");
    const signed = signBy(stamped, [bodyPath, stampPath]);
    const first = (pattern: RegExp, to: string) => refusal(signed.replace(pattern, to));
    expect(await first(/(<DigestMethod Algorithm=")[^"]*/, "$1http://www.w3.org/2000/09/xmldsig#sha1")).toContain(
      "a digest is by http://www.w3.org/2000/09/xmldsig#sha1",
    );
    const transform = /<Transform Algorithm="[^"]*"\/>/;
    expect(await first(transform, '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>')).toContain(
      "not by exclusive canonicalization alone",
    );
    expect(await first(transform, "$&$&")).toContain("not by exclusive canonicalization alone");
    expect(await first(/URI="#[^"]*"/, 'URI=""')).toContain("not to an identifier");
  });

  it("lets nothing past that it does not cover", async () => {
    const id = `<a:RelatesTo xmlns:a="http://www.w3.org/2005/08/addressing">urn:other</a:RelatesTo>`;
    const session = `<m:Session xmlns:m="urn:m">s1</m:Session>`;
    const text = secured(stamp(created(0)), session + id);
    const names = async (paths: readonly string[]) => {
      let found: readonly string[] = [];
      const onResponse = ({ soapHeaders }: ResponseInfo) => (found = soapHeaders.map(({ name }) => name));
      await read(signBy(text, [bodyPath, stampPath, ...paths]), { onResponse });
      return found;
    };
    expect(await names([])).toEqual([]);
    expect(await names(["//*[local-name()='Session']"])).toEqual(["Session"]);
  });

  it("stands before interceptors that read answers", async () => {
    const related = `<a:RelatesTo xmlns:a="http://www.w3.org/2005/08/addressing">urn:other</a:RelatesTo>`;
    const text = secured(stamp(created(0)), related);
    const paths = [bodyPath, stampPath];
    const call = (signed: string) =>
      createClient(UMService, {
        endpoint: "https://mail.example.com/",
        interceptors: [wsAddressing(), verifySignature({ trusted: pem("own") })],
        transport: async () => ({
          status: 200,
          headers: new Headers({ "content-type": "text/xml" }),
          body: new TextEncoder().encode(signed),
        }),
      }).isUMEnabled();
    const error = await rejectionOf(call(signBy(text, [...paths, "//*[local-name()='RelatesTo']"])));
    expect(error).toMatchObject({ code: "soap-addressing" });
    expect((await call(signBy(text, paths))).isUMEnabledResponse).toBe(true);
  });

  it("is found whatever the encoding, the prefixes and what stands between", async () => {
    const spaced = secured(stamp(`\n  ${created(0)}\n`))
      .replace(result, `\n  <!-- here -->${result.replace("true", "<![CDATA[tr]]>u<!-- -->e")}\n`)
      .replaceAll("soap:", "S:")
      .replace("xmlns:soap", "xmlns:S");
    const signed = signBy(spaced, [bodyPath, stampPath]);
    expect(await read(signed)).toBe(true);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${signed}`, "utf16le"));
    expect(await read(utf16, { type: "text/xml; charset=utf-16" })).toBe(true);
  });

  it("is not looked for where there is no envelope", async () => {
    const page = (status: number) => read("<html>off</html>", { status, type: "text/html" });
    expect(await rejectionOf(page(503))).toMatchObject({ code: "transport-status" });
    expect(await rejectionOf(page(401))).toMatchObject({ code: "transport-auth" });
    expect(await rejectionOf(page(200))).toMatchObject({ code: "transport-content-type" });
    expect(await rejectionOf(read("<Envelope/>"))).toMatchObject({ code: "soap-version" });
    expect(await rejectionOf(read("", { status: 500 }))).toMatchObject({ code: "transport-status" });
    expect(await rejectionOf(read(`${plain}<more/>`))).toMatchObject({ name: "ResponseError" });
    expect(await rejectionOf(read(`<!DOCTYPE x>${plain.slice(21)}`))).toMatchObject({ code: "xml-doctype" });
  });

  it("says nothing of attachments", async () => {
    const type = 'multipart/related; boundary="b"; type="text/xml"';
    const client = createClient(UMService, {
      endpoint: "https://mail.example.com/",
      attachments: attachmentSupport(),
      interceptors: [verifySignature({ trusted: pem("own") })],
      transport: async () => ({
        status: 200,
        headers: new Headers({ "content-type": type }),
        body: new TextEncoder().encode(`--b\r\nContent-Type: text/xml\r\n\r\n${plain}\r\n--b--`),
      }),
    });
    expect(await rejectionOf(client.isUMEnabled())).toMatchObject({
      reason: "an answer with attachments cannot be verified",
    });
  });

  it("needs options that can be met", () => {
    for (const trusted of [[], "no certificate", new Uint8Array(3)]) {
      expect(() => verifySignature({ trusted })).toThrow(TypeError);
    }
    expect(() => verifySignature({ trusted: pem("own"), clockSkew: -1 })).toThrow(TypeError);
    expect(() => verifySignature({ trusted: pem("own"), maxAge: 0 })).toThrow(TypeError);
  });
});
