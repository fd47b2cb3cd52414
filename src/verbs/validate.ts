import { checkValue, type ValidateOptions } from "../engine/write-element.js";
import type { Issue } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { checkCall, type OptionNames, optionNames } from "./check-call.js";
import { features } from "./features.js";

export type { ValidateOptions } from "../engine/write-element.js";

const validateOptions: OptionNames<ValidateOptions> = /* @__PURE__ */ optionNames<ValidateOptions>(() => ({
  schema: 0,
}));

/**
 * Checks a value against its descriptor without writing it.
 *
 * @returns every finding with its path; empty exactly when `serialize` gives a document that the schema accepts
 */
export function validate(
  descriptor: ElementDescriptor,
  value: unknown,
  options: ValidateOptions = {},
): readonly Issue[] {
  checkCall("validate", descriptor, options, validateOptions);
  return checkValue(descriptor, value, options, features);
}

/** Whether a value is one that `serialize` takes, for TypeScript too. */
export function is<T>(descriptor: ElementDescriptor<T>, value: unknown, options?: ValidateOptions): value is T {
  return validate(descriptor, value, options).length === 0;
}
