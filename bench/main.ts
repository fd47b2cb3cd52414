/** Every benchmark by its name; `npm run bench -- NAME`. */
const benchmarks: Readonly<Record<string, () => Promise<{ run: (args: readonly string[]) => unknown }>>> = {
  client: () => import("./client.js"),
  generate: () => import("./generate.js"),
  load: () => import("./load.js"),
  validate: () => import("./validate.js"),
  "validate-linear": () => import("./validate-linear.js"),
  xml: () => import("./xml.js"),
  "xml-conformance": () => import("./xml-conformance.js"),
  "xml-linear": () => import("./xml-linear.js"),
  "xml-stream": () => import("./xml-stream.js"),
};

const [name = "", ...args] = process.argv.slice(2);
const benchmark = benchmarks[name];
if (benchmark === undefined) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benchmarks).join(", ")}`);
  process.exitCode = 2;
} else {
  await (await benchmark()).run(args);
}
