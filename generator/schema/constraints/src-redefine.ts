import { clarkName } from "../../../src/xml/names.js";
import type { SourceElement } from "../../load/document.js";
import type { ModelGroup, Particle } from "../components.js";
import type { AttributeGroupDraft, GlobalDraft, GroupDraft, TypeDraft, Workspace } from "../workspace.js";
import type { CheckContext } from "./check-context.js";
import { particlesWithin } from "./content-particles.js";
import { cosParticleRestrict } from "./cos-particle-restrict.js";
import { restrictsAttributes } from "./derivation-ok-restriction.js";

/** Redefinition Constraints and Semantics (4.2.2), clauses 5 to 7: what is redefined is built on itself. */
export function srcRedefine(
  context: CheckContext,
  workspace: Workspace,
  draft: GlobalDraft,
  original: GlobalDraft,
): void {
  if (draft.kind === "simpleType" || draft.kind === "complexType") redefinesType(context, draft, original);
  else if (draft.kind === "group" && original.kind === "group") redefinesGroup(context, draft, original);
  else if (draft.kind === "attributeGroup" && original.kind === "attributeGroup") {
    redefinesAttributeGroup(context, workspace, draft, original);
  }
}

function redefinesType({ findings }: CheckContext, draft: TypeDraft, original: GlobalDraft): void {
  if (draft.base === original) return;
  const message = `a redefinition of ${draft.name === undefined ? "a type" : clarkName(draft.name)} must have it as its base`;
  findings.report("src-redefine.5", message, draft.source);
}

function redefinesGroup(context: CheckContext, draft: GroupDraft, original: GroupDraft): void {
  const { findings } = context;
  const particle = once(draft.modelGroup, draft.source);
  const references = particlesWithin(particle).filter(({ term }) => term === original.modelGroup);
  const name = clarkName(draft.name);
  if (references.length > 1) {
    findings.report("src-redefine.6.1.1", `a redefinition of group ${name} can refer to it once only`, draft.source);
  }
  for (const { minOccurs, maxOccurs, source } of references) {
    if (minOccurs === 1 && maxOccurs === 1) continue;
    findings.report("src-redefine.6.1.2", `in its redefinition, group ${name} must occur exactly once`, source);
  }
  if (references.length > 0) return;
  const problem = cosParticleRestrict(context, particle, once(original.modelGroup, original.source));
  if (problem === undefined) return;
  const message = `the redefinition of group ${name} is no restriction of it: ${problem.message}`;
  findings.report("src-redefine.6.2.2", message, problem.source ?? draft.source);
}

function once(term: ModelGroup, source: SourceElement | undefined): Particle {
  return { kind: "particle", source, annotation: undefined, minOccurs: 1, maxOccurs: 1, term };
}

function redefinesAttributeGroup(
  context: CheckContext,
  { ownAttributes }: Workspace,
  draft: AttributeGroupDraft,
  original: AttributeGroupDraft,
): void {
  const references = ownAttributes.get(draft)?.groups.filter((group) => group === original) ?? [];
  if (references.length > 1) {
    const message = `a redefinition of attribute group ${clarkName(draft.name)} can refer to it once only`;
    context.findings.report("src-redefine.7.1", message, draft.source);
  }
  if (references.length === 0) restrictsAttributes(context, draft, original, draft.source, () => "src-redefine.7.2.2");
}
