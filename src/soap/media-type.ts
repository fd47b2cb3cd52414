/** The parts of a Content-Type header (RFC 9110, 8.3). */
export interface MediaType {
  /** Lower case, without parameters; the empty string for an absent or broken header. */
  readonly type: string;
  readonly charset: string | undefined;
  /** SOAP 1.2's place for the action. */
  readonly action: string | undefined;
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a Content-Type header; parameters that cannot be read are left out. */
export function parseMediaType(header: string | null | undefined): MediaType {
  const text = header ?? "";
  const end = text.indexOf(";");
  const type = (end === -1 ? text : text.slice(0, end)).trim().toLowerCase();
  const parameters = end === -1 ? new Map<string, string>() : parseParameters(text.slice(end));
  return { type, charset: parameters.get("charset"), action: parameters.get("action"), parameters };
}

/** Whether documents of this type are XML (RFC 7303). */
export function isXmlType(type: string): boolean {
  return type === "text/xml" || type === "application/xml" || type.endsWith("+xml");
}

/** A parameter, its value quoted or not; anything else up to the next semicolon is passed over. */
const parameterPattern = /;[ \t]*(?:([^\s;="]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*)))?/g;

function parseParameters(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of text.matchAll(parameterPattern)) {
    if (name === undefined) continue;
    const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, "$1");
    // The first one counts, as for the HTTP headers of most servers.
    if (value !== undefined && !parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}
