import type { ReadComponents, ReadFile, ReadService, ReadServicesOptions } from "../index.js";
import type { Arguments } from "./command.js";
import type { Terminal } from "./terminal.js";

const timeout = 30_000;
const maxLength = 32 * 1024 * 1024;

/**
 * Reads the services of a WSDL file, or of the description that a server gives out at a URL: then what it refers to at the same
 * server is read too, and nothing else of the network.
 *
 * @throws SchemaError with every finding, where there is an error among them
 */
export async function readWsdl(
  entry: string,
  args: Arguments,
  { cwd }: Terminal,
): Promise<{ readonly services: readonly ReadService[]; readonly components: ReadComponents }> {
  const { nodeFiles, readServices } = await import("../index.js");
  const options: ReadServicesOptions = { ...nodeFiles(cwd), allow: args.texts("allow"), style: "bare" };
  if (!/^https?:/i.test(entry) || !URL.canParse(entry)) return readServices([entry], options);
  return readServices([entry], { ...options, network: sameServer(new URL(entry).origin) });
}

function sameServer(origin: string): ReadFile {
  return async (uri) => {
    if (new URL(uri).origin !== origin) {
      throw new Error("it is at another server than the WSDL; save both as files");
    }
    // A redirect could lead anywhere.
    const response = await fetch(uri, { redirect: "error", signal: AbortSignal.timeout(timeout) });
    if (!response.ok) throw new Error(`the server answered with HTTP status ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > maxLength) throw new Error(`it is longer than ${maxLength} bytes`);
    return bytes;
  };
}
