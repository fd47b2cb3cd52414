import { afterEach, describe, expect, it } from "vitest";
import { type NodeTransport, nodeTransport, type TlsOptions } from "../../../../src/node/index.js";
import { serverEndPoint } from "../../../../src/node/transport/channel-binding.js";
import { derOf, hasOpenssl, makeCertificate } from "./certificates.js";
import { http, type RawServer, startRawServer } from "./raw-server.js";
import { rejectionOf, send } from "./send.js";

const open: (RawServer | NodeTransport)[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

describe.skipIf(!hasOpenssl())("TLS", () => {
  const server = hasOpenssl() ? makeCertificate() : { cert: "", key: "" };
  const client = hasOpenssl() ? makeCertificate("-subj", "/CN=um-client") : { cert: "", key: "" };

  async function serve(options: object = {}): Promise<string> {
    const started = await startRawServer(() => http(200, "<ok/>"), { ...server, ...options });
    open.push(started);
    return `https://localhost:${started.port}/`;
  }
  function transportOf(tls: TlsOptions): NodeTransport {
    const transport = nodeTransport({ tls });
    open.push(transport);
    return transport;
  }

  it("trusts the authority that it is given, and tells what binds to the connection", async () => {
    const url = await serve();
    const transport = transportOf({ ca: [client.cert, Buffer.from(server.cert)] });
    const { status, connection } = await send(transport, url, { pin: {} });
    expect(status).toBe(200);
    expect(connection?.channelBinding).toEqual(serverEndPoint(derOf(server.cert)));
    expect((await send(transport, url.replace("localhost", "127.0.0.1"))).status).toBe(200);
  });

  it.each<[string, TlsOptions, object]>([
    ["that it does not know", {}, {}],
    ["for another name", { ca: server.cert, servername: "other.invalid" }, {}],
    ["over a version that is too old", { ca: server.cert, minVersion: "TLSv1.3" }, { maxVersion: "TLSv1.2" }],
    ["over TLS 1.1", { ca: server.cert }, { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" }],
  ])("refuses a server %s", async (_name, tls, options) => {
    const url = await serve(options);
    const transport = transportOf(tls);
    expect(await rejectionOf(send(transport, url))).toMatchObject({ code: "transport-tls", unsent: true });
    await expect.poll(() => transport.sockets).toBe(0);
  });

  it("shows its certificate to a server that wants one", async () => {
    for (const maxVersion of ["TLSv1.2", "TLSv1.3"]) {
      const url = await serve({ requestCert: true, ca: client.cert, maxVersion });
      expect((await send(transportOf({ ca: server.cert, ...client }), url)).status).toBe(200);
      expect(await rejectionOf(send(transportOf({ ca: server.cert }), url))).toMatchObject({ code: "transport-tls" });
    }
  });
});
