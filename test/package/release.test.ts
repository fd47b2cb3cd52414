import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";

const read = (name: string): string => readFileSync(join(root, name), "utf8");
const workflow = read(".github/workflows/release.yml");
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
};

describe("the release workflow", () => {
  it("publishes with provenance, and without a token", () => {
    expect(workflow).toMatch(/^ {2}id-token: write$/m);
    expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
    expect(workflow).not.toContain("secrets.");
  });

  it("checks everything before it publishes", () => {
    const steps = [...workflow.matchAll(/- run: (.*)/g)].map(([, command = ""]) => command);
    expect(steps.at(-1)).toBe("npm publish");
    expect(steps).toContain("npm run check");
    const scripts = steps.flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });
});
