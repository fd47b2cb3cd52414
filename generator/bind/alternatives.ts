import type { PropertyBinding, Shape } from "./model.js";

/**
 * The most object types that one type may be a union of. TypeScript multiplies the choices of an intersection out and
 * gives up at 100,000; a choice alone costs the square of its branches.
 */
const limit = 512;

/** How many object types a shape's type is, its choices multiplied out. */
export function countAlternatives({ choices }: Shape): number {
  return choices.reduce((product, branches) => product * countBranches(branches), 1);
}

function countBranches(branches: readonly Shape[]): number {
  return branches.reduce((sum, branch) => sum + countAlternatives(branch), 0);
}

/**
 * The shape with as many of its choices as a type can say. The others, the largest first, become optional properties:
 * reading and `validate` hold them to the schema all the same.
 *
 * @param inherited - how many object types the base is
 */
export function limitAlternatives(shape: Shape, inherited: number): Shape {
  const bySize = shape.choices
    .map((branches) => ({ branches, size: countBranches(branches) }))
    .sort((left, right) => left.size - right.size);
  const kept = new Set<readonly Shape[]>();
  let product = inherited;
  for (const { branches, size } of bySize) {
    product *= size;
    if (product > limit) break;
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
