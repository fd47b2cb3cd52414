/** A content model as a regular expression over letters; equal expressions are one object. */
export interface Expression {
  readonly id: number;
  readonly shape: Shape;
  readonly nullable: boolean;
  /** Letters that a word may begin with. */
  readonly first: ReadonlySet<number>;
}

type Shape =
  | { readonly kind: "nothing" }
  | { readonly kind: "empty" }
  | { readonly kind: "letters"; readonly letters: ReadonlySet<number> }
  | { readonly kind: "sequence"; readonly head: Expression; readonly rest: Expression }
  | { readonly kind: "choice"; readonly branches: readonly Expression[] }
  | { readonly kind: "repeat"; readonly body: Expression; readonly min: number; readonly max: number }
  | { readonly kind: "all"; readonly parts: readonly Expression[] };

/** Pairs of expressions looked at before a comparison is given up: counted repetitions can have millions. */
const mostPairs = 50_000;

/** Makes expressions and compares their languages by derivatives (Brzozowski). */
export class Expressions {
  readonly #known = new Map<string, Expression>();
  readonly #derivatives = new Map<string, Expression>();
  readonly nothing: Expression = this.#make("-", { kind: "nothing" }, false, []);
  readonly empty: Expression = this.#make("e", { kind: "empty" }, true, []);

  letters(letters: Iterable<number>): Expression {
    const sorted = [...new Set(letters)].sort((left, right) => left - right);
    if (sorted.length === 0) return this.nothing;
    return this.#make(`l${sorted}`, { kind: "letters", letters: new Set(sorted) }, false, sorted);
  }

  sequence(parts: readonly Expression[]): Expression {
    return parts.reduceRight((rest, head) => this.#pair(head, rest), this.empty);
  }

  choice(branches: readonly Expression[]): Expression {
    const flat = new Map<number, Expression>();
    for (const branch of branches) {
      const inner = branch.shape.kind === "choice" ? branch.shape.branches : [branch];
      for (const each of inner) if (each !== this.nothing) flat.set(each.id, each);
    }
    const all = [...flat.values()].sort((left, right) => left.id - right.id);
    const [only] = all;
    if (only === undefined) return this.nothing;
    if (all.length === 1) return only;
    const first = all.flatMap((branch) => [...branch.first]);
    const nullable = all.some((branch) => branch.nullable);
    return this.#make(`c${all.map(({ id }) => id)}`, { kind: "choice", branches: all }, nullable, first);
  }

  repeat(body: Expression, min: number, max: number): Expression {
    if (max === 0 || body === this.empty) return this.empty;
    if (body === this.nothing) return min === 0 ? this.empty : this.nothing;
    if (min === 1 && max === 1) return body;
    const least = body.nullable ? 0 : min;
    const shape = { kind: "repeat" as const, body, min: least, max };
    return this.#make(`r${body.id},${least},${max}`, shape, least === 0, body.first);
  }

  /** Each part once, in any order. */
  all(parts: readonly Expression[]): Expression {
    const left = parts.filter((part) => part !== this.empty).sort((one, two) => one.id - two.id);
    if (left.includes(this.nothing)) return this.nothing;
    const [only] = left;
    if (only === undefined) return this.empty;
    if (left.length === 1) return only;
    const nullable = left.every((part) => part.nullable);
    const first = left.flatMap((part) => [...part.first]);
    return this.#make(`a${left.map(({ id }) => id)}`, { kind: "all", parts: left }, nullable, first);
  }

  /** Whether every word of the first is one of the second; `undefined` where that is too much work to find out. */
  includes(whole: Expression, part: Expression): boolean | undefined {
    const seen = new Set<string>();
    const open: (readonly [Expression, Expression])[] = [[part, whole]];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const [left, right] = pair;
      const key = `${left.id},${right.id}`;
      if (left === right || seen.has(key)) continue;
      if (seen.size >= mostPairs) return undefined;
      seen.add(key);
      if (left.nullable && !right.nullable) return false;
      for (const letter of left.first) {
        const after = this.#after(left, letter);
        if (after !== this.nothing) open.push([after, this.#after(right, letter)]);
      }
    }
    return true;
  }

  /** What may follow a letter. */
  #after(expression: Expression, letter: number): Expression {
    if (!expression.first.has(letter)) return this.nothing;
    const key = `${expression.id} ${letter}`;
    let found = this.#derivatives.get(key);
    if (found === undefined) this.#derivatives.set(key, (found = this.#derive(expression.shape, letter)));
    return found;
  }

  #derive(shape: Shape, letter: number): Expression {
    switch (shape.kind) {
      case "nothing":
      case "empty":
        return this.nothing;
      case "letters":
        return shape.letters.has(letter) ? this.empty : this.nothing;
      case "sequence": {
        const { head, rest } = shape;
        const through = this.#pair(this.#after(head, letter), rest);
        return head.nullable ? this.choice([through, this.#after(rest, letter)]) : through;
      }
      case "choice":
        return this.choice(shape.branches.map((branch) => this.#after(branch, letter)));
      case "repeat": {
        const { body, min, max } = shape;
        return this.#pair(this.#after(body, letter), this.repeat(body, Math.max(0, min - 1), max - 1));
      }
      case "all":
        return this.choice(
          shape.parts.map((part, index) => {
            const after = this.#after(part, letter);
            return after === this.nothing ? after : this.#pair(after, this.all(shape.parts.toSpliced(index, 1)));
          }),
        );
    }
  }

  #pair(head: Expression, rest: Expression): Expression {
    if (head === this.nothing || rest === this.nothing) return this.nothing;
    if (head === this.empty) return rest;
    if (rest === this.empty) return head;
    // To the right, so that equal sequences are equal objects.
    if (head.shape.kind === "sequence") return this.#pair(head.shape.head, this.#pair(head.shape.rest, rest));
    const first = head.nullable ? [...head.first, ...rest.first] : head.first;
    return this.#make(
      `s${head.id},${rest.id}`,
      { kind: "sequence", head, rest },
      head.nullable && rest.nullable,
      first,
    );
  }

  #make(key: string, shape: Shape, nullable: boolean, first: Iterable<number>): Expression {
    let found = this.#known.get(key);
    if (found === undefined) {
      found = { id: this.#known.size, shape, nullable, first: new Set(first) };
      this.#known.set(key, found);
    }
    return found;
  }
}
