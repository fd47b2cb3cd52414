import type { UMProperties } from "../../generated/um.js";
import type { CallOptions } from "../soap.js";
import { SettingNotStoredError } from "./errors.js";

/** How a setting is changed, and whether it is read back. */
export interface SettingOptions extends CallOptions {
  /**
   * Reads the setting back, and rejects with a {@link SettingNotStoredError} where it is not what was set: a server that
   * got the wrong namespace answers 200 and stores the opposite. One request more.
   */
  readonly verify?: boolean | undefined;
}

type Setting = Exclude<keyof UMProperties, "telephoneAccessNumbers">;

/** Stores a setting and, where it is asked for, looks whether the server has it. */
export async function storeSetting<Name extends Setting>(
  name: Name,
  value: UMProperties[Name] & (string | boolean),
  { verify = false, ...options }: SettingOptions,
  store: (options: CallOptions) => Promise<unknown>,
  read: (options: CallOptions) => Promise<UMProperties>,
): Promise<void> {
  await store(options);
  if (!verify) return;
  const found = (await read(options))[name];
  // A setting without a value may be left out.
  if (found !== value && !(value === "" && found === undefined)) throw new SettingNotStoredError(name, value, found);
}
