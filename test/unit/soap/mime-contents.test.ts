import { describe, expect, it } from "vitest";
import { generateFiles } from "../../../generator/generate.js";
import { memoryFiles } from "../../../generator/load/files.js";
import { diff } from "../../../generator/questions/diff/diff.js";
import { buildSite } from "../../../generator/questions/site/site.js";
import { attachmentSupport } from "../../../src/soap.js";
import { type AnyClient, connect, elements, readWsdl, rejectionOf, wsdl } from "./wsdl-service.js";

const photo = new Uint8Array([0xff, 0xd8, 0, 13, 10, 45, 45]);

function binding(content: string, direction: "input" | "output"): string {
  return `<w:${direction}><mime:multipartRelated><mime:part><soap:body use="literal"/></mime:part>${content}</mime:multipartRelated></w:${direction}>`;
}

const text = wsdl({
  schema: elements("Put", "PutResponse"),
  definitions: `
    <w:message name="In"><w:part name="body" element="t:Put"/><w:part name="photo" type="xs:base64Binary"/><w:part name="Größe" type="xs:string"/></w:message>
    <w:message name="Out"><w:part name="body" element="t:PutResponse"/><w:part name="scan" type="xs:base64Binary"/><w:part name="log" type="xs:string"/></w:message>
    <w:portType name="P"><w:operation name="Put"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>`,
  binding: `<w:operation name="Put"><soap:operation soapAction="urn:t/Put"/>
    ${binding(`<mime:part><mime:content part="photo" type="image/jpeg"/></mime:part><mime:part><mime:content part="Größe" type="text/plain"/></mime:part>`, "input")}
    ${binding(`<mime:part><mime:content part="scan" type="image/png"/><mime:content part="scan" type="image/tiff"/></mime:part><mime:part><mime:mimeXml part="log"/></mime:part>`, "output")}
  </w:operation>`,
});

async function newService() {
  const { services, components } = await readWsdl(text);
  const [service] = services;
  if (service === undefined) throw new Error("no service");
  return { service, components };
}

interface Seen {
  readonly contents: object;
}

