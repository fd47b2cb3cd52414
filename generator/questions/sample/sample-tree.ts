import type { XmlName } from "../../../src/xml/names.js";
import { indented } from "../../../src/xml/write/indentation.js";
import { XmlWriter } from "../../../src/xml/write/writer.js";
import { xsiNamespace, xsiNil, xsiType } from "../../../src/xml/xsi.js";
import type {
  AttributeUse,
  ElementDeclaration,
  SimpleTypeDefinition,
  TypeDefinition,
} from "../../schema/components.js";
import { holdsNames, type SimpleValue } from "./simple-values.js";

/** A document in the making: identity constraints are seen to after all of it is there. */
export interface SampleElement {
  readonly name: XmlName;
  /** `undefined` for an element that only a wildcard allows. */
  readonly declaration: ElementDeclaration | undefined;
  readonly type: TypeDefinition | undefined;
  /** What `xsi:type` says. */
  readonly typeName: XmlName | undefined;
  readonly nil: boolean;
  readonly attributes: SampleAttribute[];
  /** Elements, text of mixed content. */
  readonly children: (SampleElement | string)[];
  /** Simple content. */
  text: SampleText | undefined;
  /** Its parent's content would not be valid without it. */
  readonly required: boolean;
}

/** A place where a simple value stands. */
export interface SampleText {
  readonly type: SimpleTypeDefinition;
  value: SimpleValue;
  /** The schema fixes it. */
  readonly fixed: boolean;
}

export interface SampleAttribute extends SampleText {
  readonly use: AttributeUse;
}

/** All elements, the root first. */
export function* elementsOf(root: SampleElement): Generator<SampleElement> {
  yield root;
  for (const child of root.children) if (typeof child !== "string") yield* elementsOf(child);
}

/** The document as text; the root's namespace is the default one, the others get their prefixes at the root. */
export function writeSample(root: SampleElement, indent: number | undefined): string {
  const layout = indent === undefined ? undefined : indented(indent);
  const writer = new XmlWriter({ layout, prefixes: { [xsiNamespace]: "xsi" } });
  const others = new Set([...elementsOf(root)].map(({ name }) => name.namespace));
  others.delete(root.name.namespace);
  others.delete("");
  writeElement(root, writer, others);
  return writer.toString();
}

function writeElement(element: SampleElement, writer: XmlWriter, namespaces: Iterable<string> = []): void {
  writer.startElement(element.name);
  let number = 0;
  for (const namespace of namespaces) writer.declareNamespace(`ns${++number}`, namespace);
  if (element.typeName !== undefined) writer.attribute(xsiType, element.typeName);
  if (element.nil) writer.attribute(xsiNil, "true");
  for (const { use, value } of element.attributes) writer.attribute(use.declaration.name, printed(value, writer));
  if (element.text !== undefined) writer.text(printed(element.text.value, writer));
  for (const child of element.children) {
    if (typeof child === "string") writer.text(child);
    else writeElement(child, writer);
  }
  writer.endElement();
}

function printed({ text, datatype, value }: SimpleValue, writer: XmlWriter): string {
  return holdsNames(datatype) ? datatype.print(value, writer) : text;
}
