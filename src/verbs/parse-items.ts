import { element } from "../constructs/describe.js";
import { readElement } from "../engine/read-element.js";
import { type Issue, ParseError } from "../errors.js";
import type { ElementDescriptor, TypeDescriptor } from "../schema/descriptors.js";
import { endOfWindow } from "../xml/fast/cursor.js";
import type { XmlReader } from "../xml/fast/reader.js";
import { type XmlName, xmlName } from "../xml/names.js";
import { XmlStream, type XmlStreamOptions, type XmlStreamSource } from "../xml/stream/stream.js";
import { checkOptions, type OptionNames, optionNames, streamOptions } from "./check-call.js";
import { features } from "./features.js";
import { type ParseDocumentOptions, parseOptions } from "./parse.js";
import { unchecked } from "./unchecked.js";

/** How items are read from a document that arrives; the options of `parse` hold too. */
export interface ParseItemsOptions extends ParseDocumentOptions, XmlStreamOptions {
  /** The name of the element that repeats, where what describes it is a type; another name than the descriptor's. */
  readonly element?: XmlName | undefined;
  /**
   * Told of an item that is not what its descriptor says; it is passed over. Without it, the first one ends the
   * iteration by being thrown. An ill-formed document always does.
   */
  readonly onBrokenItem?: ((error: ParseError) => void) | undefined;
}

const itemsOptions: OptionNames<ParseItemsOptions> = /* @__PURE__ */ optionNames<ParseItemsOptions>(() => ({
  ...parseOptions(),
  ...streamOptions(),
  element: 0,
  onBrokenItem: 0,
}));

/**
 * Reads the values of a repeated element one by one from a document that arrives piece by piece. Memory holds one item
 * and about 100 KB of text, however long the document is. What stands around the items is checked for well-formedness only.
 *
 * @param item - the element, or the type of an element that is declared inside a type: then the option `element` names it
 * @throws {@link ParseError} from the iteration; its path begins with the number of the item, counted from 0
 */
export async function* parseItems<T>(
  item: ElementDescriptor<T> | TypeDescriptor<T>,
  source: XmlStreamSource,
  options: ParseItemsOptions = {},
): AsyncGenerator<T, void, void> {
  checkOptions("parseItems", options, itemsOptions);
  const descriptor = describeItem(item, options.element);
  const items = new ItemReader(descriptor, options);
  const stream = new XmlStream(source, options);
  try {
    for (;;) {
      const found = stream.tryStep((reader) => items.read(reader));
      if (found === endOfWindow) {
        await stream.fill();
        continue;
      }
      items.finish();
      if (found.kind === "end") return;
      if (found.kind === "item") yield found.value;
    }
  } finally {
    await stream.close();
  }
}

function describeItem<T>(
  item: ElementDescriptor<T> | TypeDescriptor<T>,
  name: XmlName | undefined,
): ElementDescriptor<T> {
  if (item.kind === "elementDeclaration") {
    return name === undefined
      ? item
      : element<T>(name.namespace, name.localName, item.type as () => TypeDescriptor<T>, optionsOf(item));
  }
  if (name === undefined)
    throw new TypeError("the option element names the element that repeats, where its type is given");
  return element(name.namespace, name.localName, () => item);
}

function optionsOf({ nillable, abstract, default: byDefault, fixed, block, constraints }: ElementDescriptor) {
  return { nillable, abstract, default: byDefault, fixed, block, constraints };
}

type Found<T> =
  | { readonly kind: "item"; readonly value: T }
  | { readonly kind: "broken" }
  | { readonly kind: "other" }
  | { readonly kind: "end" };

/** Reads what comes next; an attempt may be repeated, so what it tells others waits until it is finished. */
class ItemReader<T> {
  readonly #descriptor: ElementDescriptor<T>;
  readonly #options: ParseItemsOptions;
  readonly #itemOptions: ParseDocumentOptions;
  readonly #name: XmlName;
  #count = 0;
  #counted = false;
  #warnings: Issue[] = [];
  #broken: ParseError | undefined = undefined;

  constructor(descriptor: ElementDescriptor<T>, options: ParseItemsOptions) {
    this.#descriptor = descriptor;
    this.#options = options;
    this.#itemOptions = { ...options, onIssue: (issue) => this.#warnings.push(issue) };
    this.#name = xmlName(descriptor.namespace, descriptor.name);
  }

  read(reader: XmlReader): Found<T> {
    this.#warnings = [];
    this.#broken = undefined;
    this.#counted = false;
    for (;;) {
      switch (reader.next()) {
        case "eof":
          return { kind: "end" };
        case "start":
          if (reader.name === this.#name) return this.#item(reader);
          return { kind: "other" };
        default:
          // Text between the items is passed over in the same step.
          break;
      }
    }
  }

  #item(reader: XmlReader): Found<T> {
    this.#counted = true;
    const { depth } = reader;
    try {
      return { kind: "item", value: this.#read(reader) };
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      const placed = new ParseError({ ...error.issue, path: [this.#count, ...(error.path ?? [])] }, { cause: error });
      if (this.#options.onBrokenItem === undefined || error.code.startsWith("xml-")) throw placed;
      while (reader.kind !== "end" || reader.depth !== depth) reader.next();
      this.#broken = placed;
      return { kind: "broken" };
    }
  }

  #read(reader: XmlReader): T {
    const options = this.#itemOptions;
    const recovery = options.validation === "off" ? unchecked : undefined;
    return readElement(this.#descriptor, reader, options, features, false, recovery);
  }

  /** The attempt was the last one. */
  finish(): void {
    if (this.#counted) this.#count++;
    for (const issue of this.#warnings) this.#options.onIssue?.(issue);
    if (this.#broken !== undefined) this.#options.onBrokenItem?.(this.#broken);
  }
}
