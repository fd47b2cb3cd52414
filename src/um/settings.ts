import type { UMProperties } from "../../generated/um.js";
import { callOptions } from "../soap/client-options.js";
import type { CallOptions } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";
import { SettingNotStoredError } from "./errors.js";

/** How a setting is changed, and whether it is read back. */
export interface SettingOptions extends CallOptions {
  /**
   * Reads the setting back, and rejects with a {@link SettingNotStoredError} where it is not what was set: a server that
   * got the wrong namespace answers 200 and stores the opposite. One request more.
   */
  readonly verify?: boolean | undefined;
}

const settingOptions = (): Record<keyof SettingOptions, 0> => ({
  ...callOptions,
  verify: 0,
});

type Setting = Exclude<keyof UMProperties, "telephoneAccessNumbers">;

/** Stores a setting and, where it is asked for, looks whether the server has it. */
export async function storeSetting<Name extends Setting>(
  name: Name,
  value: UMProperties[Name] & (string | boolean),
  given: SettingOptions,
  store: (options: CallOptions) => Promise<unknown>,
  read: (options: CallOptions) => Promise<UMProperties>,
): Promise<void> {
  refuseUnknown("a setting", given, Object.keys(settingOptions()));
  const { verify = false, ...options } = given;
  await store(options);
  if (!verify) return;
  const found = (await read(options))[name];
  // A setting without a value may be left out.
  if (found !== value && !(value === "" && found === undefined)) throw new SettingNotStoredError(name, value, found);
}