describe("parts bound by mime:content", () => {
  it("are described with their types, and nothing is reported", async () => {
    const { service, components } = await newService();
    expect(components.issues).toEqual([]);
    const { contents, responseContents } = service.descriptor.operations["put"] ?? {};
    expect(contents).toEqual({
      photo: { part: "photo", as: "bytes", types: ["image/jpeg"] },
      größe: { part: "Größe", as: "text", types: ["text/plain"] },
    });
    expect(responseContents).toEqual({
      scan: { part: "scan", as: "content", types: ["image/png", "image/tiff"] },
      log: { part: "log", as: "text", types: ["text/xml"] },
    });
  });

  it("are typed in generated code", async () => {
    const { files } = await generateFiles(["s.wsdl"], memoryFiles({ "s.wsdl": text }));
    const code = files.map((file) => file.text).join("");
    expect(code).toContain(`
  put: OperationDescriptor<
    Put,
    PutResponse,
    { contents: { photo: Uint8Array; größe: string }; responseContents: { scan: MimeContent; log: string } }
  >;`);
    expect(code).toContain(`
      contents: {
        photo: mimeContent("photo", "bytes", ["image/jpeg"]),
        größe: mimeContent("Größe", "text", ["text/plain"]),
      },`);
  });

  it("are in what changed between two versions, and on the pages of a site", async () => {
    const { components: before } = await newService();
    const { components: after } = await readWsdl(text.replace('type="image/tiff"', 'type="image/gif"'));
    expect(diff(before, after).components.flatMap(({ changes }) => changes)).toEqual([
      {
        text: "the attachments of the response are scan (image/png, image/gif), log (text/xml) now, before scan (image/png, image/tiff), log (text/xml)",
        breaks: { writers: false, readers: true },
      },
    ]);
    const pages = buildSite(before, { title: "Album" });
    expect([...pages].find(({ path }) => path === "operations/Put.html")?.text).toContain(
      "<li>attachment scan of image/png or image/tiff</li>",
    );
  });

  it("go both ways, as SOAP Messages with Attachments", async () => {
    const { service } = await newService();
    const attachments = attachmentSupport();
    const scan = { contentType: "image/tiff", bytes: photo };
    let received: object = {};
    let sent: Request | undefined;
    const { client, errors } = connect(
      service,
      {
        put: (input: string, context) => {
          received = context.contents;
          sent = context.request;
          Object.assign(context.responseContents, { scan, log: "<é/>" });
          return input;
        },
      },
      { handler: { attachments }, client: { attachments } },
    );
    let seen: object = {};
    const onResponse = ({ contents }: Seen) => (seen = contents);
    expect(await client["put"]?.("hello", { contents: { photo, größe: "1 m²" }, onResponse })).toBe("hello");
    expect(errors).toEqual([]);
    expect(received).toEqual({ photo, größe: "1 m²" });
    expect(seen).toEqual({ scan, log: "<é/>" });
    expect(sent?.headers.get("content-type")).toMatch(/^multipart\/related; type="text\/xml"; start=/);
  });

  it("are named as the WS-I Attachments Profile says", async () => {
    const { service } = await newService();
    const attachments = attachmentSupport();
    let body = "";
    const { client } = connect(
      service,
      { put: (input: string) => input },
      {
        client: {
          attachments,
          transport: async (request) => {
            body = new TextDecoder().decode(request.body as Uint8Array);
            return { status: 500, headers: new Headers(), body: new Uint8Array() };
          },
        },
      },
    );
    await rejectionOf(client["put"]?.("hello", { contents: { größe: "1 m²" } }));
    expect(body).toMatch(
      /\r\nContent-Type: text\/plain; charset=utf-8\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <Gr%C3%B6%C3%9Fe=[\w-]+@xsdsmith>\r\n\r\n1 m²\r\n/,
    );
    expect(body).toContain("\r\nContent-Type: text/xml; charset=utf-8\r\n");
  });

  const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><PutResponse xmlns="urn:t">ok</PutResponse></s:Body></s:Envelope>`;
  const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;

  /** A client whose server answers with these parts behind the envelope. */
  async function answering(...parts: readonly string[]): Promise<AnyClient> {
    const { service } = await newService();
    const body = `${part("Content-Type: text/xml", envelope)}${parts.join("")}--b--`;
    const transport = async () => ({
      status: 200,
      headers: new Headers({ "content-type": `multipart/related; type="text/xml"; boundary="b"` }),
      body: new TextEncoder().encode(body),
    });
    return connect(service, { put: () => "" }, { client: { attachments: attachmentSupport(), transport } }).client;
  }

  async function read(...parts: readonly string[]): Promise<object> {
    let seen: object = {};
    const client = await answering(...parts);
    await client["put"]?.("hello", { onResponse: ({ contents }: Seen) => (seen = contents) });
    return seen;
  }

  it("are told by their media types where their identifiers name no part", async () => {
    const scan = { contentType: "image/png", bytes: new TextEncoder().encode("png") };
    const log = part("Content-Type: text/xml\r\nContent-ID: <1@axis>", "<log/>");
    const other = part("Content-Type: application/pdf", "pdf");
    expect(await read(other, log, part("Content-Type: image/png", "png"))).toEqual({ scan, log: "<log/>" });
    expect(await read(log)).toEqual({ log: "<log/>" });
    // What names another part is not it.
    expect(await read(part("Content-Type: text/xml\r\nContent-ID: <note=1@b>", "<note/>"))).toEqual({});
  });

  it("are refused where a text is not in its encoding", async () => {
    const client = await answering(part("Content-Type: text/xml; charset=utf-16le", "odd"));
    const error = await rejectionOf(client["put"]?.("hello", { onResponse: () => undefined }));
    expect(error).toMatchObject({ name: "ResponseError", code: "soap-attachments" });
    expect(String(error)).toContain("the part log is not in the encoding utf-16le");
  });

  it.each([
    [{ photo: "text" }, "contents.photo", "found string; expected bytes (Uint8Array)"],
    [{ größe: photo }, "contents.größe", "found object; expected a text"],
    [{ other: photo }, "contents.other", "the operation declares no content `other`: it would be lost"],
  ])("of another kind are not sent: %o", async (contents, path, message) => {
    const { service } = await newService();
    const { client, exchanges } = connect(service, { put: () => "" }, { client: { attachments: attachmentSupport() } });
    const error = await rejectionOf(client["put"]?.("hello", { contents }));
    expect(error).toMatchObject({ name: "ValidationError", issues: [{ path: path.split("."), message }] });
    expect(exchanges).toEqual([]);
  });

  it("need support for attachments, on both sides", async () => {
    const { service } = await newService();
    const implementation = {
      put: (input: string, { responseContents }: { responseContents: object }) => {
        Object.assign(responseContents, { scan: { contentType: "image/png\r\nX: y", bytes: photo } });
        return input;
      },
    };
    const { client, errors } = connect(service, implementation);
    expect(await rejectionOf(client["put"]?.("hello", { contents: { photo } }))).toBeInstanceOf(TypeError);
    expect(await rejectionOf(client["put"]?.("hello"))).toMatchObject({ name: "SoapFault" });
    expect(errors).toMatchObject([{ message: "responseContents need the option attachments" }]);

    // A media type is no place for other headers.
    const second = connect(service, implementation, { handler: { attachments: attachmentSupport() } });
    await rejectionOf(second.client["put"]?.("hello"));
    expect(second.errors).toMatchObject([{ name: "ValidationError", issues: [{ path: ["contents", "scan"] }] }]);
  });
});
