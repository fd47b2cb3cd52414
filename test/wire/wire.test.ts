import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { outcomeOf, readResponses, requestedOperations } from "./outcome.js";

const stacks = ["mono-asmx", "mono-asmx-strict", "php-soap", "node-soap"];
const recordings = join(root, "../shared/data/wire");
const fixtures = join(root, "test/fixtures/wire");

/** `012 fault-GetCallInfo-unknown`, with `#2` for the second response of a connection. */
function nameOf(file: string, index: number): string {
  const [, number = "", name = ""] = /^(\d+)-(.*)\.res\.bin$/.exec(file) ?? [];
  return `${number} ${name}${index === 0 ? "" : `#${index + 1}`}`;
}

function recordedFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".res.bin"))
    .sort();
}

function goldenFile(stack: string): string {
  return join(root, `test/wire/${stack}.txt`);
}

describe.each(stacks)("%s", (stack) => {
  it("gives what the table says, for the recordings kept here", async () => {
    const golden = readFileSync(goldenFile(stack), "utf8").split("\n");
    const files = recordedFiles(join(fixtures, stack));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      for (const [index, response] of readResponses(join(fixtures, stack, file)).entries()) {
        const name = nameOf(file, index);
        const line = golden.find((other) => other.startsWith(`${name} `)) ?? "";
        const [, operation = ""] = /^\S+ \S+ (\w+): /.exec(line) ?? [];
        expect(`${name} ${operation}: ${await outcomeOf(response, operation)}`).toBe(line);
      }
    }
  });

  // All recordings are too many to keep here.
  it.skipIf(!existsSync(recordings))("gives what the table says, for all recordings", async () => {
    const lines: string[] = [];
    for (const file of recordedFiles(join(recordings, stack))) {
      const path = join(recordings, stack, file);
      const request = path.replace(".res.", ".req.");
      // The requests of megabytes were not kept: they are PlayOnPhone with a long entryId.
      const operations = existsSync(request) ? requestedOperations(readFileSync(request)) : ["PlayOnPhone"];
      for (const [index, response] of readResponses(path).entries()) {
        const operation = operations[index] ?? operations[0] ?? "GetCallInfo";
        lines.push(`${nameOf(file, index)} ${operation}: ${await outcomeOf(response, operation)}`);
      }
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(goldenFile(stack));
  });
});
