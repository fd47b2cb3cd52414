import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { SourceElement } from "../../load/document.js";
import { anyType, standsOnUnknown } from "../builtins.js";
import type { AttributeUse, ComplexTypeDefinition, Wildcard } from "../components.js";
import { describeType } from "../describe-type.js";
import { isEmptiable } from "../emptiable.js";
import { allowsNamespace, isNamespaceSubset } from "../namespace-constraints.js";
import type { CheckContext } from "./check-context.js";
import { cosParticleRestrict } from "./cos-particle-restrict.js";
import { isSameValue } from "./cos-valid-default.js";
import { isDerivedFrom, nothingExcluded } from "./type-derivation.js";

/** Derivation Valid (Restriction, Complex) (3.4.6). */
export function derivationOkRestriction(context: CheckContext, type: ComplexTypeDefinition): void {
  const { base, source } = type;
  if (standsOnUnknown(base) || base.kind === "simpleType") return;
  if (base.final.includes("restriction")) {
    const message = `${describeType(base)} is final for restriction`;
    context.findings.report("derivation-ok-restriction.1", message, source);
  }
  restrictsAttributes(context, type, base, source, (clause) => `derivation-ok-restriction.${clause}`);
  restrictsContent(context, type, base);
}

interface Attributes {
  readonly attributeUses: readonly AttributeUse[];
  readonly attributeWildcard: Wildcard | undefined;
}

/** Clauses 2 to 4; also of a redefined attribute group (src-redefine, clause 7.2.2). */
export function restrictsAttributes(
  context: CheckContext,
  derived: Attributes,
  base: Attributes,
  source: SourceElement | undefined,
  codeOf: (clause: string) => string,
): void {
  const { findings } = context;
  const baseUses = new Map<XmlName, AttributeUse>(base.attributeUses.map((use) => [use.declaration.name, use]));
  const names = new Set<XmlName>();
  for (const use of derived.attributeUses) {
    const { name } = use.declaration;
    names.add(name);
    const baseUse = baseUses.get(name);
    if (baseUse === use) continue;
    const place = use.source?.document === source?.document ? use.source : source;
    if (baseUse !== undefined) {
      const [clause, problem] = useProblem(context, use, baseUse) ?? [];
      if (clause !== undefined) findings.report(codeOf(clause), `attribute ${clarkName(name)} ${problem}`, place);
    } else if (
      base.attributeWildcard === undefined ||
      !allowsNamespace(base.attributeWildcard.namespaceConstraint, name.namespace)
    ) {
      findings.report(
        codeOf("2.2"),
        `the base has no attribute ${clarkName(name)} and no wildcard that allows it`,
        place,
      );
    }
  }
  for (const [name, { required }] of baseUses) {
    if (!required || names.has(name)) continue;
    findings.report(codeOf("3"), `attribute ${clarkName(name)}, which the base requires, is left out`, source);
  }
  restrictsWildcard(context, derived.attributeWildcard, base, source, codeOf);
}

function useProblem(
  context: CheckContext,
  use: AttributeUse,
  base: AttributeUse,
): readonly [clause: string, problem: string] | undefined {
  if (base.required && !use.required) return ["2.1.1", "must be required, as in the base"];
  const [type, baseType] = [use.declaration.type, base.declaration.type];
  if (!isDerivedFrom(type, baseType, nothingExcluded)) {
    return ["2.1.2", `has ${describeType(type)}, which is not derived from the base's ${describeType(baseType)}`];
  }
  if (base.valueConstraint?.kind !== "fixed") return undefined;
  const own = use.valueConstraint;
  const same =
    own?.kind === "fixed" &&
    isSameValue(context, baseType, { ...own, source: use.source }, { ...base.valueConstraint, source: base.source });
  return same ? undefined : ["2.1.3", `must be fixed at ${JSON.stringify(base.valueConstraint.value)}, as in the base`];
}

function restrictsWildcard(
  { findings }: CheckContext,
  wildcard: Wildcard | undefined,
  base: Attributes,
  source: SourceElement | undefined,
  codeOf: (clause: string) => string,
): void {
  if (wildcard === undefined) return;
  const baseWildcard = base.attributeWildcard;
  if (baseWildcard === undefined) {
    findings.report(codeOf("4.1"), "the base has no attribute wildcard", source);
  } else if (!isNamespaceSubset(wildcard.namespaceConstraint, baseWildcard.namespaceConstraint)) {
    findings.report(codeOf("4.2"), "the attribute wildcard allows namespaces that the base's does not", source);
  } else if (base !== anyType && isWeaker(wildcard, baseWildcard)) {
    const message = `the attribute wildcard is processed ${wildcard.processContents}, more loosely than the base's ${baseWildcard.processContents}`;
    findings.report(codeOf("4.3"), message, source);
  }
}

const strengths = ["skip", "lax", "strict"];

/** Whether a wildcard asks less of what it matches than another. */
function isWeaker(wildcard: Wildcard, base: Wildcard): boolean {
  return strengths.indexOf(wildcard.processContents) < strengths.indexOf(base.processContents);
}

/** Clause 5. */
function restrictsContent(context: CheckContext, type: ComplexTypeDefinition, base: ComplexTypeDefinition): void {
  const { findings } = context;
  const { content, source } = type;
  if (base === anyType) return;
  const from = base.content;
  if (content.kind === "simple") {
    if (from.kind === "simple") {
      if (isDerivedFrom(content.type, from.type, nothingExcluded)) return;
      const message = `the content is of ${describeType(content.type)}, which is not derived from the base's ${describeType(from.type)}`;
      findings.report("derivation-ok-restriction.5.2.2.1", message, source);
    }
    // Otherwise the base is mixed and emptiable, or src-ct.2 has been reported.
  } else if (content.kind === "empty") {
    if (from.kind === "empty" || (from.kind !== "simple" && isEmptiable(from.particle))) return;
    const message = `the content is empty, but that of ${describeType(base)} cannot be`;
    findings.report("derivation-ok-restriction.5.3.2", message, source);
  } else if (from.kind === "empty" || from.kind === "simple") {
    const message = `${describeType(base)} has ${from.kind} content, which elements cannot restrict`;
    findings.report("derivation-ok-restriction.5.4", message, source);
  } else if (content.kind === "mixed" && from.kind !== "mixed") {
    const message = `the content is mixed, but that of ${describeType(base)} is not`;
    findings.report("derivation-ok-restriction.5.4.1", message, source);
  } else {
    const problem = cosParticleRestrict(context, content.particle, from.particle);
    if (problem === undefined) return;
    const message = `the content is no restriction of that of ${describeType(base)}: ${problem.message}`;
    findings.report(problem.code, message, problem.source ?? source);
  }
}
