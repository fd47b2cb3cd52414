import { existsSync } from "node:fs";
import { join } from "node:path";
import { generateFiles, type Stage } from "../generator/generate.js";
import { memoryFiles } from "../generator/load/files.js";
import { root } from "../test/project-root.js";
import { type Generator, installGenerators, type SchemaFiles, startGenerators } from "./generators.js";
import { table } from "./measure.js";
import { syntheticSchema } from "./synthetic-schema.js";
import { measureWatch } from "./watch.js";

/**
 * Code for the Exchange schemas and for those of the UM service, by this package and by others from npm, as whole
 * processes; then a synthetic schema of ever more types through the whole pipeline, and edits that are watched for.
 *
 * `npm run bench -- generate [compare|linear|watch]`
 */
export async function run(args: readonly string[]): Promise<void> {
  const wanted = (part: string): boolean => args.length === 0 || args.includes(part);
  if (wanted("compare")) await compare();
  if (wanted("linear")) await measureGrowth();
  if (wanted("watch")) await measureWatch();
}

const rounds = 5;

async function compare(): Promise<void> {
  const schemas: readonly SchemaFiles[] = [
    {
      name: "Exchange 2018",
      folder: join(root, "../shared/data/ews/v2018_01_08"),
      files: ["types.xsd", "messages.xsd"],
    },
    { name: "UM", folder: join(root, "schemas"), files: ["um.xsd"] },
  ];
  const home = installGenerators();
  for (const schema of schemas) {
    if (!existsSync(schema.folder)) {
      console.log(`skipped: there is no ${schema.folder}`);
      continue;
    }
    const { generators, close } = await startGenerators(schema, home);
    try {
      await compareOn(schema, generators);
    } finally {
      close();
    }
  }
}

async function compareOn({ name }: SchemaFiles, generators: readonly Generator[]): Promise<void> {
  const best = generators.map(() => Infinity);
  // They take turns, so that a busy machine is as unkind to one as to the others.
  for (let round = 0; round < rounds; round++) {
    for (const [index, { generate }] of generators.entries()) {
      const started = performance.now();
      await generate();
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - started);
    }
  }
  const [ours = 0] = best;
  const rows = generators.map(({ name: by, written }, index) => {
    const { size, found, types, remark } = written();
    const time = best[index] ?? 0;
    return [by, time.toFixed(0), (time / ours).toFixed(2), String(size), `${found} of ${types}`, remark];
  });
  console.log(`\n${name}: whole processes, the best of ${rounds}\n`);
  console.log(table([["", "ms", "ratio", "kB written", "named types written", "says"], ...rows]));
}

const stages: readonly Stage[] = ["reading", "checking", "binding", "printing"];

async function measureGrowth(): Promise<void> {
  const counts = [1_250, 2_500, 5_000];
  const schemas = counts.map(syntheticSchema);
  const best = counts.map(() => stages.map(() => Infinity));
  for (let round = 0; round < rounds; round++) {
    for (const [index, schema] of schemas.entries()) {
      const times = await timeStages(schema);
      best[index] = times.map((time, stage) => Math.min(time, best[index]?.[stage] ?? Infinity));
    }
  }
  const rows = best.map((times, index) => {
    const before = best[index - 1];
    const cells = times.map((time, stage) => growth(time, before?.[stage]));
    return [String(counts[index]), ...cells, growth(sum(times), before && sum(before))];
  });
  console.log("\nA synthetic schema: ms of processor in each stage, and how many times that of half as many types\n");
  console.log(table([["types", ...stages, "all"], ...rows]));
}

function growth(time: number, before: number | undefined): string {
  return before === undefined ? time.toFixed(0) : `${time.toFixed(0)} (${(time / before).toFixed(2)}×)`;
}

/**
 * From reading to printed text, in memory. The processor's time depends less on what else the machine does; a heap that
 * others have filled would be the time of the collector.
 */
async function timeStages(schema: string): Promise<readonly number[]> {
  globalThis.gc?.();
  const begun: number[] = [];
  const onStage = (): void => {
    const { user, system } = process.cpuUsage();
    begun.push((user + system) / 1_000);
  };
  await generateFiles(["synthetic.xsd"], { ...memoryFiles({ "synthetic.xsd": schema }), onStage });
  onStage();
  return begun.slice(1).map((time, index) => time - (begun[index] ?? 0));
}

function sum(times: readonly number[]): number {
  return times.reduce((total, time) => total + time, 0);
}
