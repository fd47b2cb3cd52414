import { clarkName } from "../../../src/xml/names.js";
import type { AttributeUse, ComplexTypeDefinition, ValueConstraint, Wildcard } from "../../schema/components.js";
import { allowsNamespace, isNamespaceSubset } from "../../schema/namespace-constraints.js";
import { spellType } from "../explain/spell-type.js";
import type { Breaks, Change } from "./change.js";
import type { SimpleInclusion } from "./simple-inclusion.js";

/** What changed in the attributes that a type declares itself. */
export function attributeChanges(
  before: ComplexTypeDefinition,
  after: ComplexTypeDefinition,
  own: (type: ComplexTypeDefinition) => readonly AttributeUse[],
  simple: SimpleInclusion,
): readonly Change[] {
  const [old, now] = [byName(own(before)), byName(own(after))];
  const changes: Change[] = [];
  for (const [name, use] of now) {
    const known = old.get(name);
    if (known === undefined) changes.push(added(use, before.attributeWildcard));
    else changes.push(...changed(known, use, simple));
  }
  for (const [name, use] of old) if (!now.has(name)) changes.push(removed(use, after.attributeWildcard));
  return [...changes, ...wildcardChanges(before.attributeWildcard, after.attributeWildcard)];
}

function byName(uses: readonly AttributeUse[]): ReadonlyMap<string, AttributeUse> {
  return new Map(uses.map((use) => [clarkName(use.declaration.name), use]));
}

function added({ declaration, required }: AttributeUse, wildcard: Wildcard | undefined): Change {
  const text = `${required ? "required" : "optional"} attribute ${declaration.name.localName} added`;
  return { text, breaks: { writers: required, readers: !allows(wildcard, declaration.name.namespace) } };
}

function removed({ declaration, required }: AttributeUse, wildcard: Wildcard | undefined): Change {
  const text = `${required ? "required " : ""}attribute ${declaration.name.localName} removed`;
  return { text, breaks: { writers: !allows(wildcard, declaration.name.namespace), readers: required } };
}

function allows(wildcard: Wildcard | undefined, namespace: string): boolean {
  return (
    wildcard !== undefined &&
    wildcard.processContents !== "strict" &&
    allowsNamespace(wildcard.namespaceConstraint, namespace)
  );
}

function changed(before: AttributeUse, after: AttributeUse, simple: SimpleInclusion): readonly Change[] {
  const name = `attribute ${after.declaration.name.localName}`;
  const changes: Change[] = [];
  if (before.required !== after.required) {
    const breaks = { writers: after.required, readers: before.required };
    changes.push({ text: `${name} is ${after.required ? "required" : "optional"} now`, breaks });
  }
  const [from, to] = [before.declaration.type, after.declaration.type];
  const breaks = { writers: !simple.includes(to, from), readers: !simple.includes(from, to) };
  const isSame = from.name !== undefined && from.name === to.name;
  if (!isSame && (breaks.writers || breaks.readers || spellType(from) !== spellType(to))) {
    const types =
      spellType(from) === spellType(to) ? "allows other values" : `changed from ${spellType(from)} to ${spellType(to)}`;
    changes.push({ text: `${name} ${types}`, breaks });
  }
  return [...changes, ...constraintChanges(name, before.valueConstraint, after.valueConstraint)];
}

/** A default means something only where a value is absent; a fixed value forbids all others. */
export function constraintChanges(
  what: string,
  before: ValueConstraint | undefined,
  after: ValueConstraint | undefined,
): readonly Change[] {
  if (before?.kind === after?.kind && before?.value === after?.value) return [];
  const breaks: Breaks = { writers: after?.kind === "fixed", readers: before?.kind === "fixed" };
  return [{ text: `${what} ${describeValues(before, after)}`, breaks }];
}

function describeValues(before: ValueConstraint | undefined, after: ValueConstraint | undefined): string {
  const [from, to] = [JSON.stringify(before?.value), JSON.stringify(after?.value)];
  if (after === undefined)
    return before?.kind === "fixed" ? `is no longer fixed to ${from}` : `has no default any more; it was ${from}`;
  if (before === undefined) return after.kind === "fixed" ? `is fixed to ${to} now` : `has the default ${to} now`;
  if (before.kind === after.kind)
    return `has the ${after.kind === "fixed" ? "fixed value" : "default"} ${to} now, before ${from}`;
  return after.kind === "fixed"
    ? `is fixed to ${to} now, before its default was ${from}`
    : `has the default ${to} now, before it was fixed to ${from}`;
}

function wildcardChanges(before: Wildcard | undefined, after: Wildcard | undefined): readonly Change[] {
  const breaks = { writers: !isWithin(before, after), readers: !isWithin(after, before) };
  if (!breaks.writers && !breaks.readers) return [];
  const text =
    before === undefined
      ? "further attributes are allowed"
      : after === undefined
        ? "no further attributes are allowed"
        : "other further attributes are allowed";
  return [{ text, breaks }];
}

const strictness = { skip: 0, lax: 1, strict: 2 } as const;

function isWithin(part: Wildcard | undefined, whole: Wildcard | undefined): boolean {
  if (part === undefined) return true;
  if (whole === undefined) return false;
  return (
    strictness[whole.processContents] <= strictness[part.processContents] &&
    isNamespaceSubset(part.namespaceConstraint, whole.namespaceConstraint)
  );
}
