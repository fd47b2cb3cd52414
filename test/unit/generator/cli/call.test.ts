import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../../generator/cli/run.js";
import type { Terminal } from "../../../../generator/cli/terminal.js";
import { type Listener, listen } from "../../../../src/node/listen.js";
import { root } from "../../../project-root.js";
import { wsdl } from "../../soap/wsdl-service.js";

const schema = `
  <xs:element name="Put"><xs:complexType><xs:sequence>
    <xs:element name="big" type="xs:long"/><xs:element name="hex" type="xs:hexBinary"/><xs:element name="item" type="xs:integer" maxOccurs="3"/>
  </xs:sequence><xs:attribute name="data" type="xs:base64Binary"/></xs:complexType></xs:element>
  <xs:element name="PutResponse"><xs:complexType><xs:sequence><xs:element name="big" type="xs:long"/><xs:element name="hex" type="xs:hexBinary"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="Session" type="xs:unsignedLong"/>`;
const description = wsdl({
  schema,
  definitions: `<w:message name="In"><w:part name="p" element="t:Put"/><w:part name="s" element="t:Session"/></w:message><w:message name="Out"><w:part name="p" element="t:PutResponse"/></w:message>
    <w:portType name="P"><w:operation name="Put"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>`,
  binding: `<w:operation name="Put"><soap:operation soapAction="urn:t/Put"/><w:input><soap:body parts="p" use="literal"/><soap:header message="t:In" part="s" use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation>`,
});

