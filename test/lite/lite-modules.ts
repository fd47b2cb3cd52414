import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ElementDescriptor } from "../../src/lite/index.js";
import * as lite from "../../src/lite/index.js";
import { type Feature, featuresIn, presentGoldens, type RootDescriptor, rootDescriptor } from "../features/feature.js";
import { root } from "../project-root.js";

/** `xsi:` attributes that say nothing new are not kept by the small runtime. */
const different = ["xsi-attributes"];

/** The features whose every construct the small runtime has. */
export function coveredFeatures(): readonly Feature[] {
  const all = ["test/features", "test/issues"].flatMap((folder) => featuresIn(join(root, folder)));
  return all.filter((feature) => missingNames(feature).length === 0 && !different.includes(feature.name));
}

/** The descriptor of a document's root for either runtime. */
export async function bothDescriptors(feature: Feature, text: string): Promise<[RootDescriptor, ElementDescriptor]> {
  const full = await rootDescriptor(feature, text);
  const descriptor = (await liteModules(feature))[full.module]?.[full.name];
  if (!isLiteElement(descriptor)) throw new Error(`${feature.name} has no ${full.name}`);
  return [full, descriptor];
}

/** What a feature's goldens import that the small runtime does not have. */
export function missingNames(feature: Feature): readonly string[] {
  const has = new Set([...Object.keys(lite), ...typeNames()]);
  const names = presentGoldens(feature).flatMap((path) => importedNames(readFileSync(path, "utf8")));
  const mixed = presentGoldens(feature).some((path) => /^ +mixed: /m.test(readFileSync(path, "utf8")));
  return [...new Set(names), ...(mixed ? ["mixed"] : [])].filter((name) => !has.has(name)).sort();
}

function importedNames(text: string): readonly string[] {
  const imported = /import \{([^}]*)\} from "xsdsmith\/codegen";/.exec(text)?.[1] ?? "";
  return imported.split(",").flatMap((part) => part.trim().replace(/^type /, "") || []);
}

function typeNames(): readonly string[] {
  const text = readFileSync(join(root, "src/lite/index.ts"), "utf8");
  return [...text.matchAll(/export type \{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim()),
  );
}

/** The goldens of a feature as they are for the small runtime: another import, and nothing else. */
async function liteModules(feature: Feature): Promise<readonly Record<string, unknown>[]> {
  const folder = join(root, "dist/.lite", feature.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const modules: Record<string, unknown>[] = [];
  for (const path of presentGoldens(feature)) {
    const text = readFileSync(path, "utf8").replace('"xsdsmith/codegen"', '"../../../src/lite/index.js"');
    writeFileSync(join(folder, basename(path)), text);
  }
  for (const path of presentGoldens(feature)) modules.push(await import(join(folder, basename(path))));
  return modules;
}

function isLiteElement(value: unknown): value is ElementDescriptor {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "elementDeclaration";
}
