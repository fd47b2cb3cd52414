import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** A certificate for localhost and 127.0.0.1 that is its own authority, made by the program openssl. */
export function makeCertificate(...options: readonly string[]): KeyPair {
  const folder = mkdtempSync(join(tmpdir(), "xsdsmith-tls-"));
  try {
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
    const algorithm = options.includes("-newkey") ? [] : ["-newkey", "rsa:2048"];
    const args = ["req", "-x509", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost"];
    execFileSync("openssl", [...args, "-addext", names, ...algorithm, ...options], { stdio: "ignore" });
    return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the program is there. Says so on the console where it is not: a skipped test shows no reason. */
export function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("skipped: tests with certificates: the program openssl is not there");
    return false;
  }
}

/** A certificate in DER. */
export function derOf(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
}
