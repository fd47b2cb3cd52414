import type { ElementDescriptor } from "../../src/schema/descriptors.js";
import { parse } from "../../src/verbs/parse.js";
import { serialize } from "../../src/verbs/serialize.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";

/** Generated modules together with the runtime that they stand on. */
export interface Codec {
  /** The descriptor of an element, by its name in Clark notation. */
  find(name: string): ElementDescriptor | undefined;
  /** Reads a document and writes its value. */
  roundTrip(descriptor: ElementDescriptor, text: string): string;
  /** The names of the items of an ordered group, which stands at a path of a document's value. */
  names(descriptor: ElementDescriptor, text: string, path: readonly PropertyKey[]): readonly unknown[];
}

export function newCodec(modules: readonly Readonly<Record<string, unknown>>[]): Codec {
  const elements = new Map<string, ElementDescriptor>();
  for (const module of modules) {
    for (const exported of Object.values(module)) {
      if (isElement(exported)) elements.set(clark(exported), exported);
    }
  }
  return {
    find: (name) => elements.get(name),
    names(descriptor, text, path) {
      let value: unknown = parse(descriptor, text);
      for (const key of path) value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
      return (value as readonly { readonly name: unknown }[]).map(({ name }) => name);
    },
    roundTrip: (descriptor, text) => serialize(descriptor, parse(descriptor, text, { doctype: ignoreDoctype })),
  };
}

function isElement(value: unknown): value is ElementDescriptor {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "elementDeclaration";
}

function clark({ namespace, name }: ElementDescriptor): string {
  return namespace === "" ? name : `{${namespace}}${name}`;
}
