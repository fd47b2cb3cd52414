import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../generator/cli/run.js";
import type { Terminal } from "../../../generator/cli/terminal.js";
import { type Listener, listen } from "../../../src/node/listen.js";
import { root } from "../../project-root.js";
import { wsdl } from "../soap/wsdl-service.js";

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
