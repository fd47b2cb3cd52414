// node-soap against our service: client.mjs CELL BASE, prints what it got.
import soap from "soap";

const [cell, base] = process.argv.slice(2);
const path = { rpc: "rpc", soap12: "doc12", mtomAnswer: "mtom", mtomRequest: "mtom", contents: "album" }[cell] ?? "doc";
const client = await soap.createClientAsync(`${base}/${path}?wsdl`, {
  forceSoap12Headers: cell === "soap12",
  parseReponseAttachments: ["mtomAnswer", "contents"].includes(cell),
});
client.addSoapHeader({ Session: "s1" }, "", "m", "urn:matrix");
const attachment = (contentId, mimetype, body) => ({ mimetype, contentId, name: contentId, body });
try {
  if (cell === "rpc") {
    const [{ moved }] = await client.MoveAsync({ point: { x: 1, y: 2 }, by: 5 });
    console.log(moved.x, moved.y);
  } else if (cell === "mtomAnswer") {
    await client.FetchAsync({ length: 5000 });
    console.log(client.lastResponseAttachments.parts[0].body.length);
  } else if (cell === "mtomRequest") {
    const reference = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:data@node-soap"/>';
    const data = attachment("data@node-soap", "application/octet-stream", Buffer.alloc(4000));
    const [{ length }] = await client.StoreAsync(
      { $xml: `<m:data xmlns:m="urn:matrix">${reference}</m:data>` },
      { forceMTOM: true, attachments: [data] },
    );
    console.log(length);
  } else if (cell === "contents") {
    const photo = Buffer.from([0, 13, 10, 45, 45, 255]);
    const [{ title }] = await client.SwapAsync(
      { title: "A" },
      {
        attachments: [
          attachment("photo=1@node-soap", "application/octet-stream", photo),
          attachment("note=1@node-soap", "text/plain", Buffer.from("1 m2")),
        ],
      },
    );
    const [scan, log] = client.lastResponseAttachments.parts;
    console.log(title, photo.equals(Buffer.from(scan.body)) && Buffer.from(log.body).toString() === "1 m2");
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
