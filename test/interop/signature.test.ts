import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signMessage, verifySignature } from "xsdsmith/node";
import { createClient, type Interceptor, usernameToken, wsAddressing } from "xsdsmith/soap";
import { UMService } from "../../generated/um.js";
import { root } from "../project-root.js";
import { whyNot } from "./peers.js";

const needs = [
  "openssl",
  "/usr/bin/python3",
  "/usr/lib/python3/dist-packages/zeep",
  "/usr/lib/python3/dist-packages/xmlsec",
];

/** zeep with xmlsec: the signature of the message in a file, and what it covers. */
const verify = `
import sys
from lxml import etree
from zeep.wsse.signature import verify_envelope
envelope = etree.parse(sys.argv[1]).getroot()
verify_envelope(envelope, sys.argv[2])
ds = "{http://www.w3.org/2000/09/xmldsig#}"
wsu = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}"
ids = {e.get(wsu + "Id"): etree.QName(e).localname for e in envelope.iter() if e.get(wsu + "Id")}
print(" ".join(sorted(ids[r.get("URI")[1:]] for r in envelope.iter(ds + "Reference") if r.get("URI"))))
`;

/** zeep with xmlsec: signs the message in a file, by the class that is named. */
const sign = `
import sys
import xmlsec
from lxml import etree
from zeep.wsse import signature
envelope = etree.parse(sys.argv[1]).getroot()
signer = getattr(signature, sys.argv[4])
by = signer(sys.argv[2], sys.argv[3], signature_method=xmlsec.Transform.RSA_SHA256, digest_method=xmlsec.Transform.SHA256)
by.apply(envelope, {})
print(etree.tostring(envelope).decode())
`;

const messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
const oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity";

