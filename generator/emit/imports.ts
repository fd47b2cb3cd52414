import type { DeclarationBinding, ModuleBinding } from "../bind/model.js";
import { concat, listing, quote, render } from "./layout.js";

/** What a module imports, gathered while its declarations are emitted. */
export class Imports {
  readonly #module: ModuleBinding;
  readonly #runtime = new Map<string, boolean>();
  readonly #siblings = new Map<ModuleBinding, Map<string, string>>();
  readonly #locals = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(module: ModuleBinding) {
    this.#module = module;
    this.#taken = new Set(module.declarations.map(({ identifier }) => identifier));
  }

  /** A function or constant of the runtime. */
  runtime(name: string): string {
    this.#runtime.set(name, false);
    return name;
  }

  /** A type of the runtime. */
  runtimeType(name: string): string {
    if (!this.#runtime.has(name)) this.#runtime.set(name, true);
    return name;
  }

  /** The name by which a declaration, of this or another module, is known here. */
  reference(declaration: DeclarationBinding): string {
    const { module, identifier } = declaration;
    if (module === this.#module) return identifier;
    let names = this.#siblings.get(module);
    if (names === undefined) this.#siblings.set(module, (names = new Map()));
    let local = names.get(identifier);
    if (local === undefined) names.set(identifier, (local = this.#claim(identifier, module)));
    return local;
  }

  /** A name for a constant that stands before a declaration of this module and belongs to it. */
  local({ identifier }: DeclarationBinding, suffix: string): string {
    let name = this.#locals.get(identifier);
    if (name === undefined) {
      name = `${identifier}_${suffix}`;
      for (let number = 2; this.#taken.has(name); number++) name = `${identifier}_${suffix}${number}`;
      this.#taken.add(name);
      this.#locals.set(identifier, name);
    }
    return name;
  }

  #claim(identifier: string, module: ModuleBinding): string {
    const prefix = module.name.replace(/[^A-Za-z0-9]+/g, "").replace(/^[a-z]/, (letter) => letter.toUpperCase());
    let name = identifier;
    for (let number = 1; this.#taken.has(name); number++) {
      name = `${identifier}Of${prefix}${number === 1 ? "" : number}`;
    }
    this.#taken.add(name);
    return name;
  }

  /** The import declarations, sorted. */
  statements(): readonly string[] {
    const runtime = [...this.#runtime].map(([name, isType]) => ({ name, text: isType ? `type ${name}` : name }));
    const siblings = [...this.#siblings].sort(([left], [right]) => compareNames(left.name, right.name));
    return [
      ...(runtime.length === 0 ? [] : [importText("xsdsmith/codegen", runtime)]),
      ...siblings.map(([module, names]) =>
        importText(
          `./${module.name}.js`,
          [...names].map(([name, alias]) => ({ name, text: name === alias ? name : `${name} as ${alias}` })),
        ),
      ),
    ];
  }
}

function importText(from: string, names: readonly { readonly name: string; readonly text: string }[]): string {
  const sorted = [...names].sort((left, right) => compareNames(left.name, right.name));
  const list = listing(
    "{",
    sorted.map(({ text }) => text),
    "}",
    " ",
  );
  return render(concat("import ", list, ` from ${quote(from)};`));
}

/** The order of linters that sort: character by character, by the alphabet first, capitals before small letters. */
function compareNames(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [left.charAt(index), right.charAt(index)];
    if (a === b) continue;
    const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()];
    if (lowA !== lowB) return lowA < lowB ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}
