import { begins, type Content, type Particle } from "./content.js";
import type { Listed } from "./descriptors.js";
import { allArrays, allEmptiable, allFilled, firstOfAny, group, type Kind, type Occurs } from "./groups.js";

/** Part 1, 3.8: all of these, in any order: that of the properties of the value. */
export function all<const P extends string = never>(particles: Listed<Particle<P>>, options?: Occurs): Particle<P> {
  return group(anyOrder, particles, options);
}

const anyOrder: Kind = {
  emptiable: allEmptiable,
  first: firstOfAny,
  missing: () => undefined,
  arrays: allArrays,
  isFilled: allFilled,
  match(parts, matching) {
    const left = new Set(parts);
    for (let found: Content | undefined; ; left.delete(found), found.match(matching)) {
      const next = matching.next();
      found = [...left].find((part) => begins(part, next));
      if (found === undefined) break;
    }
    for (const part of left) matching.expected.push(...part.first());
    const missing = [...left].find((part) => !part.emptiable());
    if (missing !== undefined) matching.fail(missing.missing());
  },
  // Reading keeps the document's order in that of the value's properties.
  filled(parts, { value }) {
    const order = Object.keys(value);
    const place = (part: Content) => order.indexOf(part.first()[0]?.property ?? "");
    return [...parts].sort((left, right) => place(left) - place(right));
  },
};
