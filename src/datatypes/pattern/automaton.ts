import { canBeEmpty } from "./ambiguity.js";
import type { CharacterNode, PatternNode, RepeatNode } from "./pattern-syntax.js";

/**
 * What is left to match: a node, then the rest; `undefined` is nothing. Equal remainders are one object, so that a set
 * of them can be told by their numbers.
 */
interface Remainder {
  readonly id: number;
  readonly node: PatternNode;
  readonly rest: Remainder | undefined;
  /** Remainders of one family differ in how often their first counted repetition may occur. */
  readonly family: number;
  /** Of one family only the greatest is needed: it matches all that the others do. */
  readonly generosity: number;
}

/** A remainder that begins with a character. */
type Step = Remainder & { readonly node: CharacterNode };

/** All that may be left to match after some text. */
interface State {
  readonly steps: readonly Step[];
  /** Nothing may be left. */
  readonly accepting: boolean;
  readonly next: Map<number, State>;
}

/** Remainders looked at before a text is given up: some at any rate, and more for each of its characters. */
const leastBudget = 200_000;
const budgetOfCharacter = 20;
/** Steps of remembered states: texts with ever new characters or counts must not fill the memory. */
const mostRemembered = 200_000;

/**
 * Matches without backtracking, by what is left of the pattern after each character (Antimirov's partial derivatives).
 * Sets of remainders are the states of an automaton that is built where texts lead it: a text is read in linear time
 * once its states are known.
 */
export class PatternAutomaton {
  readonly #pattern: PatternNode;
  readonly #classes = new Map<string, RegExp>();
  #nodes = new Map<PatternNode, number>();
  #remainders = new Map<string, Remainder>();
  #repeats = new Map<string, RepeatNode>();
  #families = new Map<string, number>();
  #states = new Map<string, State>();
  #start: State | undefined;
  #ids = 0;
  #remembered = 0;
  #budget = 0;

  constructor(pattern: PatternNode) {
    this.#pattern = pattern;
  }

  /** Whether the whole text matches; `undefined` where that is too much work to find out. */
  matches(text: string): boolean | undefined {
    this.#budget = leastBudget + budgetOfCharacter * text.length;
    const start = this.#initial();
    const state = start === undefined ? undefined : this.#run(start, text);
    return state?.accepting;
  }

  /**
   * The first matching text made of one of each list's texts, with spaces between them; `undefined` where there is none
   * or that is too much work to find out. Of the ways to one state only the first is followed.
   */
  choose(parts: readonly (readonly string[])[]): string | undefined {
    this.#budget = leastBudget;
    const start = this.#initial();
    let reached = new Map<State, string>(start === undefined ? [] : [[start, ""]]);
    for (const [index, texts] of parts.entries()) {
      const next = new Map<State, string>();
      for (const [state, before] of reached) {
        for (const text of texts) {
          const piece = index === 0 ? text : ` ${text}`;
          const after = this.#run(state, piece);
          if (after === undefined) return undefined;
          if (!isDead(after) && !next.has(after)) next.set(after, before + piece);
        }
      }
      reached = next;
    }
    for (const [state, text] of reached) if (state.accepting) return text;
    return undefined;
  }

  #initial(): State | undefined {
    return (this.#start ??= this.#stateOf([this.#remainder(this.#pattern, undefined)]));
  }

