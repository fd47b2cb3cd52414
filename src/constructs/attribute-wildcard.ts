import { DatatypeFailure } from "../datatypes/datatype.js";
import { describeValue } from "../datatypes/describe.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import type { AttributeWildcardCodec, Fields, ReadingContext, Value, ValueWalking } from "../engine/ports.js";
import type { PreparedAttribute } from "../model/prepared.js";
import type { AttributeWildcard, ProcessContents } from "../schema/descriptors.js";
import { isRecord, setProperty } from "../text/record.js";
import { clarkName, parseClarkName, type XmlName } from "../xml/names.js";
import { quoteName } from "../xml/quote-name.js";
import { xsiAttributes } from "../xml/xsi.js";
import { identifyAttribute } from "./attributes.js";
import { allowsNamespace } from "./namespace-constraint.js";

type Declared = ReadonlyMap<XmlName, PreparedAttribute>;

/** What attributes are that only a wildcard allows. */
export const attributeWildcardCodec: AttributeWildcardCodec = { allows: allowsNamespace, read, write };

function read(
  reading: ReadingContext,
  { process, property }: AttributeWildcard,
  declared: Declared,
  index: number,
  value: Value | undefined,
  owner: number,
): void {
  if (checkOtherAttribute(reading, process, index, owner)) checkOtherId(reading, declared, index);
  if (value === undefined) return;
  const { attributes } = reading.source;
  let kept = Object.hasOwn(value, property) ? (value[property] as Value) : undefined;
  if (kept === undefined) setProperty(value, property, (kept = {}));
  setProperty(kept, clarkName(attributes.name(index)), attributes.value(index));
}

/** Part 1, 3.4.4, clause 5: an ID that a wildcard allows is the only ID among the attributes. */
function checkOtherId(reading: ReadingContext, declared: Declared, index: number): void {
  const { attributes } = reading.source;
  const own = [...declared.values()].some(({ datatype }) => datatype.ids?.kind === "id");
  let earlier = false;
  for (let other = 0; other < index; other++) {
    const name = attributes.name(other);
    const datatype = declared.has(name) ? undefined : reading.schema?.attribute(name)?.datatype;
    if (datatype?.ids?.kind === "id") earlier = true;
  }
  if (!own && !earlier) return;
  const message = `attribute ${quoteName(attributes.name(index))} is an ID, and there is another`;
  reading.fail(own ? "cvc-complex-type.5.2" : "cvc-complex-type.5.1", message, attributes.location(index));
}

/**
 * Part 1, 3.10.4, "Item Valid (Wildcard)": an attribute that a wildcard allows.
 *
 * @returns whether it is an ID
 */
export function checkOtherAttribute(
  reading: ReadingContext,
  process: ProcessContents,
  index: number,
  owner: number,
): boolean {
  const { attributes } = reading.source;
  const name = attributes.name(index);
  if (process === "skip" || reading.schema === undefined || xsiAttributes.has(name)) return false;
  const declared = reading.schema.attribute(name);
  if (declared === undefined) {
    if (process === "strict") {
      const message = `attribute ${quoteName(name)} is not declared, and must be here`;
      reading.fail("cvc-complex-type.3.2.2", message, attributes.location(index));
    }
    return false;
  }
  const { datatype, fixed } = declared;
  const text = attributes.value(index);
  const value = datatype.parse(text, reading.source);
  if (value instanceof DatatypeFailure) {
    reading.fail(value.code, value.message, attributes.valueLocation(index));
  } else if (fixed !== undefined && !isFixedValue(datatype, value, fixed)) {
    const message = `found "${text}"; attribute ${quoteName(name)} is fixed to "${fixed}"`;
    reading.fail("cvc-attribute.4", message, attributes.valueLocation(index));
  } else {
    identifyAttribute(reading, datatype, value, owner, index);
  }
  return datatype.ids?.kind === "id";
}

function write(walk: ValueWalking, wildcard: AttributeWildcard, declared: Declared, value: Fields): void {
  const others = value[wildcard.property];
  if (others === undefined) return;
  walk.path.push(wildcard.property);
  if (isRecord(others)) {
    for (const [key, text] of Object.entries(others)) {
      const name = parseClarkName(key);
      if (name === undefined || typeof text !== "string") {
        walk.issueAt(key, "value-type", "expected texts by names in Clark notation");
      } else if (declared.has(name) || !allowsNamespace(wildcard.namespaces, name.namespace)) {
        walk.issueAt(key, "cvc-complex-type.3.2.2", `attribute ${quoteName(name)} is not allowed here`);
      } else {
        walk.sink?.attribute(name, text);
      }
    }
  } else {
    walk.issue("value-type", `expected an object of attributes; found ${describeValue(others)}`);
  }
  walk.path.pop();
}
