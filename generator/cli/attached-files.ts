import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ContentDescriptor } from "../../src/schema/services.js";
import type { ResponseInfo } from "../../src/soap.js";
import { UsageError } from "./command.js";
import type { Terminal } from "./terminal.js";

type Contents = Readonly<Record<string, ContentDescriptor>>;

/**
 * The contents of a call of files, each given as `PART=FILE`.
 *
 * @throws {@link UsageError} for a part that the operation does not bind as an attachment
 */
export function readAttached(
  given: readonly string[],
  declared: Contents = {},
  { cwd }: Terminal,
): Readonly<Record<string, unknown>> | undefined {
  if (given.length === 0) return undefined;
  return Object.fromEntries(
    given.map((option) => {
      const [name = "", ...rest] = option.split("=");
      const found = Object.entries(declared).find(([property, { part }]) => property === name || part === name);
      if (found === undefined || rest.length === 0) {
        const names = Object.values(declared).map(({ part }) => part);
        const known = names.length === 0 ? "the operation has none" : `PART is ${names.join(" or ")}`;
        throw new UsageError(`option --attach is PART=FILE; ${known}`);
      }
      const [property, { as, types }] = found;
      const bytes = new Uint8Array(readFileSync(resolve(cwd, rest.join("="))));
      if (as === "bytes") return [property, bytes];
      if (as === "text") return [property, new TextDecoder().decode(bytes)];
      const contentType = types.find((type) => !type.includes("*")) ?? "application/octet-stream";
      return [property, { contentType, bytes }];
    }),
  );
}

/** Tells of what came beside the envelope, and writes it into a folder where one is given. */
export function reportAttached({ attachments }: ResponseInfo, folder: string | undefined, terminal: Terminal): void {
  for (const [index, { contentId, contentType, bytes }] of attachments.entries()) {
    const name = nameOf(contentId, index);
    terminal.error(`attachment ${name}: ${bytes.length} bytes of ${contentType}`);
    if (folder === undefined) continue;
    const directory = resolve(terminal.cwd, folder);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, name), bytes);
  }
}

/** The server chose the identifier: of it only what cannot lead out of the folder is a name. */
function nameOf(contentId: string, index: number): string {
  const [part = ""] = /^[\w-]+(?==)/.exec(contentId) ?? [];
  return part === "" ? `attachment-${index + 1}` : part;
}
