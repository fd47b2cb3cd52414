import { datatypeOf } from "../model/datatype-of.js";
import { quoteName } from "../model/expectation.js";
import { setProperty } from "../text/set-property.js";
import { nameOf } from "./content.js";
import type { AttributeRules, AttributeUse, Fields, SimpleTypeDescriptor, Walk } from "./descriptors.js";
import { isXsi, lexical, readValue, report } from "./element.js";
import type { Reader, StartTag } from "./reader.js";

/** Describes an attribute and the property that holds its value. */
export function attribute<const P extends string>(
  property: P,
  name: string,
  type: SimpleTypeDescriptor,
  options?: Partial<Omit<AttributeUse, "property" | "name" | "type" | "rules">>,
): AttributeUse<P> {
  return { property, namespace: "", name, type, required: false, rules, ...options };
}

const rules: AttributeRules = { read: readAttributes, write: writeAttributes };

function readAttributes(reader: Reader, tag: StartTag, attributes: readonly AttributeUse[], value: Fields): boolean {
  let given = false;
  for (const attribute of tag.attributes) {
    if (isXsi(attribute)) continue;
    given = true;
    const use = attributes.find(
      ({ namespace, name }) => name === attribute.localName && namespace === attribute.namespace,
    );
    const quoted = quoteName(attribute);
    if (use === undefined) {
      const known = attributes.map((other) => quoteName(nameOf(other), attribute)).join(", ");
      const near = attributes.find(({ name }) => name === attribute.localName);
      const allowed = known === "" ? "no attribute is" : `allowed: ${known}`;
      return reader.fail(
        "cvc-complex-type.3.2.2",
        `attribute ${quoteName(attribute, near && nameOf(near))} is not allowed here; ${allowed}`,
        attribute.at,
      );
    }
    const fail = (code: string, message: string) =>
      reader.fail(code, message, attribute.valueAt, [...reader.path, use.property]);
    const isFixed = `attribute ${quoted} is fixed to`;
    const read = readValue(datatypeOf(use.type), attribute.value, use, reader, fail, isFixed, "cvc-attribute.4");
    setProperty(value, use.property, read);
  }
  for (const use of attributes) {
    if (Object.hasOwn(value, use.property)) continue;
    const byDefault = use.fixed ?? use.default;
    if (use.required) reader.fail("cvc-complex-type.4", `attribute ${quoteName(nameOf(use))} is missing`, tag.at);
    if (byDefault !== undefined) setProperty(value, use.property, datatypeOf(use.type).parse(byDefault));
  }
  return given;
}

function writeAttributes(walk: Walk, attributes: readonly AttributeUse[], value: Fields): void {
  for (const use of attributes) {
    const held = value[use.property];
    if (held !== undefined) {
      walk.path.push(use.property);
      const text = lexical(walk, datatypeOf(use.type), held, use, "cvc-attribute.4");
      walk.path.pop();
      if (text !== undefined) walk.writer?.attribute(use.namespace, use.name, text);
    } else if (use.required) {
      report(walk, "cvc-complex-type.4", `attribute ${quoteName(nameOf(use))} is missing`, use.property);
    }
  }
}
