import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { parse } from "../../src/verbs/parse.js";
import { root } from "../project-root.js";
import { type Feature, featuresIn, presentGoldens, rootDescriptor } from "./feature.js";
import { literalOf } from "./literal.js";

const out = join(root, "dist/.feature-values");

it("what is read from every valid document is of the type that its golden gives it", async () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const features = featuresIn(join(root, "test/features"));
  for (const feature of features) writeFileSync(join(out, `${feature.name}.ts`), await valuesOf(feature));
  const config = {
    extends: join(root, "test/features/tsconfig.json"),
    compilerOptions: { rootDir: root, noUnusedLocals: false },
    include: ["*.ts"],
    exclude: [],
  };
  writeFileSync(join(out, "tsconfig.json"), JSON.stringify(config));
  const run = promisify(execFile)(join(root, "node_modules/.bin/tsc"), ["-p", out, "--pretty", "false"]);
  const { stdout } = await run.catch((failure: { readonly stdout: string }) => failure);
  expect(stdout).toBe("");
});

/** A module that declares the value of each valid document with the type of its root element's descriptor. */
async function valuesOf(feature: Feature): Promise<string> {
  const lines = [
    'import type { ElementDescriptor } from "xsdsmith/codegen";',
    "type ValueOf<D> = D extends ElementDescriptor<infer T> ? T : never;",
  ];
  for (const [index, path] of presentGoldens(feature).entries()) {
    lines.push(`import * as m${index} from ${JSON.stringify(path.replace(/\.ts$/, ".js"))};`);
  }
  for (const [index, path] of feature.valid.entries()) {
    const text = readFileSync(path, "utf8");
    const { module, name, descriptor } = await rootDescriptor(feature, text);
    const value = literalOf(parse(descriptor, text));
    lines.push(`export const v${index}: ValueOf<typeof m${module}.${name}> = ${value};`);
  }
  return `${lines.join("\n")}\n`;
}
