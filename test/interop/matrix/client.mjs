// node-soap against our service: client.mjs CELL BASE MODULE, prints what it got.
import { pathToFileURL } from "node:url";

const [cell, base, module] = process.argv.slice(2);
const { default: soap } = await import(pathToFileURL(module).href);
const path = { rpc: "rpc", soap12: "doc12", attachments: "mtom" }[cell] ?? "doc";
const client = await soap.createClientAsync(`${base}/${path}?wsdl`, {
  forceSoap12Headers: cell === "soap12",
  parseReponseAttachments: cell === "attachments",
});
client.addSoapHeader({ Session: "s1" }, "", "m", "urn:matrix");
try {
  if (cell === "rpc") {
    const [{ moved }] = await client.MoveAsync({ point: { x: 1, y: 2 }, by: 5 });
    console.log(moved.x, moved.y);
  } else if (cell === "attachments") {
    const [{ data }] = await client.FetchAsync({ length: 5000 });
    console.log(Buffer.from(data, "base64").length || client.lastResponseAttachments?.parts?.[0]?.body?.length);
  } else {
    const [answer, , header] = await client.AskAsync({ text: cell === "fault" ? "much too long" : "hi" });
    console.log(answer.answer, header?.Quota);
  }
} catch (error) {
  console.log(
    error.root?.Envelope?.Body?.Fault?.faultstring ?? error.message,
    error.root?.Envelope?.Body?.Fault?.detail?.TooLong?.max,
  );
}
