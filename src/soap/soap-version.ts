import { type XmlName, xmlName } from "../xml/names.js";

/** What differs between the versions of SOAP: a version is an entry of `soapVersions`. */
export interface SoapVersion {
  readonly name: "1.1" | "1.2";
  readonly namespace: string;
  readonly mediaType: string;
  readonly envelope: XmlName;
  readonly header: XmlName;
  readonly body: XmlName;
  readonly fault: XmlName;
  readonly mustUnderstand: XmlName;
  /** The attribute of a header block that says for whom it is. */
  readonly actor: XmlName;
  /** Values of {@link actor} that mean whoever receives the message. */
  readonly receivers: readonly string[];
  readonly faultCodes: {
    /** The sender's mistake. */
    readonly sender: XmlName;
    /** The receiver's. */
    readonly receiver: XmlName;
    readonly mustUnderstand: XmlName;
    readonly versionMismatch: XmlName;
  };
  /** The HTTP headers that carry the media type and the action of a request. */
  requestHeaders(action: string): Readonly<Record<string, string>>;
}

const ns11 = "http://schemas.xmlsoap.org/soap/envelope/";
const ns12 = "http://www.w3.org/2003/05/soap-envelope";

export const soapVersions: { readonly [name in SoapVersion["name"]]: SoapVersion } = {
  "1.1": {
    name: "1.1",
    namespace: ns11,
    mediaType: "text/xml",
    envelope: /* @__PURE__ */ xmlName(ns11, "Envelope"),
    header: /* @__PURE__ */ xmlName(ns11, "Header"),
    body: /* @__PURE__ */ xmlName(ns11, "Body"),
    fault: /* @__PURE__ */ xmlName(ns11, "Fault"),
    mustUnderstand: /* @__PURE__ */ xmlName(ns11, "mustUnderstand"),
    actor: /* @__PURE__ */ xmlName(ns11, "actor"),
    receivers: ["http://schemas.xmlsoap.org/soap/actor/next"],
    faultCodes: {
      sender: /* @__PURE__ */ xmlName(ns11, "Client"),
      receiver: /* @__PURE__ */ xmlName(ns11, "Server"),
      mustUnderstand: /* @__PURE__ */ xmlName(ns11, "MustUnderstand"),
      versionMismatch: /* @__PURE__ */ xmlName(ns11, "VersionMismatch"),
    },
    requestHeaders: (action) => ({ "content-type": "text/xml; charset=utf-8", soapaction: `"${action}"` }),
  },
  "1.2": {
    name: "1.2",
    namespace: ns12,
    mediaType: "application/soap+xml",
    envelope: /* @__PURE__ */ xmlName(ns12, "Envelope"),
    header: /* @__PURE__ */ xmlName(ns12, "Header"),
    body: /* @__PURE__ */ xmlName(ns12, "Body"),
    fault: /* @__PURE__ */ xmlName(ns12, "Fault"),
    mustUnderstand: /* @__PURE__ */ xmlName(ns12, "mustUnderstand"),
    actor: /* @__PURE__ */ xmlName(ns12, "role"),
    receivers: [
      "http://www.w3.org/2003/05/soap-envelope/role/next",
      "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver",
    ],
    faultCodes: {
      sender: /* @__PURE__ */ xmlName(ns12, "Sender"),
      receiver: /* @__PURE__ */ xmlName(ns12, "Receiver"),
      mustUnderstand: /* @__PURE__ */ xmlName(ns12, "MustUnderstand"),
      versionMismatch: /* @__PURE__ */ xmlName(ns12, "VersionMismatch"),
    },
    requestHeaders: (action) => ({
      "content-type": `application/soap+xml; charset=utf-8${action === "" ? "" : `; action="${action}"`}`,
    }),
  },
};

/** The version whose envelope has this name. */
export function versionOfEnvelope(name: XmlName): SoapVersion | undefined {
  return Object.values(soapVersions).find(({ envelope }) => envelope === name);
}

/** Whether an element is the fault of any version: servers put one version's fault into another's envelope. */
export function isFaultName(name: XmlName): boolean {
  return Object.values(soapVersions).some(({ fault }) => fault === name);
}
