import {
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  xsDateTime,
  xsInt,
  xsString,
} from "../src/codegen.js";
import { parseItems } from "../src/verbs/parse-items.js";
import { peakMemory } from "./measure.js";

interface Item {
  id: number;
  received: string;
  subject: string;
}

const ns = "urn:bench:items";
const itemType: ComplexTypeDescriptor<Item> = complexType(ns, "Item", () => ({
  content: sequence([
    particle("id", "Id", xsInt),
    particle("received", "Received", xsDateTime),
    particle("subject", "Subject", xsString),
  ]),
}));
const item: ElementDescriptor<Item> = element(ns, "Item", () => itemType);

const brokenItem = 1_234_567;

/** A document of about `length` bytes, in pieces of 64 KB, with one item that is not what its type says. */
function* document(length: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = `<?xml version="1.0" encoding="UTF-8"?>\n<Items xmlns="${ns}">\n`;
  for (let index = 0, written = 0; written < length; index++) {
    const id = index === brokenItem ? "none" : index;
    piece += `<Item>\n  <Id>${id}</Id>\n  <Received>2026-03-01T09:00:00Z</Received>\n`;
    piece += `  <Subject>Item number ${index} &amp; its subject, which is long enough to matter a little</Subject>\n</Item>\n`;
    if (piece.length < 65_536) continue;
    const bytes = encoder.encode(piece);
    written += bytes.length;
    yield bytes;
    piece = "";
  }
  yield encoder.encode(`${piece}</Items>\n`);
}

/** Reads a gigabyte, or as many megabytes as are named, item by item. */
export async function run([megabytes = "1000"]: readonly string[]): Promise<void> {
  let bytes = 0;
  const counted = (function* () {
    for (const piece of document(Number(megabytes) * 1e6)) {
      bytes += piece.length;
      yield piece;
    }
  })();
  let items = 0;
  let sum = 0;
  const started = performance.now();
  const values = parseItems(item, counted, {
    file: "items.xml",
    onBrokenItem: (error) => console.log(`broken: ${error.message}`),
  });
  for await (const value of values) {
    items++;
    sum += value.id;
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB, ${items} items (sum of ids ${sum}) in ${seconds.toFixed(1)} s, ` +
      `${(bytes / 1e6 / seconds).toFixed(0)} MB/s; peak memory of the process ${peakMemory().toFixed(0)} MB`,
  );
}
