import type { PropertyBinding, Shape } from "./model.js";

/** The object types that a type is, its choices multiplied out, and how many names each of them has a property for. */
export interface Alternatives {
  readonly count: number;
  readonly names: number;
}

/**
 * The most properties that the object types of one type, and those of the types that extend it, may have together.
 * TypeScript makes each of them, with half a kilobyte and two microseconds: a choice of 500 in a base of 100 types would
 * be more than a computer has. Of real schemas FpML has the most, about 8,000; a choice alone may have 141 branches.
 */
const limit = 20_000;

/** What a shape and those that it adds to are together. */
export function countAlternatives({ choices }: Shape, inherited: Alternatives): Alternatives {
  return choices.reduce(withChoice, inherited);
}

function withChoice({ count, names }: Alternatives, branches: readonly Shape[]): Alternatives {
  return { count: count * countBranches(branches), names: names + new Set(namesOf(branches)).size };
}

function countBranches(branches: readonly Shape[]): number {
  return branches.reduce(
    (sum, { choices }) => sum + choices.reduce((product, inner) => product * countBranches(inner), 1),
    0,
  );
}

function* namesOf(branches: readonly Shape[]): Iterable<string> {
  for (const { properties, choices } of branches) {
    for (const { name } of properties) yield name;
    for (const inner of choices) yield* namesOf(inner);
  }
}

/**
 * The shape with as many of its choices as a type can say. The others, the largest first, become optional properties:
 * reading and `validate` hold them to the schema all the same.
 *
 * @param inherited - what the base is
 * @param extensions - how many types extend it, directly or not
 */
export function limitAlternatives(shape: Shape, inherited: Alternatives, extensions: number): Shape {
  const bySize = shape.choices
    .map((branches) => ({ branches, size: countBranches(branches) }))
    .sort((left, right) => left.size - right.size);
  const kept = new Set<readonly Shape[]>();
  let together = inherited;
  for (const { branches } of bySize) {
    together = withChoice(together, branches);
    if (together.count * together.names * (1 + extensions) > limit) break;
    kept.add(branches);
  }
  if (kept.size === shape.choices.length) return shape;
  const properties = new Map(shape.properties.map((property) => [property.name, property]));
  for (const branches of shape.choices) {
    if (!kept.has(branches)) for (const property of loosen(branches)) properties.set(property.name, property);
  }
  return { properties: [...properties.values()], choices: shape.choices.filter((branches) => kept.has(branches)) };
}

function* loosen(branches: readonly Shape[]): Iterable<PropertyBinding> {
  for (const branch of branches) {
    for (const property of branch.properties) yield loose(property);
    for (const inner of branch.choices) yield* loosen(inner);
  }
}

function loose(property: PropertyBinding): PropertyBinding {
  const { documentation, occurrence } = property;
  return {
    ...property,
    documentation: {
      ...documentation,
      rules: [...documentation.rules, "Part of a choice that is too large for a type."],
    },
    occurrence: occurrence === "repeated" || occurrence === "optionalRepeated" ? "optionalRepeated" : "optional",
  };
}
