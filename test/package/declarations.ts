import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ts } from "ts-morph";
import { entryPoints } from "../architecture/entry-points.js";
import { root } from "../project-root.js";

/** One name that an entry point exports: a type and a value of the same name are one. */
export interface ExportedName {
  readonly name: string;
  readonly declarations: readonly ts.Declaration[];
  /** It is a type here, whatever else it is where it is declared. */
  readonly typeOnly: boolean;
}

/** An entry point of the package as users' compilers see it: by the declarations that the build wrote. */
export interface EntryDeclarations {
  /** `xsdsmith/um` */
  readonly specifier: string;
  /** Sorted by name. */
  readonly exports: readonly ExportedName[];
}

/** All entry points and the checker that they share. No library is loaded: types are named here, not worked out. */
export function readEntryDeclarations(): {
  readonly entries: readonly EntryDeclarations[];
  readonly checker: ts.TypeChecker;
} {
  const files = new Map(
    [...entryPoints()].map(([subpath, source]) => [
      subpath.replace(/^\./, "xsdsmith"),
      join(root, "dist", source.replace(/\.ts$/, ".d.ts")),
    ]),
  );
  const missing = [...files.values()].filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(", ")}; npm run build writes them`);
  const program = ts.createProgram([...files.values()], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const entries = [...files].map(([specifier, file]) => {
    const tree = program.getSourceFile(file);
    const module = tree === undefined ? undefined : checker.getSymbolAtLocation(tree);
    const exports = (module === undefined ? [] : checker.getExportsOfModule(module))
      .map((symbol) => ({
        name: symbol.name,
        declarations: followAlias(checker, symbol).declarations ?? [],
        typeOnly: symbol.declarations?.some(isTypeExport) ?? false,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return { specifier, exports };
  });
  return { entries, checker };
}

function isTypeExport(declaration: ts.Declaration): boolean {
  return ts.isExportSpecifier(declaration) && (declaration.isTypeOnly || declaration.parent.parent.isTypeOnly);
}

/** What a name stands for in the end, through imports and exports. */
export function followAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** The file of a declaration in the package, such as `src/xml/names`; undefined for what is not the package's. */
export function moduleOf(declaration: ts.Declaration): string | undefined {
  const path = relative(join(root, "dist"), declaration.getSourceFile().fileName).split(sep).join("/");
  return path.startsWith("../") ? undefined : path.replace(/\.d\.ts$/, "");
}
