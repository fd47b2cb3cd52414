import type { ConnectionOptions } from "node:tls";

/** Keys or certificates in PEM. */
export type Pem = string | Uint8Array;

/** How the transport meets TLS servers. Certificates are always checked. */
export interface TlsOptions {
  /** Certification authorities in PEM, instead of those of Node. */
  readonly ca?: Pem | readonly Pem[] | undefined;
  /** The client's certificate in PEM, its chain after it. */
  readonly cert?: Pem | undefined;
  /** The certificate's private key in PEM. */
  readonly key?: Pem | undefined;
  /** Certificate and key in PKCS #12. */
  readonly pfx?: Uint8Array | undefined;
  /** Of the key or the PKCS #12. */
  readonly passphrase?: string | undefined;
  /** The default is TLSv1.2. */
  readonly minVersion?: "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | undefined;
  /** The host name to expect in the server's certificate; the default is the URL's. */
  readonly servername?: string | undefined;
}

export const tlsOptionNames: readonly string[] = /* @__PURE__ */ Object.keys({
  ca: 0,
  cert: 0,
  key: 0,
  pfx: 0,
  passphrase: 0,
  minVersion: 0,
  servername: 0,
} satisfies Record<keyof TlsOptions, 0>);

/** The same for `tls.connect`; what is not given stays out, since `undefined` means something there. */
export function toConnectionOptions(options: TlsOptions): ConnectionOptions {
  const { ca, cert, key, pfx, passphrase, minVersion = "TLSv1.2" } = options;
  return {
    minVersion,
    ALPNProtocols: ["http/1.1"],
    ...(ca === undefined ? {} : { ca: isMany(ca) ? ca.map(toBuffer) : toBuffer(ca) }),
    ...(cert === undefined ? {} : { cert: toBuffer(cert) }),
    ...(key === undefined ? {} : { key: toBuffer(key) }),
    ...(pfx === undefined ? {} : { pfx: Buffer.from(pfx) }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

function isMany(pem: Pem | readonly Pem[]): pem is readonly Pem[] {
  return Array.isArray(pem);
}

function toBuffer(pem: Pem): string | Buffer {
  return typeof pem === "string" ? pem : Buffer.from(pem);
}
