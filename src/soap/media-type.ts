/** The parts of a Content-Type header (RFC 9110, 8.3). */
export interface MediaType {
  /** Lower case, without parameters; the empty string for an absent or broken header. */
  readonly type: string;
  readonly charset: string | undefined;
  /** SOAP 1.2's place for the action. */
  readonly action: string | undefined;
}

/** Reads a Content-Type header; parameters that cannot be read are left out. */
export function parseMediaType(header: string | null | undefined): MediaType {
  const text = header ?? "";
  const end = text.indexOf(";");
  const type = (end === -1 ? text : text.slice(0, end)).trim().toLowerCase();
  const parameters = end === -1 ? "" : text.slice(end);
  return { type, charset: parameter(parameters, "charset"), action: parameter(parameters, "action") };
}

/** Whether documents of this type are XML (RFC 7303). */
export function isXmlType(type: string): boolean {
  return type === "text/xml" || type === "application/xml" || type.endsWith("+xml");
}

function parameter(text: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, "i").exec(text);
  return match?.[1] ?? match?.[2];
}
