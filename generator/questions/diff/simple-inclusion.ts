import { type Datatype, DatatypeFailure } from "../../../src/datatypes/datatype.js";
import type { SimpleTypeDefinition } from "../../schema/components.js";
import { Datatypes } from "../../schema/datatypes.js";
import { type Bound, gatherFacets } from "../sample/facets.js";

/** Compares the values of simple types of two schema sets. */
export class SimpleInclusion {
  readonly #datatypes = new Datatypes();

  /** Whether every text of the part is surely one of the whole; what cannot be told is none. */
  includes(whole: SimpleTypeDefinition, part: SimpleTypeDefinition): boolean {
    if (whole === part || isAnyText(whole)) return true;
    const values = gatherFacets(part).enumeration;
    if (values.length > 0) return values.every(({ value, source }) => this.#accepts(whole, value, source));
    if (part.variety === "union" && isPlain(part)) return part.members.every((member) => this.includes(whole, member));
    if (whole.variety === "union" && isPlain(whole) && whole.members.some((member) => this.includes(member, part))) {
      return true;
    }
    if (whole.variety !== part.variety || whole.variety === undefined) return false;
    if (whole.variety === "union") return sameMembers(whole, part) && this.#facetsInclude(whole, part);
    if (whole.variety === "list") {
      const items = whole.item !== undefined && part.item !== undefined && this.includes(whole.item, part.item);
      return items && this.#facetsInclude(whole, part);
    }
    return sameBuiltin(whole, part) && this.#facetsInclude(whole, part);
  }

  #accepts(type: SimpleTypeDefinition, text: string, source: SimpleTypeDefinition["source"]): boolean {
    const datatype = this.#datatypes.of(type);
    if (datatype === undefined) return false;
    const asText = datatype.parse(text);
    if (!(asText instanceof DatatypeFailure)) return true;
    return source !== undefined && !(datatype.parse(text, source.namespaces) instanceof DatatypeFailure);
  }

  #facetsInclude(whole: SimpleTypeDefinition, part: SimpleTypeDefinition): boolean {
    const [wide, narrow] = [gatherFacets(whole), gatherFacets(part)];
    if (wide.enumeration.length > 0) return false;
    const order = this.#datatypes.of(whole)?.order;
    return (
      wide.minLength <= narrow.minLength &&
      wide.maxLength >= narrow.maxLength &&
      wide.totalDigits >= narrow.totalDigits &&
      wide.fractionDigits >= narrow.fractionDigits &&
      wide.bounds.every((bound) => narrow.bounds.some((other) => isTighter(other, bound, order))) &&
      patternSteps(whole).every((step) => patternSteps(part).includes(step))
    );
  }
}

/** Any text at all. */
function isAnyText(type: SimpleTypeDefinition): boolean {
  return type.builtin && (type.name?.localName === "string" || type.name?.localName === "anySimpleType");
}

/** A list or union as such, without facets of its own. */
function isPlain(type: SimpleTypeDefinition): boolean {
  return type.base?.variety === undefined || (type.facets.length === 0 && isPlain(type.base));
}

function sameMembers(whole: SimpleTypeDefinition, part: SimpleTypeDefinition): boolean {
  return (
    whole.members.length === part.members.length &&
    whole.members.every((member, index) => {
      const other = part.members[index];
      return other !== undefined && member.name !== undefined && member.name === other.name;
    })
  );
}

/** Whether the built-in type of the whole is one of those that the part is derived from. */
function sameBuiltin(whole: SimpleTypeDefinition, part: SimpleTypeDefinition): boolean {
  const wanted = nearestBuiltin(whole);
  const chain = builtinChain(part);
  // Integers of all sizes differ by their bounds, which are compared.
  return chain.includes(wanted) || (chain.includes("integer") && builtinChain(whole).includes("integer"));
}

function nearestBuiltin(type: SimpleTypeDefinition): string {
  return builtinChain(type)[0] ?? "";
}

function builtinChain(type: SimpleTypeDefinition): readonly string[] {
  const chain: string[] = [];
  for (let step: SimpleTypeDefinition | undefined = type; step !== undefined; step = step.base) {
    if (step.builtin) chain.push(step.name?.localName ?? "");
    if (step.base === step) break;
  }
  return chain;
}

function isTighter(bound: Bound, than: Bound, order: Datatype["order"]): boolean {
  if (bound.side !== than.side || order === undefined) return false;
  const [left, right] = [order.parse(bound.text), order.parse(than.text)];
  if (left instanceof DatatypeFailure || right instanceof DatatypeFailure) return false;
  const compared = order.compare(left, right);
  if (compared === undefined) return false;
  if (compared === 0) return than.inclusive || !bound.inclusive;
  return bound.side === "min" ? compared > 0 : compared < 0;
}

/** The patterns of each step, as they are written. */
function patternSteps(type: SimpleTypeDefinition): readonly string[] {
  const steps: string[] = [];
  for (let step: SimpleTypeDefinition | undefined = type; step !== undefined && !step.builtin; step = step.base) {
    const patterns = step.facets.flatMap(({ kind, value }) => (kind === "pattern" ? value : []));
    if (patterns.length > 0) steps.push(patterns.sort().join("\n"));
  }
  return steps;
}
