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
  /**
   * Shows a text in a line that the next one takes the place of; the empty text clears it. Absent where nobody watches. To be
   * cleared before `print` and `error`.
   */
  readonly status?: ((text: string) => void) | undefined;
  /** Resolves when the user wants the command to end (Ctrl+C); until it is called, that ends the process. */
  readonly interrupted?: (() => Promise<void>) | undefined;
  /** Asks a question; absent where nobody can answer. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Asks for a text that is not shown; absent where nobody can answer. */
  readonly askSecret?: ((question: string) => Promise<string>) | undefined;
}
