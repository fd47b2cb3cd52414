import { begins, type Content, holder, isHeld, type Particle, prepareArrays } from "./content.js";
import type { Fields, Listed } from "./descriptors.js";
import { firstOfAny, group, type Kind, type Occurs, type Ordered } from "./groups.js";

/** Part 1, 3.8: one of these. */
export function choice<P extends string = never>(particles: Listed<Particle<P>>, options?: Occurs): Particle<P>;
/** The same, where order is data: one property holds the elements. */
export function choice<const P extends string>(particles: Listed<Particle>, options: Ordered<P>): Particle<P>;
export function choice(particles: Listed<Particle>, options?: Occurs): Particle {
  return group(oneOf, particles, options);
}

const oneOf: Kind = {
  emptiable: (parts) => parts.some((part) => part.emptiable()),
  first: firstOfAny,
  missing: () => undefined,
  arrays: () => [],
  isFilled: (parts, value) => parts.some((part) => part.isFilled(value)),
  match(parts, matching) {
    const next = matching.next();
    const branch = parts.find((part) => begins(part, next));
    if (branch === undefined) return;
    prepareArrays(matching.value, branch.arrays());
    branch.match(matching);
  },
  filled(parts, { value }) {
    const branch = chooseBranch(parts, value);
    return branch === undefined ? [] : [branch];
  },
};

/**
 * The branch of a choice that a value fills: one with all the properties that the value has of the choice, and with all
 * that it needs itself, as far as there is one.
 */
function chooseBranch(parts: readonly Content[], value: Fields): Content | undefined {
  const propertiesOf = (part: Content) => part.leaves().map(holder);
  const held = new Set(parts.flatMap(propertiesOf).filter((property) => isHeld(value[property])));
  if (held.size === 0) return undefined;
  const covering = parts.filter((part) => [...held].every((property) => propertiesOf(part).includes(property)));
  return (
    covering.find((part) => part.isFilled(value)) ??
    covering[0] ??
    parts.find((part) => propertiesOf(part).some((property) => held.has(property)))
  );
}
