import { checkDescriptor, checkSource } from "../engine/hand-ins.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { XmlReaderOptions } from "../xml/fast/reader.js";
import type { XmlEventSource } from "../xml/ports.js";
import type { XmlStreamOptions } from "../xml/stream/stream.js";

/** The names of a verb's options: `satisfies OptionNames<Options>` sees to it that none is missing. */
export type OptionNames<Options> = Readonly<Record<keyof Options, 0>>;

export const readerOptions = (): OptionNames<XmlReaderOptions> => ({ file: 0, limits: 0, doctype: 0 });
export const streamOptions = (): OptionNames<XmlStreamOptions> => ({
  ...readerOptions(),
  encoding: 0,
  windowLength: 0,
});

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

/** Most calls have no options at all: those cost nothing. */
export function checkOptions(verb: string, options: object, names: () => Readonly<Record<string, 0>>): void {
  for (const _name in options) {
    refuseUnknown(verb, options, Object.keys(names()));
    return;
  }
  if (typeof options !== "object") refuseUnknown(verb, options, []);
}
