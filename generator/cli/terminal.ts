/** What a command sees of the process it runs in; tests give their own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether what goes to `error` may be coloured. */
  readonly color: boolean;
  /** Writes a line to the standard output. */
  print(line: string): void;
  /** Writes a line to the standard error output. */
  error(line: string): void;
  /** Asks for a text that is not shown; absent where nobody can answer. */
  readonly askSecret?: ((question: string) => Promise<string>) | undefined;
}
