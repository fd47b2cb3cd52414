import { checkDescriptor, checkSource } from "../engine/hand-ins.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { XmlReaderOptions } from "../xml/fast/reader.js";
import type { XmlEventSource } from "../xml/ports.js";
import type { XmlStreamOptions } from "../xml/stream/stream.js";

/** The names of a verb's options: `OptionNames<Options>` sees to it that none is missing. */
export type OptionNames<Options> = () => Readonly<Record<keyof Options, 0>>;

/** Options that build on each other's names are put together when one is looked at, once. */
export function optionNames<Options>(make: OptionNames<Options>): OptionNames<Options> {
  let made: ReturnType<OptionNames<Options>> | undefined;
  return () => (made ??= make());
}

export const readerOptions: OptionNames<XmlReaderOptions> = /* @__PURE__ */ optionNames<XmlReaderOptions>(() => ({
  file: 0,
  limits: 0,
  doctype: 0,
}));
export const streamOptions: OptionNames<XmlStreamOptions> = /* @__PURE__ */ optionNames<XmlStreamOptions>(() => ({
  ...readerOptions(),
  encoding: 0,
  windowLength: 0,
}));

/** @throws TypeError for what no verb can work with, in one line */
export function checkCall(
  verb: string,
  descriptor: ElementDescriptor,
  options: object,
  names: () => Readonly<Record<string, 0>>,
): void {
  checkOptions(verb, options, names);
  checkDescriptor(verb, descriptor);
}

/** The same for those that read. */
export function checkReading(
  verb: string,
  descriptor: ElementDescriptor,
  source: string | XmlEventSource,
  options: object,
  names: () => Readonly<Record<string, 0>>,
): void {
  checkCall(verb, descriptor, options, names);
  checkSource(verb, source);
}

/** Most calls have no options at all, and others known ones: neither costs much. */
export function checkOptions(verb: string, options: object, names: () => Readonly<Record<string, 0>>): void {
  for (const name in options) {
    if (!Object.hasOwn(names(), name)) refuseUnknown(verb, options, Object.keys(names()));
  }
  if (typeof options !== "object") refuseUnknown(verb, options, []);
}
