import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ParseError } from "../../src/errors.js";
import * as lite from "../../src/lite/index.js";
import type { ElementDescriptor } from "../../src/schema/descriptors.js";
import { parse } from "../../src/verbs/parse.js";
import { serialize } from "../../src/verbs/serialize.js";
import { validate } from "../../src/verbs/validate.js";
import { seeded } from "../fuzz/xml-mutations.js";
import { bothDescriptors, coveredFeatures } from "./lite-modules.js";

const rounds = 60;
const random = seeded(5);
const pick = <T>(items: readonly T[]): T | undefined => items[random(items.length)];

it("both runtimes find the same in documents changed at random", async () => {
  const found: string[] = [];
  for (const { feature, path } of documents()) {
    const text = readFileSync(path, "utf8");
    const [{ descriptor }, small] = await bothDescriptors(feature, text);
    for (let round = 0; round < rounds; round++) {
      const changed = changeDocument(text);
      const [one, other] = [verdict(() => parse(descriptor, changed)), verdict(() => lite.parse(small, changed))];
      if (one !== other) found.push(`${feature.name}: ${changed}\n  ${one}\n  ${other}`);
    }
  }
  expect(found).toEqual([]);
});

it("and refuse the same values", async () => {
  const found: string[] = [];
  let refused = 0;
  for (const { feature, path } of documents()) {
    const text = readFileSync(path, "utf8");
    const [{ descriptor }, small] = await bothDescriptors(feature, text);
    for (let round = 0; round < rounds; round++) {
      const value = parse(descriptor, text);
      changeValue(value);
      const problem = compareValues(descriptor, small, value);
      if (validate(descriptor, value).length > 0) refused++;
      if (problem !== undefined) found.push(`${feature.name}: ${show(value)}\n  ${problem}`);
    }
  }
  expect(found).toEqual([]);
  expect(refused).toBeGreaterThan(500);
});

function documents() {
  return coveredFeatures().flatMap((feature) => feature.valid.map((path) => ({ feature, path: join(path) })));
}

/** The code and the place of what is wrong with a document, or `accepted`. */
function verdict(read: () => unknown): string {
  try {
    read();
    return "accepted";
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // Of two mistakes about the same tag, either may be found first.
    if (/^xml-/.test(error.code)) return "ill-formed";
    return `${error.code} at line ${error.location?.line}, column ${error.location?.column}, ${error.path?.join("/")}`;
  }
}

function compareValues(
  descriptor: ElementDescriptor,
  small: lite.ElementDescriptor,
  value: unknown,
): string | undefined {
  const [one, other] = [validate(descriptor, value), lite.validate(small, value)];
  // Of several findings they may tell another one first.
  if (one.length > 0 !== other.length > 0) {
    const told = [...one, ...other].map(({ code, path }) => `${code} at ${path?.join("/")}`);
    return `${one.length > 0 ? "the full" : "the small"} runtime alone says ${told.join("; ")}`;
  }
  if (one.length > 0) return undefined;
  const [written, writtenBySmall] = [serialize(descriptor, value), lite.serialize(small, value)];
  return written === writtenBySmall ? undefined : `${written}; the small runtime: ${writtenBySmall}`;
}

const elementsIn = (text: string) => [...text.matchAll(/<([^\s<>/!?]+)[^<>]*?(?:\/>|>[^<]*<\/\1\s*>)/g)];

function changeDocument(text: string): string {
  const element = pick(elementsIn(text));
  const other = pick(elementsIn(text));
  if (element === undefined || other === undefined) return text;
  const [whole, name = ""] = element;
  const put = (replacement: string) =>
    text.slice(0, element.index) + replacement + text.slice(element.index + whole.length);
  switch (random(9)) {
    case 0:
      return put("");
    case 1:
      return put(whole + whole);
    case 2:
      return put(other[0]);
    case 3:
      return put(other[0] + whole);
    case 4:
      return put(whole.replaceAll(name, `${name}x`));
    case 5:
      return put(`<${name} unheard="of">x</${name}>`);
    case 6:
      return put(`${whole}text`);
    case 7:
      return put(
        whole.replace(/>[^<]*</, `>${pick(["", " ", "x", "-1", "999999999999", "true", "2020-01-01", "a b"])}<`),
      );
    default:
      return put(
        whole.replace(
          /^<[^\s/>]+/,
          `$& xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="${pick(["true", "0"])}"`,
        ),
      );
  }
}

/** Changes one property or item of an object of properties, however deep. */
function changeValue(value: unknown): void {
  const holders: (Record<string, unknown> | unknown[])[] = [];
  const collect = (held: unknown): void => {
    if (typeof held !== "object" || held === null || held instanceof Uint8Array) return;
    holders.push(held as Record<string, unknown>);
    Object.values(held).forEach(collect);
  };
  collect(value);
  const holder = pick(holders);
  if (holder === undefined) return;
  if (Array.isArray(holder)) {
    const index = random(holder.length + 1);
    if (random(3) === 0) holder.splice(index, 1);
    else if (random(2) === 0) holder.splice(index, 0, pick([holder[0], holder.at(-1), null, "x", 1]));
    else holder.reverse();
    return;
  }
  const key = pick(Object.keys(holder)) ?? "unheard";
  const others = [undefined, null, "", "x", 0, -1, 1.5, true, 10n ** 30n, [], {}, new Uint8Array(3), { $nil: true }];
  if (random(6) === 0) holder[pick(["unheard", "$nil", "$type"]) ?? ""] = pick(others);
  else holder[key] = random(3) === 0 ? pick(Object.values(holder)) : pick(others);
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, held) => (typeof held === "bigint" ? `${held}n` : held));
}
