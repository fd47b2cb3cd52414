import { builtinDatatypes } from "../../src/datatypes/builtins.js";
import { type Datatype, DatatypeFailure, type Facet } from "../../src/datatypes/datatype.js";
import { fractionDigits, totalDigits } from "../../src/datatypes/facet-digits.js";
import { enumeration } from "../../src/datatypes/facet-enumeration.js";
import { length, maxLength, minLength } from "../../src/datatypes/facet-length.js";
import { pattern } from "../../src/datatypes/facet-pattern.js";
import { maxExclusive, maxInclusive, minExclusive, minInclusive } from "../../src/datatypes/facet-range.js";
import { whiteSpace } from "../../src/datatypes/facet-white-space.js";
import { listDatatype } from "../../src/datatypes/list.js";
import { PatternFailure } from "../../src/datatypes/pattern/pattern-syntax.js";
import { translatePattern } from "../../src/datatypes/pattern/translate-pattern.js";
import { unionDatatype } from "../../src/datatypes/union.js";
import { collapse } from "../load/attributes.js";
import { isUnknown } from "./builtins.js";
import type { FacetComponent, FacetKind, SimpleTypeDefinition } from "./components.js";
import { describeType } from "./describe-type.js";

/** Simple types made ready to judge the values that schemas write: defaults, fixed values and facets. */
export class Datatypes {
  readonly #known = new Map<SimpleTypeDefinition, Datatype | undefined>();

  /**
   * The datatype of a simple type; `undefined` where it stands on one that could not be resolved. Facets that are in
   * error are left out: they have their own findings.
   */
  of(type: SimpleTypeDefinition): Datatype | undefined {
    if (this.#known.has(type)) return this.#known.get(type);
    // Against types that contain themselves, which have been reported.
    this.#known.set(type, undefined);
    const datatype = this.#make(type);
    this.#known.set(type, datatype);
    return datatype;
  }

  #make(type: SimpleTypeDefinition): Datatype | undefined {
    if (isUnknown(type)) return undefined;
    if (type.builtin) return builtinDatatypes.get(type.name?.localName ?? "");
    const { base } = type;
    const isStep = base?.variety === type.variety && type.variety !== undefined && !isNewVariety(type);
    if (isStep && base !== undefined) {
      const datatype = this.of(base);
      return datatype && restrict(datatype, type.facets);
    }
    if (type.variety === "list") {
      const item = type.item && this.of(type.item);
      return item && listDatatype(describeType(type), item);
    }
    if (type.variety !== "union") return undefined;
    const members = type.members.flatMap((member) => this.of(member) ?? []);
    return members.length === type.members.length ? unionDatatype(describeType(type), members) : undefined;
  }
}

/** Whether a type is a list or union by its own element, not by restriction of one. */
export function isNewVariety({ base }: SimpleTypeDefinition): boolean {
  return base?.variety === undefined;
}

function restrict(base: Datatype, facets: readonly FacetComponent[]): Datatype {
  let datatype = base;
  // White space first: the other facets judge values that have it processed.
  for (const facet of facets) {
    if (facet.kind === "whiteSpace") datatype = apply(datatype, whiteSpaceOf(facet));
  }
  const rules: (Facet | undefined)[] = [];
  const patterns = facets.filter(({ kind }) => kind === "pattern").map(({ value }) => value);
  if (patterns.length > 0 && patterns.every((text) => !(translatePattern(text) instanceof PatternFailure))) {
    rules.push(pattern(patterns));
  }
  for (const facet of facets) rules.push(ruleOf(facet, base));
  const values = facets.filter(({ kind }) => kind === "enumeration").map((facet) => clarkText(base, facet));
  if (values.length > 0) rules.push(enumeration(values));
  for (const rule of rules) datatype = apply(datatype, rule);
  return datatype;
}

function apply(datatype: Datatype, facet: Facet | undefined): Datatype {
  return facet === undefined ? datatype : facet.restrict(datatype);
}

function whiteSpaceOf({ value }: FacetComponent): Facet | undefined {
  const processing = collapse(value);
  if (processing !== "preserve" && processing !== "replace" && processing !== "collapse") return undefined;
  return whiteSpace(processing);
}

const counts: Partial<Record<FacetKind, (value: number) => Facet>> = {
  length,
  minLength,
  maxLength,
  totalDigits,
  fractionDigits,
};
const bounds: Partial<Record<FacetKind, (text: string) => Facet>> = {
  minInclusive,
  minExclusive,
  maxInclusive,
  maxExclusive,
};

function ruleOf({ kind, value }: FacetComponent, base: Datatype): Facet | undefined {
  const count = counts[kind];
  if (count !== undefined) {
    const number = Number(collapse(value));
    return Number.isNaN(number) ? undefined : count(number);
  }
  const bound = bounds[kind];
  const text = collapse(value);
  if (bound === undefined || base.order === undefined) return undefined;
  return base.order.parse(text) instanceof DatatypeFailure ? undefined : bound(text);
}

/** The text of an enumeration value with its prefixes resolved; as it is where the base refuses it. */
function clarkText(base: Datatype, { value, source }: FacetComponent): string {
  const read = base.parse(value, source?.namespaces);
  return read instanceof DatatypeFailure || !holdsNames(base) ? value : base.print(read);
}

function holdsNames({ primitive, item, members = [] }: Datatype): boolean {
  if (item !== undefined) return holdsNames(item);
  return primitive === "QName" || primitive === "NOTATION" || members.some(holdsNames);
}
