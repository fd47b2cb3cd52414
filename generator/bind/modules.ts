import type { Component, SchemaSet } from "../schema/components.js";
import type { ServiceSet } from "../wsdl/components.js";
import { originName } from "./bind-documentation.js";
import type { DeclarationBinding, ModuleBinding } from "./model.js";
import { NameScope, reservedTypeNames } from "./names.js";

/** What module names are made of: an entry document's file and target namespace. */
export interface EntryNames {
  readonly file: string;
  readonly targetNamespace: string;
}

/** A module while declarations are still being added to it. */
export interface OpenModule extends ModuleBinding {
  readonly declarations: DeclarationBinding[];
  readonly scope: NameScope;
}

/** The module of each namespace. */
export interface Modules {
  of(namespace: string, source: Component["source"]): OpenModule;
  all(): Iterable<OpenModule>;
  /** Those that hold a declaration, in the order of their making. */
  used(): readonly ModuleBinding[];
}

/**
 * One module a namespace. It is named after the entry document of that namespace, else after the first document that
 * declares something in it.
 *
 * @param single - all namespaces share one module, which is named after the first entry
 */
export function assignModules(
  entries: readonly EntryNames[],
  schemas: SchemaSet,
  services: ServiceSet,
  single: boolean,
): Modules {
  const fileNames = new NameScope();
  const modules = new Map<string, OpenModule>();
  const open = (target: string, file: string | undefined): OpenModule => {
    const namespace = single ? "" : target;
    let module = modules.get(namespace);
    if (module === undefined) {
      const origin = file === undefined ? namespace : originName(file);
      module = {
        name: fileNames.claim(moduleName(origin)),
        origin,
        declarations: [],
        scope: new NameScope(reservedTypeNames),
      };
      modules.set(namespace, module);
    }
    return module;
  };
  const declared = new Set([...schemas.namespaces, ...services.bindings.map((binding) => binding.portType.namespace)]);
  for (const entry of entries) {
    if (declared.has(entry.targetNamespace)) open(entry.targetNamespace, entry.file);
  }
  return {
    of: (namespace, source) => open(namespace, source?.document.file),
    all: () => modules.values(),
    used: () => [...modules.values()].filter((module) => module.declarations.length > 0),
  };
}

/** The file's name without folders and extension, as a name that every file system takes. */
function moduleName(file: string): string {
  const base = file.replace(/^.*[/\\]/, "").replace(/\.(xsd|wsdl|xml)$/i, "");
  return base.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[-.]+|[-.]+$/g, "") || "schema";
}
