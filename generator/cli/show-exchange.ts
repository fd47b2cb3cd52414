import type { Exchange } from "../../src/soap.js";
import { prettyXml } from "../../src/xml/write/pretty-xml.js";
import type { Terminal } from "./terminal.js";

/** Prints a request and its response as they went over the wire, indented. */
export function showExchange({ operation, request, response, status }: Exchange, terminal: Terminal): void {
  terminal.print(`--> ${operation}\n${prettyXml(request)}\n`);
  terminal.print(status === undefined ? "<-- no response\n" : `<-- HTTP ${status}\n${prettyXml(response ?? "")}\n`);
}
