import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as um from "../../../generated/um.js";
import type { ElementDescriptor, OperationDescriptor } from "../../../src/index.js";
import { root } from "../../project-root.js";

const documentation = join(root, "../shared/data/um");

/** Whether the messages of the documentation are at hand: they are not ours to keep here. */
export const documented: boolean = existsSync(documentation);
if (!documented) console.log("skipped: the messages of the documentation are not in ../shared/data/um");

/** The messages of the documentation: a request and a response of each operation, by their file names. */
export const samples: readonly string[] = documented ? readdirSync(join(documentation, "samples")).sort() : [];

export function readSample(name: string): string {
  return readFileSync(join(documentation, "samples", name), "utf8");
}

export function readFault(name: string): string {
  return readFileSync(join(documentation, "faults", name), "utf8");
}

/** The two messages as a localized edition of the documentation prints them. */
export function readFixture(name: string): string {
  return readFileSync(join(root, "test/fixtures/um", name), "utf8");
}

/** The elements that are messages, by their local names. */
export const messageElements: ReadonlyMap<string, ElementDescriptor> = new Map(
  Object.values<OperationDescriptor>({ ...um.UMService.operations }).flatMap(({ input, output }) =>
    [input, output].flatMap((element) => (element === undefined ? [] : [[element.name, element] as const])),
  ),
);

/** The descriptor of the message in an envelope. */
export function messageOf(text: string): ElementDescriptor {
  const [, name = ""] = /Body>\s*<(\w+)/.exec(text) ?? [];
  const element = messageElements.get(name);
  if (element === undefined) throw new Error(`no message ${name}`);
  return element;
}
