// node-soap's server of matrix.wsdl, a port at a path: server.mjs PORT.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import soap from "soap";

const text = readFileSync(new URL("matrix.wsdl", import.meta.url), "utf8");
const server = createServer((_request, response) => response.writeHead(404).end());

function listen(path, port, operations, header) {
  const xml = text.replace(/ *<w:port name="(\w+)".*\n/g, (line, name) => (name === port ? line : ""));
  const callback = () => header && listener.addSoapHeader(header);
  const listener = soap.listen(server, {
    path,
    services: { Matrix: { [port]: operations } },
    xml,
    callback,
    forceSoap12Headers: port.endsWith("12"),
  });
}

function ask({ text: asked }, _callback, headers) {
  if (asked.length > 10) {
    const detail = { TooLong: { attributes: { xmlns: "urn:matrix" }, max: 10 } };
    throw { Fault: { faultcode: "soap:Client", faultstring: "the text is too long", detail } };
  }
  return { answer: `${asked} for ${headers.Session}` };
}

server.listen(Number(process.argv[2]), "127.0.0.1", () => {
  listen("/rpc", "RpcSoap", {
    Move: ({ point, by }) => ({ moved: { x: Number(point.x) + Number(by), y: Number(point.y) } }),
  });
  for (const [path, port] of [
    ["/doc", "DocSoap"],
    ["/doc12", "DocSoap12"],
  ]) {
    listen(path, port, { Ask: ask }, { Quota: { attributes: { xmlns: "urn:matrix" }, $value: 7 } });
  }
});
