import type { ProjectConfig, ProjectResult } from "../index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { type Projects, projectOptions, readProjects } from "./generate-options.js";
import { startProgress } from "./progress.js";
import { reportFailure, reportIssues } from "./report.js";
import { reportGenerated, tellUnparsed } from "./report-generated.js";
import type { Terminal } from "./terminal.js";

export const generateCommand: Command = {
  words: ["generate"],
  summary: "Write TypeScript for XML Schema and WSDL files",
  usage: "[ENTRY... --out DIR] [options]",
  details: [
    "An ENTRY is a .xsd or .wsdl file; what it includes or imports is read too. Without one, the projects",
    "of xsdsmith.config.ts (or .js, .json) are generated. All problems are reported together, and when",
    "there is an error nothing is written.",
  ],
  options: {
    ...projectOptions,
    check: { description: "Write nothing; fail when a file is not what would be written" },
    watch: { description: "Generate again whenever a file that was read changes" },
    verify: { description: "Type-check what is printed; have libxml2 compile the schemas" },
    config: { value: "FILE", description: "The configuration, where it is not in this folder" },
    project: { value: "NAME", description: "Only this project of the configuration; may be given again" },
    notes: { description: "Say which names are not what the schema calls things" },
    stats: { value: "json", description: "Print counts, sizes and times as JSON instead of lines" },
    quiet: { short: "q", description: "Print problems only" },
    "no-cache": { description: "Generate even if nothing has changed since the last run" },
  },
  examples: [
    ["xsdsmith generate schemas/um.wsdl --out src/generated", "Write src/generated/um.ts"],
    ["xsdsmith generate schemas/um.wsdl --out src/generated --check", "In CI: is what is committed up to date?"],
    ["xsdsmith generate --watch", "All projects of the configuration, until Ctrl+C"],
  ],
  run: runGenerate,
};

async function runGenerate(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const stats = args.text("stats");
  if (stats !== undefined && stats !== "json") throw new UsageError(`option --stats is json, not "${stats}"`);
  if (args.has("watch") && args.has("check")) throw new UsageError("generate writes (--watch) or compares (--check)");
  const projects = await readProjects(args, terminal);
  if (args.has("watch")) return watch(projects, args, terminal);
  const results: ProjectResult[] = [];
  let code: ExitCode = 0;
  for (const project of projects.projects) {
    const { result, outcome } = await generateOne(project, projects.folder, args, terminal);
    results.push(result);
    if (outcome !== 0) code = outcome;
  }
  if (!args.has("quiet") && !args.has("stats")) tellUnparsed(results, terminal);
  return code;
}

async function generateOne(
  project: ProjectConfig,
  folder: string,
  args: Arguments,
  terminal: Terminal,
): Promise<{ readonly result: ProjectResult; readonly outcome: ExitCode }> {
  // Loaded here: no other command needs the generator.
  const { cacheFolder, generateProject } = await import("../index.js");
  const [check, json] = [args.has("check"), args.has("stats")];
  const quiet = args.has("quiet") || json;
  const progress = startProgress(terminal, quiet);
  let stages: Readonly<Record<string, number>> = {};
  let result: ProjectResult;
  try {
    const cache = args.has("no-cache") ? undefined : cacheFolder(folder);
    result = await generateProject(project, { folder, check, cache, onStage: progress.begin });
  } finally {
    stages = progress.end();
  }
  const code = await reportGenerated(result, terminal, { check, notes: args.has("notes"), quiet });
  if (json) {
    const { summary, cached } = result;
    terminal.print(JSON.stringify({ project: project.name, ...summary, cached, milliseconds: stages }));
  }
  const verified = !args.has("verify") || (await isVerified(project, result, folder, terminal, quiet));
  return { result, outcome: verified ? code : 1 };
}

async function isVerified(
  { entries }: ProjectConfig,
  { files }: ProjectResult,
  folder: string,
  terminal: Terminal,
  quiet: boolean,
): Promise<boolean> {
  const { checkTypes, nodeFiles, verify } = await import("../index.js");
  const progress = startProgress(terminal, quiet);
  progress.begin("type-checking");
  const types = await checkTypes(files, folder).finally(progress.end);
  reportIssues(types ?? [], terminal, new Map(files.map(({ path, text }) => [path, text])));
  if (types?.length === 0 && !quiet) terminal.print("what was printed compiles");
  progress.begin("asking libxml2");
  const issues = await verify(entries, nodeFiles(folder)).finally(progress.end);
  reportIssues(issues, terminal);
  if (issues.length === 0 && !quiet) terminal.print("libxml2 accepts the schemas too");
  return issues.length === 0 && (types ?? []).length === 0;
}

async function watch({ projects, folder }: Projects, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { watchProject } = await import("../index.js");
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const quiet = args.has("quiet");
  const options = { check: false, notes: args.has("notes"), quiet: true };
  let told = false;
  await Promise.all(
    projects.map((project) =>
      watchProject(project, {
        folder,
        signal: stop.signal,
        onResult: (result, milliseconds) => {
          void reportGenerated(result, terminal, options);
          const written = result.files.filter(({ status }) => status === "written").map(({ path }) => path);
          const what = written.length === 0 ? "nothing to write" : `written ${written.join(", ")}`;
          if (quiet) return;
          terminal.print(`${what} (${Math.round(milliseconds)} ms)`);
          if (!told) terminal.print("watching for changes, until Ctrl+C");
          told = true;
        },
        onFailure: (failure) => void reportFailure(failure, terminal, "xsdsmith generate"),
      }),
    ),
  );
  process.off("SIGINT", interrupt);
  return 0;
}