/** An answer as a server has it before it is signed. */
function answer(): string {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <s:Header>
    <o:Security s:mustUnderstand="1" xmlns:o="${oasis}-secext-1.0.xsd">
      <u:Timestamp xmlns:u="${oasis}-utility-1.0.xsd"><u:Created>${at(0)}</u:Created><u:Expires>${at(5)}</u:Expires></u:Timestamp>
    </o:Security>
  </s:Header>
  <s:Body><GetCallInfoResponse xmlns="${messages}">
    <GetCallInfoResponse><CallState>Connected</CallState><EventCause>None</EventCause></GetCallInfoResponse>
  </GetCallInfoResponse></s:Body>
</s:Envelope>`;
}

/** What our client reads in an answer. */
async function readSigned(text: string, trusted: Parameters<typeof verifySignature>[0]["trusted"]): Promise<string> {
  const client = createClient(UMService, {
    endpoint: "https://mail.example.com/",
    interceptors: [verifySignature({ trusted })],
    transport: async () => ({
      status: 200,
      headers: new Headers({ "content-type": "text/xml" }),
      body: new TextEncoder().encode(text),
    }),
  });
  const { getCallInfoResponse } = await client.getCallInfo({ callId: "MDlk" });
  return getCallInfoResponse.callState;
}

describe.skipIf(whyNot("signatures, by zeep and xmlsec", needs, "python3-zeep python3-xmlsec openssl") !== undefined)(
  "a signed message",
  () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "xsdsmith-signature-"));
      const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", join(folder, "key.pem")];
      const out = ["-out", join(folder, "cert.pem"), "-days", "2", "-subj", "/CN=xsdsmith"];
      execFileSync("openssl", ["req", "-x509", ...key, ...out], { stdio: "ignore" });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const readPem = (name: string) => readFileSync(join(folder, name), "utf8");

    /** What a call sends. */
    async function send(...before: readonly Interceptor[]): Promise<string> {
      let sent = "";
      const interceptors = [
        ...before,
        signMessage({ privateKey: readPem("key.pem"), certificate: readPem("cert.pem") }),
      ];
      const client = createClient(UMService, {
        endpoint: "https://mail.example.com/",
        interceptors,
        transport: async ({ body }) => {
          sent = String(body);
          return { status: 202, headers: new Headers(), body: new Uint8Array() };
        },
      });
      // The answer is empty: what was sent is what is looked at.
      await client.disconnect({ callId: "<a> & 'b'" }).catch(() => undefined);
      return sent;
    }

    async function judge(message: string): Promise<string> {
      const file = join(folder, "message.xml");
      writeFileSync(file, message);
      const { stdout } = await promisify(execFile)("/usr/bin/python3", ["-c", verify, file, join(folder, "cert.pem")]);
      return stdout.trim();
    }

    it("is verified: body and timestamp", async () => {
      expect(await judge(await send())).toBe("Body Timestamp");
    });

    it("is verified with a user's name and addresses, which are signed too", async () => {
      const message = await send(wsAddressing(), usernameToken({ user: "me", password: "secret", validFor: 60 }));
      expect(await judge(message)).toBe("Action Body MessageID ReplyTo Timestamp To");
      expect(message.match(/<(?:\w+:)?Security[ >]/g)).toHaveLength(1);
    });

    it("is refused once it was changed", async () => {
      const message = await send();
      await expect(judge(message.replace("&amp;", "and"))).rejects.toThrow(/SignatureVerificationFailed/);
    });

    describe.each(["MemorySignature", "Signature", "BinarySignature"])("of an answer by zeep's %s", (signer) => {
      let signed: string;
      beforeAll(async () => {
        const files = ["key.pem", "cert.pem"].map((name) => join(folder, name));
        const message = join(folder, "answer.xml");
        writeFileSync(message, answer());
        // The class that is given texts in place of files.
        const code =
          signer === "MemorySignature" ? sign.replaceAll(/sys\.argv\[([23])\]/g, "open($&, 'rb').read()") : sign;
        const { stdout } = await promisify(execFile)("/usr/bin/python3", ["-c", code, message, ...files, signer]);
        signed = stdout;
      });

      it("is verified, and refused once the answer was changed", async () => {
        expect(await readSigned(signed, readPem("cert.pem"))).toBe("Connected");
        expect(await readSigned(signed, ({ subject }) => subject === "CN=xsdsmith")).toBe("Connected");
        await expect(
          readSigned(signed.replace("Connected", "Disconnected"), readPem("cert.pem")),
        ).rejects.toMatchObject({
          code: "soap-signature",
        });
      });
    });

    it("needs the certificate of the key", () => {
      const other = execFileSync("openssl", ["genrsa", "2048"], { stdio: ["ignore", "pipe", "ignore"] });
      expect(() => signMessage({ privateKey: other, certificate: readPem("cert.pem") })).toThrow(TypeError);
    });
  },
);

const jars = ["wss4j", "xmlsec", "commons-logging", "slf4j-api", "slf4j-nop"].map(
  (name) => `/usr/share/java/${name}.jar`,
);
const javaNeeds = ["openssl", "java", "javac", ...jars];

describe.skipIf(whyNot("signatures, by WSS4J", javaNeeds, "libwss4j-java openjdk-17-jdk-headless") !== undefined)(
  "an answer signed by WSS4J",
  () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "xsdsmith-wss4j-"));
      const file = (name: string) => join(folder, name);
      const request = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        file("key.pem"),
        "-out",
        file("cert.pem"),
      ];
      execFileSync("openssl", [...request, "-days", "2", "-subj", "/CN=wss4j"], { stdio: "ignore" });
      const store = ["pkcs12", "-export", "-inkey", file("key.pem"), "-in", file("cert.pem"), "-out", file("key.p12")];
      execFileSync("openssl", [...store, "-name", "me", "-passout", "pass:secret"], { stdio: "ignore" });
      const unsigned = answer().replace(/<s:Header>.*<\/s:Header>/s, "");
      writeFileSync(file("answer.xml"), unsigned);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each([
      ["the certificate along with it", 1],
      ["issuer and serial number", 2],
      ["the certificate within", 3],
      ["the identifier of the key", 4],
      ["the hash of the certificate", 8],
    ])("is verified, with %s", async (_, identifier) => {
      const args = ["-cp", jars.join(":"), join(root, "test/interop/WssSigner.java"), "answer.xml", "key.p12"];
      const { stdout } = await promisify(execFile)("java", [...args, String(identifier)], { cwd: folder });
      const trusted = readFileSync(join(folder, "cert.pem"), "utf8");
      expect(stdout).toContain("InclusiveNamespaces");
      expect(await readSigned(stdout, trusted)).toBe("Connected");
      await expect(readSigned(stdout.replace("Connected", "Disconnected"), trusted)).rejects.toMatchObject({
        code: "soap-signature",
      });
    });
  },
);
