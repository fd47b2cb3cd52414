import { clarkName } from "../../../src/xml/names.js";
import type {
  AttributeUse,
  ComplexTypeDefinition,
  ElementDeclaration,
  IdentityConstraint,
  Particle,
  SchemaSet,
  SimpleTypeDefinition,
  TypeDefinition,
} from "../../schema/components.js";
import { spellType } from "../explain/spell-type.js";
import { attributeChanges, constraintChanges } from "./attribute-changes.js";
import { type Breaks, both, type Change } from "./change.js";
import { type Comparison, newComparison } from "./comparison-graph.js";
import { contentChanges, leavesOf } from "./content-changes.js";
import { type Content, compareContents } from "./content-language.js";
import { simpleChanges } from "./simple-changes.js";
import { SimpleInclusion } from "./simple-inclusion.js";

/** Compares declarations and types of two versions, each pair once. */
export class Comparer {
  readonly #before: SchemaSet;
  readonly #after: SchemaSet;
  readonly #simple = new SimpleInclusion();
  readonly #pairs = new Map<object, Map<object, Comparison>>();
  readonly #uses = new Map<object, Map<object, Comparison>>();
  readonly all: Comparison[] = [];

  constructor(before: SchemaSet, after: SchemaSet) {
    this.#before = before;
    this.#after = after;
  }

