import { leadsTo, type Path, parsePaths, passes } from "../../../src/constructs/identity/paths.js";
import type { XmlName } from "../../../src/xml/names.js";
import { bindConstraints } from "../../bind/bind-constraints.js";
import type { IdentityConstraint } from "../../schema/components.js";
import { elementsOf, type SampleElement, type SampleText } from "./sample-tree.js";
import type { Sampler } from "./sampler.js";
import type { SimpleValue } from "./simple-values.js";

/**
 * Changes a tree until its identity constraints hold (Part 1, 3.11), as far as that is possible: values become unique,
 * references get the values of keys, and what cannot be mended goes where it is optional.
 */
export function satisfyIdentity(root: SampleElement, sampler: Sampler): void {
  // A value may be part of several constraints: mending one may break another.
  for (let round = 0; round < 3; round++) {
    const constrained = [...elementsOf(root)].filter(
      ({ declaration }) => declaration !== undefined && declaration.identityConstraints.length > 0,
    );
    for (const scope of constrained.toReversed()) {
      for (const constraint of scope.declaration?.identityConstraints ?? []) {
        if (constraint.category !== "keyref") makeUnique(scope, constraint, sampler);
      }
    }
    for (const scope of constrained) {
      for (const constraint of scope.declaration?.identityConstraints ?? []) {
        if (constraint.category === "keyref") makeReferences(scope, constraint, sampler);
      }
    }
  }
}

interface Selected {
  readonly element: SampleElement;
  /** One for each field; `undefined` where the field leads nowhere. */
  readonly places: readonly (SampleText | undefined)[];
}

function select(scope: SampleElement, constraint: IdentityConstraint): readonly Selected[] {
  const [bound] = bindConstraints([constraint]);
  if (bound === undefined) return [];
  return selectElements(scope, parsePaths(bound.selector)).map((element) => ({
    element,
    places: bound.fields.map((field) => selectField(element, field)[0]),
  }));
}

function makeUnique(scope: SampleElement, constraint: IdentityConstraint, sampler: Sampler): void {
  for (const { element } of select(scope, constraint)) addFields(element, constraint, sampler);
  const taken = new Set<string>();
  for (const { element, places } of select(scope, constraint)) {
    const complete = places.filter((place) => place !== undefined);
    if (complete.length < places.length) {
      if (constraint.category === "key") remove(scope, element);
      continue;
    }
    if (taken.has(keyOf(complete)) && !change(complete, taken, sampler)) {
      remove(scope, element);
      continue;
    }
    taken.add(keyOf(complete));
  }
}

/** The fields of a key must be there, and a default counts where an attribute is absent: such attributes are added. */
function addFields(element: SampleElement, constraint: IdentityConstraint, sampler: Sampler): void {
  const { category } = constraint;
  const [bound] = bindConstraints([constraint]);
  for (const field of bound?.fields ?? []) {
    if (selectField(element, field).length > 0) continue;
    for (const path of parsePaths(field)) {
      const { attribute } = path;
      if (attribute === undefined) continue;
      for (const holder of selectElements(element, [path])) {
        if (holder.type?.kind !== "complexType") continue;
        const use = holder.type.attributeUses.find(({ declaration }) => passes(attribute, declaration.name));
        if (use === undefined || (category !== "key" && use.valueConstraint === undefined)) continue;
        const made = sampler.attribute(use);
        if (made !== undefined) holder.attributes.push({ ...made, use });
      }
    }
  }
}

/** Gives one of the places another value, so that together they are new. */
function change(places: readonly SampleText[], taken: ReadonlySet<string>, { values }: Sampler): boolean {
  for (const place of places) {
    if (place.fixed) continue;
    const isNew = (value: SimpleValue): boolean =>
      !taken.has(keyOf(places.map((other) => (other === place ? { ...other, value } : other))));
    const value = values.find(place.type, isNew);
    if (value === undefined) continue;
    place.value = value;
    return true;
  }
  return false;
}

function makeReferences(scope: SampleElement, constraint: IdentityConstraint, sampler: Sampler): void {
  const { referencedKey } = constraint;
  if (referencedKey === undefined) return;
  const keys: (readonly SampleText[])[] = [];
  for (const element of elementsOf(scope)) {
    if (element.declaration?.identityConstraints.includes(referencedKey) !== true) continue;
    for (const { places } of select(element, referencedKey)) {
      const complete = places.filter((place) => place !== undefined);
      if (complete.length === places.length) keys.push(complete);
    }
  }
  const known = new Set(keys.map(keyOf));
  for (const { element } of select(scope, constraint)) addFields(element, constraint, sampler);
  for (const { element, places } of select(scope, constraint)) {
    const complete = places.filter((place) => place !== undefined);
    if (complete.length < places.length || known.has(keyOf(complete))) continue;
    if (!refer(complete, keys, sampler)) dropReference(scope, element, complete);
  }
}

/** Gives the places the values of one of the keys. */
function refer(places: readonly SampleText[], keys: readonly (readonly SampleText[])[], sampler: Sampler): boolean {
  const { values, random } = sampler;
  const start = random.below(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[(start + index) % keys.length] ?? [];
    const taken = places.map((place, at) => {
      const from = key[at]?.value;
      return from === undefined || place.fixed ? undefined : values.of(place.type, from.datatype.print(from.value));
    });
    if (!taken.every((value) => value !== undefined)) continue;
    for (const [at, place] of places.entries()) place.value = taken[at] ?? place.value;
    return true;
  }
  return false;
}

/** A reference with a field that is absent is none. */
function dropReference(scope: SampleElement, element: SampleElement, places: readonly SampleText[]): void {
  for (const holder of elementsOf(element)) {
    const at = holder.attributes.findIndex(
      (attribute) => !attribute.use.required && places.some((place) => place === attribute),
    );
    if (at === -1) continue;
    holder.attributes.splice(at, 1);
    return;
  }
  remove(scope, element);
}

function remove(scope: SampleElement, element: SampleElement): void {
  if (element.required) return;
  for (const parent of elementsOf(scope)) {
    const at = parent.children.indexOf(element);
    if (at !== -1) parent.children.splice(at, 1);
  }
}

function keyOf(places: readonly SampleText[]): string {
  return places.map(({ value }) => value.datatype.key(value.value)).join("\u0000");
}

/** The elements that a selector or the element part of a field leads to. */
function selectElements(from: SampleElement, paths: readonly Path[]): readonly SampleElement[] {
  const found: SampleElement[] = [];
  const open: XmlName[] = [];
  visit(from);
  return found;

  function visit(element: SampleElement): void {
    open.push(element.name);
    if (paths.some((path) => leadsTo(path, open, 0))) found.push(element);
    for (const child of element.children) if (typeof child !== "string") visit(child);
    open.pop();
  }
}

/** The places that a field leads to; more than one is an error of the document. */
function selectField(from: SampleElement, field: string): readonly SampleText[] {
  const found: SampleText[] = [];
  for (const path of parsePaths(field)) {
    const { attribute } = path;
    for (const element of selectElements(from, [path])) {
      if (attribute !== undefined) {
        found.push(...element.attributes.filter(({ use }) => passes(attribute, use.declaration.name)));
      } else if (element.text !== undefined) found.push(element.text);
    }
  }
  return found;
}
