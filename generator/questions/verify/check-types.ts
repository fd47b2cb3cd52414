import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Issue } from "../../../src/errors.js";
import type { GeneratedFile } from "../../print/print.js";
import { isTypeScript, loadTsMorph, toIssue } from "../../print/source-files.js";

/**
 * Type-checks generated files with ts-morph's own compiler, in memory, against the runtime that the folder has.
 *
 * @param folder - where they stand, or would
 * @returns what the compiler finds fault with; `undefined` where ts-morph is not installed
 */
export async function checkTypes(
  files: readonly GeneratedFile[],
  folder: string,
): Promise<readonly Issue[] | undefined> {
  const tsMorph = await loadTsMorph();
  if (tsMorph === undefined) return undefined;
  const { Project, ts } = tsMorph;
  const project = new Project({
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      paths: { "xsdsmith/codegen": [runtimeDeclarations(folder)] },
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      declaration: true,
      isolatedDeclarations: true,
      skipLibCheck: true,
      noEmit: true,
    },
  });
  const modules = files.filter(({ path }) => isTypeScript(path));
  // The files themselves may stand there already, as an earlier run or a hand has left them.
  const sources = modules.map(({ path, text }) =>
    project.createSourceFile(resolve(folder, path), text, { overwrite: true }),
  );
  const program = project.getProgram();
  return sources.flatMap((source, index) =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) =>
      toIssue("print-types", "what was printed does not compile", diagnostic, modules[index]?.path ?? ""),
    ),
  );
}

/** The runtime of the folder, else that of this package. */
function runtimeDeclarations(folder: string): string {
  const runtime = findRuntime(join(folder, "index.js")) ?? findRuntime(import.meta.url);
  if (runtime === undefined) throw new Error("there is no xsdsmith/codegen to check types against");
  return runtime.replace(/\.js$/, ".d.ts");
}

function findRuntime(from: string): string | undefined {
  try {
    return createRequire(from).resolve("xsdsmith/codegen");
  } catch {
    // Not installed there.
    return undefined;
  }
}
