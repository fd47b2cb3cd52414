import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { ElementDeclaration, Particle, SchemaSet, Wildcard } from "../../schema/components.js";
import { allowsNamespace } from "../../schema/namespace-constraints.js";
import { type Expression, Expressions } from "./expressions.js";

/** Whether all that one content allows is allowed by the other, by the names of elements alone. */
export interface ContentComparison {
  /** What the old one allows, the new one does. */
  readonly oldFits: boolean;
  /** What the new one allows, the old one did. */
  readonly newFits: boolean;
}

/** A content in its own schemas; `undefined` is no content. */
export interface Content {
  readonly particle: Particle | undefined;
  readonly schemas: SchemaSet;
}

export function compareContents(before: Content, after: Content): ContentComparison {
  const expressions = new Expressions();
  const alphabet = new Alphabet([before, after]);
  const [old, now] = [before, after].map((content) => toExpression(content, alphabet, expressions));
  if (old === undefined || now === undefined) return { oldFits: false, newFits: false };
  if (old === now) return { oldFits: true, newFits: true };
  // Too much work to find out: said to differ.
  return {
    oldFits: expressions.includes(now, old) ?? false,
    newFits: expressions.includes(old, now) ?? false,
  };
}

/** The elements that may stand where a declaration is named. */
export function substitutable(element: ElementDeclaration, schemas: SchemaSet): readonly ElementDeclaration[] {
  const members = element.scope === "global" ? (schemas.substitutionGroups.get(element) ?? []) : [];
  return [element, ...members].filter(({ abstract }) => !abstract);
}

/**
 * Numbers for what an element may be: each name of the contents; and for each of their namespaces and one that is none of
 * them, an element that schemas declare and one that they do not.
 */
class Alphabet {
  readonly #letters = new Map<
    string,
    { readonly number: number; readonly namespace: string; readonly declared: boolean }
  >();

  constructor(contents: readonly Content[]) {
    const namespaces = new Set(["", "\u0000"]);
    for (const { particle, schemas } of contents) {
      if (particle === undefined) continue;
      for (const term of leaves(particle)) {
        if (term.kind === "element") {
          for (const { name } of substitutable(term, schemas)) {
            this.#add(clarkName(name), name.namespace, true);
            namespaces.add(name.namespace);
          }
        } else if (term.namespaceConstraint.kind === "list") {
          for (const namespace of term.namespaceConstraint.namespaces) namespaces.add(namespace);
        } else if (term.namespaceConstraint.kind === "not") namespaces.add(term.namespaceConstraint.namespace);
      }
    }
    for (const namespace of namespaces) {
      this.#add(`declared ${namespace}`, namespace, true);
      this.#add(`undeclared ${namespace}`, namespace, false);
    }
  }

  element(name: XmlName): number {
    return this.#letters.get(clarkName(name))?.number ?? -1;
  }

  wildcard({ namespaceConstraint, processContents }: Wildcard): readonly number[] {
    return [...this.#letters.values()]
      .filter(({ namespace, declared }) => {
        return allowsNamespace(namespaceConstraint, namespace) && (declared || processContents !== "strict");
      })
      .map(({ number }) => number);
  }

  #add(key: string, namespace: string, declared: boolean): void {
    if (!this.#letters.has(key)) this.#letters.set(key, { number: this.#letters.size, namespace, declared });
  }
}

function* leaves({ term }: Particle): Generator<ElementDeclaration | Wildcard> {
  if (term.kind !== "modelGroup") yield term;
  else for (const particle of term.particles) yield* leaves(particle);
}

function toExpression({ particle, schemas }: Content, alphabet: Alphabet, expressions: Expressions): Expression {
  return particle === undefined ? expressions.empty : visit(particle);

  function visit({ term, minOccurs, maxOccurs }: Particle): Expression {
    return expressions.repeat(ofTerm(term), minOccurs, maxOccurs);
  }

  function ofTerm(term: Particle["term"]): Expression {
    if (term.kind === "wildcard") return expressions.letters(alphabet.wildcard(term));
    if (term.kind === "element") {
      return expressions.letters(substitutable(term, schemas).map(({ name }) => alphabet.element(name)));
    }
    const parts = term.particles.map(visit);
    if (term.compositor === "choice") return expressions.choice(parts);
    return term.compositor === "all" ? expressions.all(parts) : expressions.sequence(parts);
  }
}
