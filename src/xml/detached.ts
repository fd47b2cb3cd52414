/** A copy that does not keep the text it was cut from in memory: engines let a slice point into the whole. */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
