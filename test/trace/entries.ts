/** A function that has been entered: its file, and its name as the source has it. */
export interface Entry {
  readonly file: string;
  readonly name: string;
}

/** How often whoever follows the entries turns to another file. */
export function fileChanges(entries: readonly Entry[]): number {
  return entries.filter(({ file }, index) => index > 0 && file !== entries[index - 1]?.file).length;
}
