import { type Arguments, UsageError } from "./command.js";

/**
 * The whole number given for an option.
 *
 * @throws {@link UsageError} where it is none
 */
export function readNumber(args: Arguments, option: string): number | undefined {
  const text = args.text(option);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`option --${option} is a whole number, not "${text}"`);
}
