import { bestTime, table } from "./measure.js";
import { type Contestant, contestants } from "./validators.js";
import { callInfoResponse, findItemResponse } from "./xml-documents.js";

/** Parse with validation into typed objects, beside what others do with the same document. */
export async function run(args: readonly string[]): Promise<void> {
  const modules = args[args.indexOf("--modules") + 1];
  const all = await contestants(args.includes("--modules") ? modules : undefined);
  const documents = [
    { name: "600 B", text: callInfoResponse() },
    { name: "100 KB", text: findItemResponse(100_000) },
    { name: "5 MB", text: findItemResponse(5_000_000) },
  ];
  console.log(`Node ${process.versions.node}; MB/s, and how many times faster \`parse\` is\n`);
  const rows = all.map(({ name }) => [name]);
  for (const { text } of documents) {
    const speeds = all.map((contestant) => speed(contestant, text));
    const [first = 0] = speeds;
    for (const [index, one] of speeds.entries()) {
      rows[index]?.push(index === 0 ? one.toFixed(1) : `${one.toFixed(1)} (${(first / one).toFixed(2)}×)`);
    }
  }
  console.log(table([["", ...documents.map(({ name }) => name)], ...rows]));
}

function speed({ name, run }: Contestant, text: string): number {
  const times = Math.max(1, Math.round(100_000 / text.length));
  if (!run(text)) throw new Error(`${name} finds the document invalid`);
  const time = bestTime(() => {
    for (let index = 0; index < times; index++) run(text);
  }, 3_000);
  return (text.length * times) / time / 1_000;
}
