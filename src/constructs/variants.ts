import { describeValue } from "../datatypes/describe.js";
import type { Fields, ValueWalking, VariantsCodec } from "../engine/ports.js";
import type { PreparedComplexType, PreparedElement, PreparedVariant, PreparedVariants } from "../model/prepared.js";
import type { ComplexTypeDescriptor, Derivation, VariantsDescriptor } from "../schema/descriptors.js";
import { claimTag, type XmlName, xmlName } from "../xml/names.js";
import { xsiType } from "../xml/xsi.js";

const prepared = new WeakMap<VariantsDescriptor, PreparedVariants>();

/** What the types are that may stand in for a declared one. */
export const variantsCodec: VariantsCodec = {
  prepare(descriptor, complexType) {
    let variants = prepared.get(descriptor);
    if (variants === undefined) prepared.set(descriptor, (variants = prepareVariants(descriptor, complexType)));
    return variants;
  },
  refuse: blockedDerivation,
  write: writeVariant,
};

function prepareVariants(
  { members }: VariantsDescriptor,
  complexType: (descriptor: ComplexTypeDescriptor) => PreparedComplexType,
): PreparedVariants {
  const byName = new Map<XmlName, PreparedVariant>();
  const byTag = new Map<string, PreparedVariant>();
  const tags = new Map<string, XmlName>();
  for (const member of members()) {
    if (member.name === undefined) continue;
    const name = xmlName(member.namespace, member.name);
    const tag = claimTag(name, tags);
    let type: PreparedComplexType | undefined;
    const variant: PreparedVariant = {
      tag,
      name,
      get type(): PreparedComplexType {
        type ??= complexType(member);
        return type;
      },
    };
    byName.set(name, variant);
    byTag.set(tag, variant);
  }
  return { byName, byTag, codec: variantsCodec };
}

/** Part 1, 3.4.6 "Type Derivation OK (Complex)": the first derivation on the way up that is blocked. */
function blockedDerivation(type: PreparedComplexType, declared: PreparedElement): string | undefined {
  const blocked = blockedBy(declared);
  if (blocked.length === 0) return undefined;
  let step: PreparedComplexType | undefined = type;
  for (; step !== undefined && step !== declared.type; step = step.base) {
    if (step.derivation !== undefined && blocked.includes(step.derivation)) {
      return `which is derived by ${step.derivation}: that is blocked here`;
    }
  }
  return undefined;
}

/** The derivations by which no type may stand in for that of a declaration. */
export function blockedBy(declared: PreparedElement): readonly Derivation[] {
  return declared.type.kind === "complex" ? [...declared.block, ...declared.type.block] : declared.block;
}

function writeVariant(
  walk: ValueWalking,
  { byTag }: PreparedVariants,
  type: PreparedComplexType,
  value: Fields,
): PreparedComplexType {
  const tag = value["$type"];
  if (tag === undefined) return type;
  const variant = typeof tag === "string" ? byTag.get(tag) : undefined;
  if (variant === undefined) {
    const known = [...byTag.keys()].map((name) => `"${name}"`).join(", ");
    walk.issueAt("$type", "cvc-elt.4.3", `found ${describeValue(tag)}; expected one of ${known}`);
    return type;
  }
  walk.sink?.attribute(xsiType, variant.name);
  return variant.type;
}
