import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { serverEndPoint } from "../../../../src/node/transport/channel-binding.js";
import { derOf, hasOpenssl, makeCertificate } from "./certificates.js";

const pss = (hash: string) => ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-1", hash];

describe.skipIf(!hasOpenssl())("tls-server-end-point (RFC 5929)", () => {
  it.each([
    ["RSA with SHA-256", ["-sha256"], "sha256"],
    ["RSA with SHA-384", ["-sha384"], "sha384"],
    ["RSA with SHA-512", ["-sha512"], "sha512"],
    ["RSA with SHA-1, which counts as SHA-256", ["-sha1"], "sha256"],
    ["RSASSA-PSS with SHA-256", pss("-sha256"), "sha256"],
    ["RSASSA-PSS with SHA-384", pss("-sha384"), "sha384"],
    ["RSASSA-PSS with SHA-1, its default", pss("-sha1"), "sha256"],
    ["ECDSA with SHA-384", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-sha384"], "sha384"],
    ["ECDSA with SHA-256", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha256"], "sha256"],
  ])("of %s", (_name, options, hash) => {
    const certificate = derOf(makeCertificate(...options).cert);
    const digest = createHash(hash).update(certificate).digest("hex");
    const binding = Buffer.from(serverEndPoint(certificate) ?? []);
    expect(binding.toString("latin1", 0, 21)).toBe("tls-server-end-point:");
    expect(binding.toString("hex", 21)).toBe(digest);
  });

  it("is not defined for Ed25519, and for what is no certificate", () => {
    expect(serverEndPoint(derOf(makeCertificate("-newkey", "ed25519").cert))).toBeUndefined();
    for (const hex of ["", "30", "3080", "308400000000", "30030201", "3003020100", "3f00"]) {
      expect(serverEndPoint(Buffer.from(hex, "hex"))).toBeUndefined();
    }
  });
});
