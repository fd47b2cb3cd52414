import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { bashScript, fishScript, zshScript } from "./completion-scripts.js";
import { operationNames } from "./operation-names.js";
import type { Terminal } from "./terminal.js";

const scripts: ReadonlyMap<string, (commands: readonly Command[]) => string> = new Map([
  ["bash", bashScript],
  ["zsh", zshScript],
  ["fish", fishScript],
]);

/** @param commands - all commands, this one too */
export function completionCommand(commands: () => readonly Command[]): Command {
  return {
    words: ["completion"],
    summary: "Print a script that completes commands, options and operations in a shell",
    usage: "bash|zsh|fish | operations WSDL",
    details: [
      "bash: add  source <(xsdsmith completion bash)  to ~/.bashrc",
      "zsh:  add  source <(xsdsmith completion zsh)   to ~/.zshrc, after compinit",
      "fish: xsdsmith completion fish > ~/.config/fish/completions/xsdsmith.fish",
      "For the operations of a WSDL, these scripts run  xsdsmith completion operations WSDL",
    ],
    options: {},
    examples: [["xsdsmith completion bash", "The script for bash"]],
    run: (args, terminal) => printScript(args, terminal, commands()),
  };
}

async function printScript(args: Arguments, terminal: Terminal, commands: readonly Command[]): Promise<ExitCode> {
  const [shell = "", wsdl, ...more] = args.positionals;
  if (shell === "operations" && wsdl !== undefined && more.length === 0) {
    for (const line of await operationNames(wsdl, terminal)) terminal.print(line);
    return 0;
  }
  const script = wsdl === undefined ? scripts.get(shell) : undefined;
  if (script === undefined) throw new UsageError("completion needs a shell: bash, zsh or fish");
  terminal.print(script(commands));
  return 0;
}
