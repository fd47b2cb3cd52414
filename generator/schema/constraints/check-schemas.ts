import type { ComplexTypeDefinition, ElementDeclaration, SimpleTypeDefinition, TypeDefinition } from "../components.js";
import { Datatypes } from "../datatypes.js";
import type { TypeDraft, Workspace } from "../workspace.js";
import { aPropsCorrect, auPropsCorrect, noXmlnsNoXsi } from "./attribute-declarations.js";
import { agPropsCorrect, ctPropsCorrectAttributes } from "./attribute-uses.js";
import type { CheckContext } from "./check-context.js";
import { contentParticle } from "./content-particles.js";
import { cosAllLimited, cosAllLimitedElements, cosAllLimitedGroup } from "./cos-all-limited.js";
import { cosApplicableFacets } from "./cos-applicable-facets.js";
import { cosCtExtends } from "./cos-ct-extends.js";
import { cosElementConsistent } from "./cos-element-consistent.js";
import { cosNonambig } from "./cos-nonambig.js";
import { cosStRestricts } from "./cos-st-restricts.js";
import { derivationOkRestriction } from "./derivation-ok-restriction.js";
import { ePropsCorrect } from "./e-props-correct.js";
import { facetCounts, fixedFacets, whiteSpaceValidRestriction } from "./facet-counts.js";
import { facetRanges } from "./facet-ranges.js";
import { enumerationValidRestriction, patternValid } from "./facet-values.js";
import { cPropsCorrect, cXpaths } from "./identity-constraints.js";
import { nPropsCorrect } from "./n-props-correct.js";
import { srcRedefine } from "./src-redefine.js";
import { stPropsCorrect } from "./st-props-correct.js";

type SimpleTypeRule = (context: CheckContext, type: SimpleTypeDefinition) => void;
type ComplexTypeRule = (context: CheckContext, type: ComplexTypeDefinition) => void;

const simpleTypeRules: readonly SimpleTypeRule[] = [
  stPropsCorrect,
  cosStRestricts,
  cosApplicableFacets,
  patternValid,
  facetCounts,
  whiteSpaceValidRestriction,
  fixedFacets,
  facetRanges,
  enumerationValidRestriction,
];

const complexTypeRules: readonly ComplexTypeRule[] = [
  ctPropsCorrectAttributes,
  (context, type) => (type.derivation === "extension" ? cosCtExtends : derivationOkRestriction)(context, type),
];

/** These say whether they found something: an extension inherits its base's content and, with it, what is wrong there. */
const contentRules: readonly ((context: CheckContext, type: ComplexTypeDefinition) => boolean)[] = [
  cosAllLimited,
  cosElementConsistent,
  cosNonambig,
];

/**
 * Checks the schema component constraints of Part 1, chapter 3, and Part 2, chapter 4.
 *
 * @param types - every type, bases first
 */
export function checkSchemas(
  workspace: Workspace,
  types: readonly TypeDraft[],
  substitutionGroups: ReadonlyMap<ElementDeclaration, readonly ElementDeclaration[]>,
  maxSteps: number,
): void {
  const { findings, notations, elements } = workspace;
  const context: CheckContext = {
    findings,
    datatypes: new Datatypes(),
    notations,
    elements,
    substitutionGroups: new Map([...substitutionGroups].map(([head, members]) => [head, new Set(members)])),
    maxSteps,
  };
  for (const type of types) {
    if (type.kind === "simpleType") for (const rule of simpleTypeRules) rule(context, type);
    else for (const rule of complexTypeRules) rule(context, type);
  }
  for (const rule of contentRules) {
    const broken = new Set<TypeDefinition>();
    for (const type of types) {
      if (type.kind !== "complexType") continue;
      const inherits = type.derivation === "extension" && broken.has(type.base);
      if (inherits || rule(context, type)) broken.add(type);
    }
  }
  for (const type of types) {
    const term = type.kind === "complexType" ? contentParticle(type)?.term : undefined;
    if (term?.kind === "modelGroup") cosAllLimitedElements(context, term);
  }
  for (const attribute of workspace.allAttributes) {
    aPropsCorrect(context, attribute);
    noXmlnsNoXsi(context, attribute);
  }
  for (const [group, own] of workspace.ownAttributes) {
    agPropsCorrect(context, group);
    for (const use of own.uses) auPropsCorrect(context, use);
  }
  for (const { attributes } of workspace.ownContent.values()) {
    for (const use of attributes.uses) auPropsCorrect(context, use);
  }
  for (const group of workspace.groups.values()) {
    cosAllLimitedGroup(context, group);
    cosAllLimitedElements(context, group.modelGroup);
  }
  for (const element of workspace.allElements) {
    ePropsCorrect(context, element);
    for (const constraint of element.identityConstraints) {
      cPropsCorrect(context, constraint);
      cXpaths(context, constraint);
    }
  }
  for (const notation of notations.values()) nPropsCorrect(context, notation);
  for (const [draft, original] of workspace.redefinitions) srcRedefine(context, workspace, draft, original);
}
