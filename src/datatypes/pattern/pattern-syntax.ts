import { DatatypeFailure } from "../datatype.js";
import type { CharacterClass } from "./character-class.js";

/** A regular expression (Part 2, appendix F) as a tree. */
export type PatternNode = CharacterNode | SequenceNode | ChoiceNode | RepeatNode;

export interface CharacterNode {
  readonly kind: "character";
  readonly class: CharacterClass;
}

export interface SequenceNode {
  readonly kind: "sequence";
  readonly parts: readonly PatternNode[];
}

export interface ChoiceNode {
  readonly kind: "choice";
  readonly branches: readonly PatternNode[];
}

export interface RepeatNode {
  readonly kind: "repeat";
  readonly body: PatternNode;
  readonly min: number;
  /** `Infinity` where there is no upper bound. */
  readonly max: number;
}

/** Why a pattern is refused, or what in it other versions of XSD read otherwise. */
export class PatternFailure extends DatatypeFailure {
  /** Where in the pattern, in UTF-16 code units from 0. */
  readonly offset: number;
  readonly length: number;

  constructor(code: string, message: string, offset: number, length: number) {
    super(code, message);
    this.offset = offset;
    this.length = length;
  }
}
