import { type Issue, isErrorIssue } from "../src/errors.js";
import type { BindingModel } from "./bind/model.js";
import type { GeneratedFile } from "./print/print.js";

/** What a generation amounts to, in numbers. */
export interface Summary {
  readonly types: number;
  readonly elements: number;
  readonly services: number;
  readonly operations: number;
  readonly files: number;
  /** Of all files, in UTF-8. */
  readonly bytes: number;
  readonly notes: number;
  /** How often each rule was only warned of. */
  readonly warnings: Readonly<Record<string, number>>;
}

export function summarize(
  { modules }: BindingModel,
  files: readonly GeneratedFile[],
  issues: readonly Issue[],
  notes: readonly Issue[],
): Summary {
  const declarations = modules.flatMap((module) => module.declarations);
  const services = declarations.flatMap((declaration) => (declaration.kind === "service" ? declaration : []));
  const warnings = new Map<string, number>();
  for (const issue of issues) if (!isErrorIssue(issue)) warnings.set(issue.code, (warnings.get(issue.code) ?? 0) + 1);
  const encoder = new TextEncoder();
  return {
    types: declarations.filter(({ kind }) => kind === "simpleType" || kind === "complexType").length,
    elements: declarations.filter(({ kind }) => kind === "element").length,
    services: services.length,
    operations: services.reduce((sum, { operations }) => sum + operations.length, 0),
    files: files.length,
    bytes: files.reduce((sum, { text }) => sum + encoder.encode(text).length, 0),
    notes: notes.length,
    warnings: Object.fromEntries(warnings),
  };
}

/** `12 types, 3 elements, 1 service with 9 operations: 2 files, 31.2 kB; 4 warnings (bp-R2201: 4)`. */
export function describeSummary(summary: Summary): string {
  const { types, elements, services, operations, files, bytes, warnings } = summary;
  const parts = [
    ...(types > 0 ? [count(types, "type")] : []),
    ...(elements > 0 ? [count(elements, "element")] : []),
    ...(services > 0 ? [`${count(services, "service")} with ${count(operations, "operation")}`] : []),
  ];
  const rules = Object.entries(warnings).map(([code, number]) => `${code}: ${number}`);
  const warned = Object.values(warnings).reduce((sum, number) => sum + number, 0);
  const said = warned === 0 ? "" : `; ${count(warned, "warning")} (${rules.join(", ")})`;
  return `${parts.join(", ") || "nothing"}: ${count(files, "file")}, ${(bytes / 1000).toFixed(1)} kB${said}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
