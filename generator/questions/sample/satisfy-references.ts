import type { Datatype } from "../../../src/datatypes/datatype.js";
import { elementsOf, type SampleAttribute, type SampleElement, type SampleText } from "./sample-tree.js";
import type { Sampler } from "./sampler.js";

/** Makes values of type IDREF and IDREFS name an ID of the document (Part 1, cvc-id.1), or leaves them out. */
export function satisfyReferences(root: SampleElement, sampler: Sampler): void {
  const places = [...elementsOf(root)].flatMap((element) => placesOf(element).map((place) => ({ element, place })));
  const references = places.filter(({ place }) => isReference(place.value.datatype));
  if (references.length === 0) return;
  const ids = places.flatMap(({ place }) => (place.value.datatype.builtin === "ID" ? [place.value.text] : []));
  if (ids.length === 0) ids.push(...addId(root, sampler));
  for (const { element, place } of references) {
    const id = sampler.random.pick(ids.filter((text) => sampler.values.of(place.type, text) !== undefined));
    const value = id === undefined ? undefined : sampler.values.of(place.type, id);
    if (value !== undefined) place.value = value;
    else dropPlace(root, element, place);
  }
}

function placesOf({ attributes, text }: SampleElement): readonly SampleText[] {
  return text === undefined ? attributes : [...attributes, text];
}

function isReference({ builtin, item }: Datatype): boolean {
  return builtin === "IDREF" || item?.builtin === "IDREF";
}

/** Gives an element the ID that it may have. */
function addId(root: SampleElement, sampler: Sampler): readonly string[] {
  for (const element of elementsOf(root)) {
    if (element.type?.kind !== "complexType") continue;
    for (const use of element.type.attributeUses) {
      if (sampler.values.datatype(use.declaration.type)?.builtin !== "ID") continue;
      const made = sampler.attribute(use);
      if (made === undefined) continue;
      element.attributes.push({ ...made, use });
      return [made.value.text];
    }
  }
  return [];
}

function dropPlace(root: SampleElement, element: SampleElement, place: SampleText): void {
  const at = element.attributes.indexOf(place as SampleAttribute);
  if (at !== -1) {
    if (element.attributes[at]?.use.required === false) element.attributes.splice(at, 1);
    return;
  }
  if (element.required) return;
  for (const parent of elementsOf(root)) {
    const index = parent.children.indexOf(element);
    if (index !== -1) parent.children.splice(index, 1);
  }
}