  element(before: ElementDeclaration, after: ElementDeclaration): Comparison {
    return this.#once(this.#pairs, before, after, (comparison) => {
      if (before.abstract !== after.abstract) {
        const text = after.abstract ? "abstract now: only its substitutes may stand for it" : "no longer abstract";
        report(comparison, [{ text, breaks: { writers: after.abstract, readers: before.abstract } }]);
      }
      this.#elementInto(before, after, comparison, "");
    });
  }

  type(before: TypeDefinition, after: TypeDefinition): Comparison {
    return this.#once(this.#pairs, before, after, (comparison) => this.#typeInto(before, after, comparison, ""));
  }

  /** What stands at an element: its type or one derived from it, by `xsi:type`. */
  #use(before: TypeDefinition, after: TypeDefinition): Comparison {
    return this.#once(this.#uses, before, after, (comparison) => {
      comparison.parts.push(this.type(before, after));
      const [old, now] = [derivedFrom(before, this.#before), derivedFrom(after, this.#after)];
      for (const [name, type] of old) {
        const other = now.get(name);
        if (other !== undefined) comparison.parts.push(this.type(type, other));
        else if (!isAbstract(type)) comparison.breaks = both(comparison.breaks, { writers: true, readers: false });
      }
      for (const [name, type] of now) {
        if (!old.has(name) && !isAbstract(type))
          comparison.breaks = both(comparison.breaks, { writers: false, readers: true });
      }
    });
  }

  #elementInto(before: ElementDeclaration, after: ElementDeclaration, into: Comparison, at: string): void {
    const what = at === "" ? "the element" : `element ${at}`;
    if (before.nillable !== after.nillable) {
      const text = `${what} may ${after.nillable ? "be nil now" : "no longer be nil"}`;
      report(into, [{ text, breaks: { writers: before.nillable, readers: after.nillable } }]);
    }
    report(into, constraintChanges(what, before.valueConstraint, after.valueConstraint));
    report(into, identityChanges(before.identityConstraints, after.identityConstraints));
    const [from, to] = [before.type, after.type];
    if (from.name === undefined && to.name === undefined) {
      this.#typeInto(from, to, into, at);
      return;
    }
    const use = this.#use(from, to);
    into.parts.push(use);
    if (from.name !== to.name) {
      const text = `${what} changed its type from ${spellType(from) || "an anonymous type"} to ${spellType(to) || "an anonymous type"}`;
      into.changes.push({ text, breaks: use });
    }
  }

  #typeInto(before: TypeDefinition, after: TypeDefinition, into: Comparison, at: string): void {
    if (before === after) return;
    if (before.kind === "simpleType" && after.kind === "simpleType") this.#simpleInto(before, after, into, at);
    else if (before.kind === "complexType" && after.kind === "complexType") this.#complexInto(before, after, into, at);
    else this.#varietyInto(before, after, into, at);
  }

  /** One is a simple type and the other is not: they may still have texts in common. */
  #varietyInto(before: TypeDefinition, after: TypeDefinition, into: Comparison, at: string): void {
    const [old, now] = [textOf(before), textOf(after)];
    const fits = (part: TypeDefinition, whole: TypeDefinition): boolean => {
      const [from, to] = [textOf(part), textOf(whole)];
      const isPlain = part.kind === "simpleType" || part.attributeUses.length === 0;
      const asksMore = whole.kind === "complexType" && whole.attributeUses.some(({ required }) => required);
      return from !== undefined && to !== undefined && isPlain && !asksMore && this.#simple.includes(to, from);
    };
    const breaks = { writers: !fits(before, after), readers: !fits(after, before) };
    const text =
      now === undefined || old === undefined
        ? `the content is ${now === undefined ? "elements" : "text"} now`
        : after.kind === "complexType"
          ? "may have attributes now"
          : "has no attributes any more";
    report(into, [{ text, breaks }], at);
  }

  #simpleInto(before: SimpleTypeDefinition, after: SimpleTypeDefinition, into: Comparison, at: string): void {
    const breaks: Breaks = {
      writers: !this.#simple.includes(after, before),
      readers: !this.#simple.includes(before, after),
    };
    into.breaks = both(into.breaks, breaks);
    report(into, within(simpleChanges(before, after, breaks), breaks), at);
  }

  #complexInto(before: ComplexTypeDefinition, after: ComplexTypeDefinition, into: Comparison, at: string): void {
    if (before.abstract !== after.abstract && at === "") {
      const text = after.abstract ? "abstract now" : "no longer abstract";
      report(into, [{ text, breaks: { writers: after.abstract, readers: before.abstract } }]);
    }
    const extendsSame = isExtension(before) && isExtension(after) && before.base.name === after.base.name;
    if (extendsSame) into.parts.push(this.type(before.base, after.base));
    else if (before.base.name !== after.base.name && at === "") {
      const bases = [before, after].map(({ base }) => spellType(base));
      into.changes.push({
        text: `derived from ${bases[1]} now, before from ${bases[0]}`,
        breaks: { writers: false, readers: false },
      });
    }
    const own = (type: ComplexTypeDefinition): readonly AttributeUse[] =>
      extendsSame ? ownAttributes(type) : type.attributeUses;
    report(into, attributeChanges(before, after, own, this.#simple), at);
    this.#contentInto(before, after, into, at, extendsSame);
  }

  #contentInto(
    before: ComplexTypeDefinition,
    after: ComplexTypeDefinition,
    into: Comparison,
    at: string,
    own: boolean,
  ): void {
    const [from, to] = [before.content, after.content];
    if (from.kind === "simple" && to.kind === "simple") {
      const [old, now] = [from.type, to.type];
      if (old.name === undefined || old.name !== now.name) this.#simpleInto(old, now, into, at);
      else into.parts.push(this.type(old, now));
      return;
    }
    if (from.kind === "simple" || to.kind === "simple") {
      const text = `the content is ${to.kind === "simple" ? "text" : "elements"} now`;
      report(into, [{ text, breaks: { writers: true, readers: true } }], at);
      return;
    }
    if ((from.kind === "mixed") !== (to.kind === "mixed")) {
      const text =
        to.kind === "mixed"
          ? "text may stand between the elements now"
          : "no text may stand between the elements any more";
      report(into, [{ text, breaks: { writers: from.kind === "mixed", readers: to.kind === "mixed" } }], at);
    }
    const [old, now] = own ? [before.ownParticle, after.ownParticle] : [particleOf(before), particleOf(after)];
    const contents = [
      { particle: old, schemas: this.#before },
      { particle: now, schemas: this.#after },
    ] as const;
    report(into, contentChanges(...contents, compareContents(...contents)), at);
    this.#leavesInto(...contents, into, at);
  }

  #leavesInto(before: Content, after: Content, into: Comparison, at: string): void {
    const old = leavesOf(before);
    for (const [name, { element }] of leavesOf(after)) {
      const known = old.get(name)?.element;
      if (known === undefined) continue;
      // What changed in a global element is told where it is declared.
      if (known.scope === "global" && element.scope === "global") into.parts.push(this.element(known, element));
      else {
        const way = at === "" ? element.name.localName : `${at}/${element.name.localName}`;
        this.#elementInto(known, element, into, way);
      }
    }
  }

  #once(
    known: Map<object, Map<object, Comparison>>,
    before: object,
    after: object,
    make: (comparison: Comparison) => void,
  ): Comparison {
    let row = known.get(before);
    if (row === undefined) known.set(before, (row = new Map()));
    let comparison = row.get(after);
    if (comparison === undefined) {
      comparison = newComparison();
      // Known before it is made: types may contain themselves.
      row.set(after, comparison);
      this.all.push(comparison);
      make(comparison);
    }
    return comparison;
  }
}

