import type {
  ComplexTypeBinding,
  ElementParticleBinding,
  ParticleBinding,
  WildcardParticleBinding,
} from "../bind/model.js";

type Leaf = ElementParticleBinding | WildcardParticleBinding;

/**
 * Whether each child of a row of elements and wildcards can be told by its name (Part 1, 3.8.6, "Unique Particle
 * Attribution"), so that an index and a count are all that its model needs. Schemas that are taken although they violate
 * the rule need more.
 *
 * @returns true, too, where the content holds groups that bring more anyhow
 */
export function attributesUniquely(type: ComplexTypeBinding): boolean {
  const leaves = rowOf(type);
  if (leaves === undefined) return true;
  return leaves.every((leaf, index) => {
    // One that may be repeated or left out stands beside all that come up to the next that must be there.
    for (let next = index + 1; next < leaves.length; next++) {
      const other = leaves[next];
      if (other === undefined || (leaf.min < leaf.max && overlap(leaf, other, type.namespace))) return false;
      if (other.min > 0) return true;
    }
    return true;
  });
}

function rowOf(type: ComplexTypeBinding): readonly Leaf[] | undefined {
  const own = type.content === undefined ? [] : leavesOf(type.content);
  const base = type.inherits && type.base !== undefined ? rowOf(type.base) : [];
  return own && base && [...base, ...own];
}

/** `undefined` for what is no row. */
function leavesOf(particle: ParticleBinding): readonly Leaf[] | undefined {
  if (particle.kind === "element" || particle.kind === "any") return [particle];
  if (particle.kind !== "sequence" || particle.min !== 1 || particle.max !== 1) return undefined;
  const rows = particle.particles.map(leavesOf);
  return rows.every((row) => row !== undefined) ? rows.flat() : undefined;
}

function overlap(one: Leaf, other: Leaf, namespace: string): boolean {
  if (one.kind === "any") return other.kind === "any" || namesOf(other, namespace).some((name) => allows(one, name));
  if (other.kind === "any") return namesOf(one, namespace).some((name) => allows(other, name));
  const names = namesOf(one, namespace);
  return namesOf(other, namespace).some((name) =>
    names.some((known) => known.name === name.name && known.namespace === name.namespace),
  );
}

interface Name {
  readonly namespace: string;
  readonly name: string;
}

/** The elements that a particle takes: the members where it refers to a substitution group. */
function namesOf(particle: ElementParticleBinding, namespace: string): readonly Name[] {
  const { declaration } = particle;
  if (declaration?.kind === "substitutionGroup") return declaration.members.map(({ element }) => element);
  return [declaration ?? { namespace: particle.namespace ?? namespace, name: particle.name }];
}

function allows({ namespaces }: WildcardParticleBinding, { namespace }: Name): boolean {
  switch (namespaces.kind) {
    case "any":
      return true;
    case "not":
      return namespace !== namespaces.namespace && namespace !== "";
    case "list":
      return namespaces.namespaces.includes(namespace);
  }
}