  /** The state after the text, or as early as nothing can match any more; `undefined` for too much work. */
  #run(from: State, text: string): State | undefined {
    let state = from;
    for (let at = 0; at < text.length && !isDead(state); at++) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at++;
      const next: State | undefined = state.next.get(code) ?? this.#advance(state, code);
      if (next === undefined) return undefined;
      state = next;
    }
    return state;
  }

  #advance(state: State, code: number): State | undefined {
    if (this.#remembered > mostRemembered) this.#forget();
    const left: (Remainder | undefined)[] = [];
    for (const { node, rest } of state.steps) {
      this.#budget--;
      if (this.#isIn(node, code)) left.push(rest);
    }
    const next = this.#stateOf(left);
    if (next !== undefined) state.next.set(code, next);
    this.#remembered++;
    return next;
  }

  /** Starts anew with an empty memory; the state at hand stays valid. */
  #forget(): void {
    this.#nodes = new Map();
    this.#remainders = new Map();
    this.#repeats = new Map();
    this.#families = new Map();
    this.#states = new Map();
    this.#start = undefined;
    this.#remembered = 0;
  }

  #isIn({ class: { source, ascii } }: CharacterNode, code: number): boolean {
    if (code < 128) return ((ascii >> BigInt(code)) & 1n) === 1n;
    let expression = this.#classes.get(source);
    if (expression === undefined) this.#classes.set(source, (expression = new RegExp(`^${source}$`, "v")));
    return expression.test(String.fromCodePoint(code));
  }

  /** The state of these remainders, taken apart until each begins with a character; `undefined` for too much work. */
  #stateOf(remainders: readonly (Remainder | undefined)[]): State | undefined {
    const best = new Map<number, Remainder>();
    const open = [...remainders];
    let accepting = false;
    while (open.length > 0) {
      const remainder = open.pop();
      if (--this.#budget < 0) return undefined;
      if (remainder === undefined) {
        accepting = true;
        continue;
      }
      const known = best.get(remainder.family);
      if (known !== undefined && known.generosity >= remainder.generosity) continue;
      best.set(remainder.family, remainder);
      this.#takeApart(remainder.node, remainder.rest, open);
    }
    const steps = [...best.values()].filter(isStep);
    const key = `${accepting} ${steps.map((step) => step.id).sort((left, right) => left - right)}`;
    let state = this.#states.get(key);
    if (state === undefined) {
      state = { steps, accepting, next: new Map() };
      this.#states.set(key, state);
      this.#remembered += steps.length;
    }
    return state;
  }

  #takeApart(node: PatternNode, rest: Remainder | undefined, into: (Remainder | undefined)[]): void {
    switch (node.kind) {
      case "character":
        return;
      case "sequence":
        into.push(node.parts.reduceRight((after, part) => this.#remainder(part, after), rest));
        return;
      case "choice":
        for (const branch of node.branches) into.push(this.#remainder(branch, rest));
        return;
      case "repeat": {
        const { body, max } = node;
        // A body that may be empty can make up any least number.
        const min = canBeEmpty(body) ? 0 : node.min;
        if (min === 0) into.push(rest);
        if (max === 0) return;
        const again = this.#repeat(body, Math.max(0, min - 1), max - 1);
        into.push(this.#remainder(body, again.max === 0 ? rest : this.#remainder(again, rest)));
      }
    }
  }

  #remainder(node: PatternNode, rest: Remainder | undefined): Remainder {
    const key = `${this.#number(node)} ${rest?.id}`;
    let remainder = this.#remainders.get(key);
    if (remainder === undefined) {
      remainder = { id: this.#ids++, node, rest, ...this.#familyOf(node, rest) };
      this.#remainders.set(key, remainder);
    }
    return remainder;
  }

  /** What comes before the repetition must be the same, what comes after it too. */
  #familyOf(node: PatternNode, rest: Remainder | undefined): { family: number; generosity: number } {
    const isCounted = node.kind === "repeat" && (node.min === 0) !== (node.max === Number.POSITIVE_INFINITY);
    const key = isCounted
      ? `${this.#number(node.body)} ${node.min === 0} ${rest?.id}`
      : `${this.#number(node)} ${rest?.family}`;
    let family = this.#families.get(key);
    if (family === undefined) this.#families.set(key, (family = this.#ids++));
    if (!isCounted) return { family, generosity: rest?.generosity ?? 0 };
    return { family, generosity: node.min === 0 ? node.max : -node.min };
  }

  #repeat(body: PatternNode, min: number, max: number): RepeatNode {
    const key = `${this.#number(body)} ${min} ${max}`;
    let repeat = this.#repeats.get(key);
    if (repeat === undefined) this.#repeats.set(key, (repeat = { kind: "repeat", body, min, max }));
    return repeat;
  }

  #number(node: PatternNode): number {
    let number = this.#nodes.get(node);
    if (number === undefined) this.#nodes.set(node, (number = this.#nodes.size));
    return number;
  }
}

function isDead(state: State): boolean {
  return state.steps.length === 0 && !state.accepting;
}

function isStep(remainder: Remainder): remainder is Step {
  return remainder.node.kind === "character";
}