/** Takes changes over, with the way to the inner element that they are about. */
function report(into: Comparison, changes: readonly Change[], at = ""): void {
  for (const { text, breaks } of changes) {
    into.changes.push({ text: at === "" ? text : `in ${at}: ${text}`, breaks });
    into.breaks = both(into.breaks, breaks);
  }
}

/** No change breaks what the values as a whole do not. */
function within(changes: readonly Change[], { writers, readers }: Breaks): readonly Change[] {
  return changes.map(({ text, breaks }) => ({
    text,
    breaks: { writers: breaks.writers && writers, readers: breaks.readers && readers },
  }));
}

function isExtension({ derivation, base }: ComplexTypeDefinition): boolean {
  return derivation === "extension" && base.kind === "complexType" && base.name !== undefined;
}

function ownAttributes({ base, attributeUses }: ComplexTypeDefinition): readonly AttributeUse[] {
  if (base.kind !== "complexType") return attributeUses;
  const inherited = new Set(base.attributeUses.map(({ declaration }) => declaration.name));
  return attributeUses.filter(({ declaration }) => !inherited.has(declaration.name));
}

function particleOf({ content }: ComplexTypeDefinition): Particle | undefined {
  return "particle" in content ? content.particle : undefined;
}

/** The type of the text that is all there is in an element. */
function textOf(type: TypeDefinition): SimpleTypeDefinition | undefined {
  if (type.kind === "simpleType") return type;
  return type.content.kind === "simple" ? type.content.type : undefined;
}

function isAbstract(type: TypeDefinition): boolean {
  return type.kind === "complexType" && type.abstract;
}

/** The named types derived from a type in one step or more. */
function derivedFrom(type: TypeDefinition, schemas: SchemaSet): ReadonlyMap<string, TypeDefinition> {
  const found = new Map<string, TypeDefinition>();
  // Everything is derived from anyType, so that it says nothing.
  if (type.kind === "simpleType" || type.base === type) return found;
  const open: TypeDefinition[] = [type];
  for (let base = open.pop(); base !== undefined; base = open.pop()) {
    for (const derived of schemas.derivedTypes.get(base) ?? []) {
      const name = derived.name && clarkName(derived.name);
      if (name === undefined || found.has(name)) continue;
      found.set(name, derived);
      open.push(derived);
    }
  }
  return found;
}

function identityChanges(
  before: readonly IdentityConstraint[],
  after: readonly IdentityConstraint[],
): readonly Change[] {
  const spell = ({ category, selector, fields, referencedKey }: IdentityConstraint): string =>
    `${category} of ${selector} by ${fields.join(", ")}${referencedKey === undefined ? "" : ` in ${referencedKey.name.localName}`}`;
  const [old, now] = [new Set(before.map(spell)), new Set(after.map(spell))];
  return [
    ...[...now]
      .filter((text) => !old.has(text))
      .map((text) => ({ text: `${text} added`, breaks: { writers: true, readers: false } })),
    ...[...old]
      .filter((text) => !now.has(text))
      .map((text) => ({ text: `${text} removed`, breaks: { writers: false, readers: true } })),
  ];
}
