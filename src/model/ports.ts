import type {
  Codec,
  ComplexTypeDescriptor,
  ElementDescriptor,
  NamespaceConstraint,
  VariantsDescriptor,
} from "../schema/descriptors.js";
import type {
  ContentModel,
  FillArrays,
  ItemTable,
  PreparedComplexType,
  PreparedElement,
  PreparedGroup,
  PreparedLeaf,
  PreparedParticle,
  PreparedVariants,
} from "./prepared.js";

// What constructs are to the preparation of descriptors: the part of a codec that knows no document and no value's text.

type Fields = Readonly<Record<string, unknown>>;

/** A particle in its place in the tree. */
export interface Place {
  /** Tells it from the other places of its model. */
  readonly serial: number;
  readonly particle: PreparedParticle;
  readonly parent: Place | undefined;
  readonly index: number;
  readonly children: readonly Place[];
  /** How many occurrences there must be; 0 where one can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
  readonly min: number;
  /** The leaves that an occurrence can begin with, once they have been looked for. */
  first: readonly Place[] | undefined;
  /** What can come after it in its group, where that is always the same. */
  rest: Rest | undefined;
}

/** What can come in the same occurrence of a group after a child has ended. */
export interface Rest {
  readonly leaves: readonly Place[];
  /** Whether the group can end there. */
  readonly ends: boolean;
}

/** An occurrence of a particle, among those around it. */
export interface Occurrence {
  readonly place: Place;
  /** Which one it is in a row, as far as that matters. */
  readonly count: number;
  /** Of a group whose children come in any order: true at the indexes of those that have occurred. */
  readonly seen: readonly (true | undefined)[];
  /** `undefined` for that of the whole model. */
  readonly outer: Occurrence | undefined;
}

/** What tells choices and `all` groups from sequences (Part 1, 3.8). */
export interface GroupModel extends Codec<"group"> {
  /** Whether the children occur once each, in any order: an occurrence of the group remembers which have. */
  readonly unordered: boolean;
  /** Whether one occurrence of the group can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
  readonly isEmptiable: (particles: readonly PreparedParticle[]) => boolean;
  /** What can come in the same occurrence of the group after a child has ended. */
  readonly after: (child: Place, group: Occurrence) => Rest;
  /** The particles of the group that a value fills, in the order to write them. */
  readonly written: (group: PreparedGroup, value: Fields) => readonly PreparedParticle[];
  /** Gives a value the empty arrays of what it took, where those of the rest may not be there. */
  readonly fillArrays?: FillArrays;
}

/** Makes content models. */
export interface ModelMaker extends Codec<"model"> {
  readonly make: (particle: PreparedParticle) => ContentModel;
}

export interface WildcardModel extends Codec<"wildcard"> {
  readonly allows: (constraint: NamespaceConstraint, namespace: string) => boolean;
}

/** What the types are that may stand in for a declared one. */
export interface VariantsModel extends Codec<"variants"> {
  readonly prepare: (
    descriptor: VariantsDescriptor,
    complexType: (descriptor: ComplexTypeDescriptor) => PreparedComplexType,
  ) => PreparedVariants;
}

/** What the elements are that may stand in for another. */
export interface SubstitutionModel extends Codec<"substitution"> {
  /** What matches a reference to the group. */
  readonly matching: (
    members: readonly ElementDescriptor[],
    prepare: (descriptor: ElementDescriptor) => PreparedElement,
  ) => Pick<PreparedLeaf, "elements" | "tags" | "substitution">;
}

/** What order is where it is data. */
export interface OrderModel extends Codec<"order"> {
  readonly newItems: () => ItemTable;
}

interface Models {
  readonly group: GroupModel;
  readonly model: ModelMaker;
  readonly wildcard: WildcardModel;
  readonly variants: VariantsModel;
  readonly substitution: SubstitutionModel;
  readonly order: OrderModel;
}

/** What a descriptor brought, as preparation knows it. */
export function modelOf<Construct extends keyof Models>(codec: Codec<Construct>): Models[Construct] {
  return codec as Codec<Construct> & Models[Construct];
}
