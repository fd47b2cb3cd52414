import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeTransport } from "../../src/node/index.js";
import { startUmService, type UmServer } from "../../src/node/um-testing.js";
import { basicAuthentication, createUmClient } from "../../src/um.js";
import { type FaultReport, faults, faultTable, meetFaults, sound } from "./faults.js";
import { freePort, Peers, whyNot } from "./peers.js";

const packages = "haproxy nginx-light socat openssl";
const reason = whyNot("faultlab", ["haproxy", "nginx", "socat", "openssl", "python3"], packages);
const timeout = 2500;

describe.skipIf(reason !== undefined)("a server with faults", () => {
  let peers: Peers;
  let service: UmServer;
  let base: number;
  let report: FaultReport;
  beforeAll(async () => {
    service = await startUmService();
    peers = new Peers();
    base = await freePort();
    await peers.startAt("faultlab", base, new URL(service.endpoint).port);
    report = await meetFaults([...faults, ...sound], base, peers.folder, timeout);
  }, 60_000);
  afterAll(async () => {
    await peers.close();
    await service.close();
  });

  it("ends each call with the code of its fault", () => {
    const codes = (pick: "code" | "wanted") =>
      report.outcomes.map((each) => `${each.offset}${each.path} ${each[pick]}`);
    expect(codes("code"), faultTable(report)).toEqual(codes("wanted"));
  });

  it("holds no call beyond its deadline", () => {
    // A machine that is busy is late; what hangs is later.
    expect(report.outcomes.filter(({ time }) => time > timeout + 2000)).toEqual([]);
  });

  it("leaves no socket and no unhandled rejection behind", () => {
    expect(report).toMatchObject({ sockets: 0, handles: 0, unhandled: [] });
  });

  it("is told no secret by an error", () => {
    expect(report.outcomes.filter(({ message }) => /c2VjcmV0|secret/.test(message))).toEqual([]);
  });

  it("brings credentials and bodies to no other origin", async () => {
    const ca = readFileSync(join(peers.folder, `run/faultlab-${base}/tls/ca.pem`));
    const codes: string[] = [];
    for (const redirects of ["none", "same-origin"] as const) {
      const transport = nodeTransport({ tls: { ca }, redirects });
      for (const target of ["/301", "/302", "/303", "/307", "/308", "/down307"]) {
        const origin = target === "/down307" ? `https://localhost:${base + 20}` : `http://127.0.0.1:${base + 12}`;
        const authentication = basicAuthentication({ user: "secret", password: "secret" });
        const um = createUmClient({
          endpoint: origin + target,
          transport,
          authentication,
          httpHeaders: { cookie: "a=b" },
        });
        await um.isUmEnabled().catch((error: { code: string }) => codes.push(error.code));
      }
      await transport.close();
    }
    expect(codes).toEqual(Array(12).fill("transport-redirect"));
    // The receiving server keeps a record of what comes.
    const record = join(peers.folder, `run/faultlab-${base}/recorder.log`);
    expect(existsSync(record)).toBe(true);
    expect(readFileSync(record, "utf8")).toBe("");
  });

  it("may redirect within its origin, where that is allowed", async () => {
    const transport = nodeTransport({ redirects: "same-origin" });
    for (const path of ["/same307", "/rel307"]) {
      expect(await createUmClient({ endpoint: `http://127.0.0.1:${base + 12}${path}`, transport }).isUmEnabled()).toBe(
        true,
      );
    }
    await transport.close();
  });
});
