import { run } from "../../generator/cli/run.js";
import type { Terminal } from "../../generator/cli/terminal.js";
import { recordTerminal } from "../unit/generator/cli/record-terminal.js";

/** A command line and what came of it. */
export interface Step {
  readonly line: string;
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}

/** As much of a shell as the guide needs: `NAME=$(command)`, `"$NAME"`, comments; every command is xsdsmith. */
export class Shell {
  readonly #variables = new Map<string, string>();
  readonly #terminal: Partial<Terminal>;

  constructor(terminal: Partial<Terminal>) {
    this.#terminal = terminal;
  }

  async run(line: string): Promise<Step> {
    const command = line.replace(/ #.*$/, "").trim();
    const [, name, inner] = /^([A-Z_]+)=\$\((.*)\)$/.exec(command) ?? [];
    const words = (inner ?? command).match(/"[^"]*"|\S+/g) ?? [];
    const [npx, program, ...args] = words.map((word) => this.#expand(word));
    if (npx !== "npx" || program !== "xsdsmith") throw new Error(`the guide runs something else: ${line}`);
    const { terminal, printed, errors } = recordTerminal(this.#terminal);
    const code = await run(args, terminal);
    if (name !== undefined) this.#variables.set(name, printed());
    return { line, code, printed: printed(), errors: errors() };
  }

  #expand(word: string): string {
    return word.replace(/^"(.*)"$/, "$1").replace(/\$([A-Z_]+)/g, (_, name: string) => {
      const value = this.#variables.get(name);
      if (value === undefined) throw new Error(`the guide has not set ${name}`);
      return value;
    });
  }
}
