import type { Terminal } from "../../../../generator/cli/terminal.js";

/** A terminal that keeps what a command says, without anybody at it. */
export function recordTerminal(options: Partial<Terminal> = {}): {
  readonly terminal: Terminal;
  readonly printed: () => string;
  readonly errors: () => string;
} {
  const printed: string[] = [];
  const errors: string[] = [];
  const terminal: Terminal = {
    env: {},
    cwd: "/",
    color: false,
    print: (line) => void printed.push(line),
    error: (line) => void errors.push(line),
    ...options,
  };
  return { terminal, printed: () => printed.join("\n"), errors: () => errors.join("\n") };
}
