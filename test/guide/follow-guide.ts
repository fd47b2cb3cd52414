import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { codeBlocks } from "../docs/code-blocks.js";
import { root } from "../project-root.js";
import { Shell, type Step } from "./shell.js";

const printedEndpoint = "https://mail.example.com/EWS/UM2007Legacy.asmx";

/** Who the guide logs in. */
export const credentials = { user: "EXAMPLE\\ann", password: "p@ss:wörd" };

export interface Followed {
  readonly steps: readonly Step[];
  /** What the program printed. */
  readonly program: readonly string[];
}

/** Does what `docs/um.md` says, word for word, with another address. */
export async function followGuide(endpoint: string): Promise<Followed> {
  const blocks = codeBlocks("docs/um.md", readFileSync(join(root, "docs/um.md"), "utf8"));
  const guide = blocks.filter(({ marks }) => marks.includes("guide"));
  const home = mkdtempSync(join(tmpdir(), "xsdsmith-guide-"));
  const env = { HOME: home, XSDSMITH_PASSWORD: credentials.password };
  const shell = new Shell({ cwd: home, env });
  const steps: Step[] = [];
  const program: string[] = [];
  try {
    for (const { language, code } of guide) {
      const text = code.replaceAll(printedEndpoint, endpoint);
      if (language === "json") {
        mkdirSync(join(home, ".config/xsdsmith"), { recursive: true });
        writeFileSync(join(home, ".config/xsdsmith/config.json"), text);
      } else if (language === "sh") {
        for (const line of text.trimEnd().split("\n")) steps.push(await shell.run(line));
      } else if (language === "ts") {
        program.push(...(await runProgram(text, env)));
      } else throw new Error(`the guide has a block that nobody can follow: ${language}`);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return { steps, program };
}

/** Inside the package, so that `xsdsmith` is this package. */
async function runProgram(code: string, env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = join(root, ".cache/guide");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `program.${process.pid}.mjs`);
  writeFileSync(file, (await transform(code, { loader: "ts", format: "esm" })).code);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env: { ...process.env, ...env } });
  rmSync(file);
  return stdout.trimEnd().split("\n");
}
