import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Plugin } from "../../../../../generator/project/plugins/plugin.js";
import { watchProject } from "../../../../../generator/project/watch/watch-project.js";
import { SchemaError } from "../../../../../src/errors.js";

const schema = (type: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Note" type="${type}"/></xs:schema>`;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "xsdsmith-watch-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("generates again when a file that was read changes, also after a mistake, until it is stopped", async () => {
  const file = join(folder, "note.xsd");
  writeFileSync(file, schema("xs:string"));
  const stop = new AbortController();
  const outcomes: string[] = [];
  // What is done to the schema after each outcome.
  const steps = [
    () => writeFileSync(file, schema("xs:strng")),
    () => writeFileSync(file, schema("xs:int")),
    () => stop.abort(),
  ];
  const next = (outcome: string): void => {
    outcomes.push(outcome);
    setTimeout(() => steps.shift()?.(), 30);
  };
  await watchProject(
    { entries: ["note.xsd"], out: "out" },
    {
      folder,
      signal: stop.signal,
      onResult: ({ files }) => next(files.map(({ status, path }) => `${status} ${path}`).join()),
      onFailure: (failure) => next(failure instanceof SchemaError ? failure.code : String(failure)),
    },
  );
  const path = join("out", "note.ts");
  expect(outcomes).toEqual([`written ${path}`, "src-resolve", `written ${path}`]);
  expect(readFileSync(join(folder, path), "utf8")).toContain("xsInt");
});

it("ends where there is nothing to wait for", async () => {
  const failures: unknown[] = [];
  const stop = new AbortController();
  const options = { folder, signal: stop.signal, onResult: () => undefined };
  await watchProject(
    { entries: ["http://[bad"], out: "out" },
    { ...options, onFailure: (failure) => failures.push(failure) },
  );
  expect(failures).toHaveLength(1);
});

it("tells nobody of the runs that it makes by itself, and plugins do not see them", async () => {
  const file = join(folder, "note.xsd");
  writeFileSync(file, schema("xs:string"));
  const stop = new AbortController();
  const results: (readonly string[])[] = [];
  let calls = 0;
  const transform: Plugin["transform"] = (model) => {
    calls += 1;
    return model;
  };
  await watchProject(
    { entries: ["note.xsd"], out: "out", plugins: [{ name: "counting", transform }] },
    {
      folder,
      signal: stop.signal,
      onResult: ({ files }) => {
        results.push(files.map(({ status }) => status));
        if (results.length === 2) stop.abort();
        // By then such runs have begun, or are over.
        else setTimeout(() => writeFileSync(file, schema("xs:int")), 600);
      },
      onFailure: (failure) => expect.unreachable(String(failure)),
    },
  );
  expect(results).toEqual([["written"], ["written"]]);
  expect(calls).toBe(2);
});
