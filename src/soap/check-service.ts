import { isRecord } from "../text/record.js";
import { soapVersions } from "./soap-version.js";

/**
 * @param what - the function that was called, for the message
 * @throws TypeError for what is no service descriptor
 */
export function checkService(what: string, service: unknown): void {
  if (!isRecord(service) || !isRecord(service["operations"])) {
    throw new TypeError(`${what} takes a service descriptor first; found ${describe(service)}`);
  }
  const { name, soap } = service;
  if (typeof soap !== "string" || !Object.hasOwn(soapVersions, soap)) {
    throw new TypeError(`the service ${String(name)} has SOAP ${String(soap)}; known are 1.1 and 1.2`);
  }
}

/** What was handed in its place, in a word or two. */
function describe(value: unknown): string {
  if (!isRecord(value)) return value === null ? "null" : typeof value;
  const { name, action, kind, endpoint } = value;
  if (action !== undefined) return `the operation ${String(name)}, a part of one`;
  if (kind === "elementDeclaration") return `the element ${String(name)}`;
  return endpoint === undefined ? "an object without operations" : "the options, which come second";
}