interface Recorded {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

let folder: string;
let stop: () => void;
let serving: Promise<Recorded>;
let base: string;

async function cli(args: readonly string[], more: Partial<Terminal> = {}): Promise<Recorded> {
  const out: string[] = [];
  const errors: string[] = [];
  const print = (line: string) => void out.push(line);
  const terminal: Terminal = {
    env: {},
    cwd: folder,
    color: false,
    print,
    error: (line) => void errors.push(line),
    ...more,
  };
  const code = await run(args, terminal);
  return { code, out: out.join("\n"), error: errors.join("\n") };
}

async function freePort(): Promise<number> {
  const listener: Listener = await listen(async () => new Response());
  await listener.close(0);
  return listener.port;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "xsdsmith-call-"));
  writeFileSync(join(folder, "s.wsdl"), description);
  writeFileSync(
    join(folder, "mock.mjs"),
    `export const put = ({ big, hex }, { headers }) => ({ big: big + (headers.session ?? 0n), hex });`,
  );
  const port = await freePort();
  base = `http://127.0.0.1:${port}/`;
  let started: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (started = resolve));
  serving = cli(["serve", "s.wsdl", "--port", String(port), "--module", "mock.mjs"], {
    print: () => started(),
    interrupted: () => new Promise((resolve) => (stop = resolve)),
  });
  await ready;
});
afterAll(async () => {
  stop();
  expect((await serving).code).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

const input = `{"big":"9007199254740993","hex":"0aFF","item":[1,"2"],"data":"AAE="}`;

describe("xsdsmith call", () => {
  it("sends JSON as the types want it, and prints JSON that can be sent again", async () => {
    const { out, code, error } = await cli(["call", "s.wsdl", "Put", "--json", input, "--endpoint", base]);
    expect(error).toBe("");
    expect(JSON.parse(out)).toEqual({ big: "9007199254740993", hex: "0AFF" });
    expect(code).toBe(0);
  });

  it("sends declared header blocks, and takes the operation by its method", async () => {
    const args = ["call", "s.wsdl", "put", "--json", input, "--blocks", `{"session":1}`, "--endpoint", base];
    expect(JSON.parse((await cli(args)).out)).toMatchObject({ big: "9007199254740994" });
  });

  it("takes the input as XML, gives the result as XML, and shows the messages", async () => {
    writeFileSync(join(folder, "in.xml"), `<Put xmlns="urn:t"><big>1</big><hex>00</hex><item>5</item></Put>`);
    const args = ["call", "s.wsdl", "Put", "--xml", "in.xml", "--output", "xml", "--endpoint", base, "--show-soap"];
    const { out } = await cli(args);
    expect(out).toContain("<-- HTTP 200");
    expect(out).toMatch(/<PutResponse xmlns="urn:t">\n {2}<big>1<\/big>\n {2}<hex>00<\/hex>\n<\/PutResponse>$/);
  });

  it("shows what a fault says beside its reason", async () => {
    const matrix = "test/interop/matrix/matrix.wsdl";
    const answering = async (detail: string) => {
      const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="urn:x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring><detail>${detail}</detail></s:Fault></s:Body></s:Envelope>`;
      const server = await listen(
        async () => new Response(body, { status: 500, headers: { "content-type": "text/xml" } }),
      );
      const args = ["call", matrix, "Ask", "--json", `{"text":"a"}`, "--endpoint", server.url];
      const { code, error } = await cli(args, { cwd: root });
      await server.close();
      expect(code).toBe(1);
      return error.split("\n");
    };
    expect(await answering(`<TooLong xmlns="urn:matrix"><max>10</max></TooLong>`)).toEqual([
      `fault tooLong: {"max":10}`,
      "error soap-fault: Client: no",
    ]);
    expect(await answering("<x:Other><x:max>10</x:max></x:Other>")).toEqual([
      // Its texts may use any prefix that is declared around it.
      `<x:Other xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="urn:x">`,
      "  <x:max>10</x:max>",
      "</x:Other>",
      "error soap-fault: Client: no",
    ]);
  });

  it("sends nothing that the schema does not allow", async () => {
    const { code, error } = await cli(["call", "s.wsdl", "Put", "--json", `{"big":"x"}`, "--endpoint", base]);
    expect(code).toBe(1);
    expect(error).toContain("cvc-");
  });

  it("lists operations with what they take and give", async () => {
    const { out } = await cli(["call", "s.wsdl", "--list"]);
    expect(out).toContain(
      "Put { data?: base64Binary, big: long, hex: hexBinary, item: integer[] } → { big: long, hex: hexBinary }",
    );
    expect(out).toContain("headers: session");
  });

  it.each([
    [["Putt"], "did you mean Put?"],
    [["Put", "--json", "1"], "is a JSON object"],
    [["Put", "--header", "x"], "NAME:VALUE"],
    [["Put", "--output", "yaml"], "json or xml"],
    [["Put"], "the WSDL names no address"],
  ])("says what is wrong with the command line: %s", async (args, message) => {
    const endpoint = message.includes("address") ? [] : ["--endpoint", base];
    const { code, error } = await cli(["call", "s.wsdl", ...args, ...endpoint]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe("the URL of a description", () => {
  it("is read, with what it names at the same server", async () => {
    const { out, code } = await cli(["call", `${base}?wsdl`, "Put", "--json", input, "--endpoint", base]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ big: "9007199254740993", hex: "0AFF" });
  });

  it.each([
    [
      "another server",
      (own: string) =>
        `<w:import xmlns:w="http://schemas.xmlsoap.org/wsdl/" namespace="urn:u" location="${own.replace("127.0.0.1", "localhost")}b"/>`,
      "at another server than the WSDL",
    ],
    ["a redirect", () => "", "cannot read"],
    ["an error", () => "", "the server answered with HTTP status 404"],
  ])("does not lead to %s", async (what, imports, message) => {
    const server = await listen(async (request) => {
      const { pathname, origin } = new URL(request.url);
      if (what === "a redirect") return Response.redirect(`${origin}/b`, 302);
      if (what === "an error" || pathname !== "/a") return new Response(null, { status: 404 });
      return new Response(description.replace("<w:types>", `${imports(`${origin}/`)}<w:types>`));
    });
    const { code, error } = await cli(["call", `${server.url}/a`, "--list"]);
    await server.close();
    expect(code).toBe(1);
    expect(error).toContain(message);
  });
});

describe("attachments", () => {
  const album = ["test/interop/matrix/album.wsdl"];

  async function withMock(use: (call: (...args: readonly string[]) => Promise<Recorded>) => Promise<void>) {
    const port = await freePort();
    let end: () => void = () => undefined;
    let started: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (started = resolve));
    const server = cli(["serve", ...album, "--port", String(port)], {
      cwd: root,
      print: () => started(),
      interrupted: () => new Promise((resolve) => (end = resolve)),
    });
    await ready;
    await use((...args) => cli(["call", ...album, ...args, "--endpoint", `http://127.0.0.1:${port}/`], { cwd: root }));
    end();
    await server;
  }

  it("are sent of files, told of, and saved; a mock answers with some", async () => {
    writeFileSync(join(folder, "note.txt"), "1 m²");
    const note = join(folder, "note.txt");
    const saved = join(folder, "saved");
    await withMock(async (call) => {
      const title = ["Swap", "--json", `{"title":"A"}`];
      const { code, error } = await call(
        ...title,
        "--attach",
        `note=${note}`,
        "--attach",
        `photo=${note}`,
        "--save",
        saved,
      );
      expect(error.split("\n")).toEqual([
        "attachment scan: 6 bytes of application/octet-stream",
        "attachment log: 6 bytes of text/plain; charset=utf-8",
      ]);
      expect(code).toBe(0);
      expect(readdirSync(saved).sort()).toEqual(["log", "scan"]);
      expect(readFileSync(join(saved, "log"), "utf8")).toBe("sample");
      expect((await call(...title, "--attach", `other=${note}`)).error).toContain("PART is photo or note");
      expect((await call(...title, "--attach", "note")).code).toBe(2);
    });
  });

  it("are named by nothing that leads out of the folder", async () => {
    const part = (id: string) => `--b\r\nContent-ID: <${id}>\r\nContent-Type: text/plain\r\n\r\nx\r\n`;
    const answer = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><SwapResponse xmlns="urn:album"><title>A</title></SwapResponse></s:Body></s:Envelope>`;
    const body = `--b\r\nContent-Type: text/xml\r\n\r\n${answer}\r\n${part("../up=1@x")}${part("%2e%2e%2fup=1@x")}${part("log=1@x")}--b--`;
    const headers = { "content-type": `multipart/related; boundary="b"; type="text/xml"` };
    const server = await listen(async () => new Response(body, { headers }));
    const args = ["Swap", "--json", `{"title":"A"}`, "--save", join(folder, "named"), "--endpoint", server.url];
    expect((await cli(["call", ...album, ...args], { cwd: root })).code).toBe(0);
    await server.close();
    expect(readdirSync(join(folder, "named")).sort()).toEqual(["attachment-1", "attachment-2", "log"]);
  });
});

describe("xsdsmith serve", () => {
  it("answers every operation of the UM service with a sample, and gives out its description", async () => {
    const port = await freePort();
    let end: () => void = () => undefined;
    let started: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (started = resolve));
    const server = cli(["serve", "schemas/um.wsdl", "--port", String(port)], {
      cwd: root,
      print: () => started(),
      interrupted: () => new Promise((resolve) => (end = resolve)),
    });
    await ready;
    const endpoint = `http://127.0.0.1:${port}/`;
    const args = ["call", "schemas/um.wsdl", "GetCallInfo", "--json", `{"callId":"a"}`, "--endpoint", endpoint];
    expect(JSON.parse((await cli(args, { cwd: root })).out)).toEqual({
      getCallInfoResponse: { callState: "Idle", eventCause: "None" },
    });
    expect(await (await fetch(`${endpoint}?wsdl`)).text()).toContain(`location="${endpoint}"`);
    expect(await (await fetch(`${endpoint}?xsd=um.xsd`)).text()).toContain("<xs:schema");
    end();
    expect((await server).code).toBe(0);
  });

  it("needs a WSDL with a SOAP binding", async () => {
    expect(await cli(["serve", "schemas/um.xsd"], { cwd: root })).toMatchObject({ code: 2 });
    expect(await cli(["serve", "s.wsdl", "--binding", "None"])).toMatchObject({
      code: 2,
      error: expect.stringContaining("there are B"),
    });
  });
});
