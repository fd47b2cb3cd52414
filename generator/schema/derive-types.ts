import { attributeOf } from "../load/attributes.js";
import { anySimpleType, emptySequence, isUnknown, unknownSimpleType, unknownType } from "./builtins.js";
import type { ContentType, Particle, SimpleTypeDefinition, TypeDefinition } from "./components.js";
import { dependencyOrder } from "./dependency-order.js";
import { deriveAttributes } from "./derive-attributes.js";
import { describeType } from "./describe-type.js";
import { isEmptiable } from "./emptiable.js";
import type { ComplexTypeDraft, OwnContent, SimpleTypeDraft, TypeDraft, Workspace } from "./workspace.js";

/** Types that one type may stand on, one upon the other: what walks them may call itself as often. */
const maxDepth = 500;

/** Completes every type with what it takes from its base, and gives them in that order: bases first. */
export function deriveTypes(workspace: Workspace): readonly TypeDraft[] {
  const { allTypes, ownContent, findings } = workspace;
  const drafts = new Set<TypeDefinition>(allTypes);
  const isDraft = (type: TypeDefinition | undefined): type is SimpleTypeDraft | ComplexTypeDraft =>
    type !== undefined && drafts.has(type);
  const dependencies = (type: TypeDraft) =>
    (type.kind === "complexType" ? [type.base] : [type.base, type.item, ...type.members]).filter(isDraft);
  const ordered = dependencyOrder(allTypes, dependencies, (type) => {
    const code = type.kind === "complexType" ? "ct-props-correct.3" : "st-props-correct.2";
    findings.report(code, `${describeType(type)} is derived from itself`, type.source);
    cut(type);
  });
  const depths = new Map<TypeDefinition, number>();
  for (const type of ordered) {
    const depth = dependencies(type).reduce((most, other) => Math.max(most, 1 + (depths.get(other) ?? 0)), 1);
    depths.set(type, depth);
    if (depth > maxDepth) {
      const message = `${describeType(type)} stands on a chain of more than ${maxDepth} types`;
      findings.report("xsd-limit", message, type.source);
      cut(type);
      depths.set(type, 0);
    }
    if (type.kind === "simpleType") {
      deriveSimpleType(type);
      continue;
    }
    const own = ownContent.get(type);
    if (own === undefined) continue;
    type.content =
      own.variety === "simple" ? simpleContent(workspace, type, own) : complexContent(workspace, type, own);
    if (own.variety === "complex" && own.derivation === "extension") type.ownParticle = own.particle;
    deriveAttributes(type, own, findings);
  }
  return ordered;
}

/** Takes away what a type stands on. */
function cut(type: SimpleTypeDraft | ComplexTypeDraft): void {
  if (type.kind === "complexType") {
    type.base = unknownType;
    return;
  }
  type.base = unknownSimpleType;
  if (type.item !== undefined) type.item = unknownSimpleType;
  type.members = [];
}

/** A restriction has the variety of its base; lists and unions have been given theirs (3.14.2). */
function deriveSimpleType(draft: SimpleTypeDraft): void {
  if (draft.variety !== undefined) return;
  const base = draft.base ?? anySimpleType;
  draft.variety = base.variety;
  draft.primitive = base.primitive;
  draft.item = base.item;
  draft.members = base.members;
}

/** The content type of a type with simple content (3.4.2); what breaks src-ct.2 is reported. */
function simpleContent({ findings }: Workspace, draft: ComplexTypeDraft, own: OwnContent): ContentType {
  const type = simpleContentType(draft, own);
  if (type !== undefined) return { kind: "simple", type };
  if (!isUnknown(draft.base)) {
    const message = `simple content cannot be derived by ${own.derivation} from ${describeType(draft.base)}, which has none`;
    findings.report("src-ct.2", message, own.element, attributeOf(own.element, "base"));
  }
  return { kind: "simple", type: unknownSimpleType };
}

function simpleContentType({ base }: ComplexTypeDraft, own: OwnContent): SimpleTypeDefinition | undefined {
  const step = own.simpleType;
  if (base.kind === "simpleType") return own.derivation === "extension" ? base : undefined;
  if (base.content.kind === "simple") {
    if (own.derivation === "extension" || step === undefined) return base.content.type;
    step.base ??= base.content.type;
  } else if (
    own.derivation === "extension" ||
    base.content.kind !== "mixed" ||
    step?.base === undefined ||
    !isEmptiable(base.content.particle)
  ) {
    if (step !== undefined) step.base ??= unknownSimpleType;
    return undefined;
  }
  deriveSimpleType(step);
  // An inline type without facets beside it is the content type itself.
  return step.facets.length === 0 ? step.base : step;
}

/** The content type of a type with complex content (3.4.2, {content type}). */
function complexContent({ findings }: Workspace, draft: ComplexTypeDraft, own: OwnContent): ContentType {
  const { base } = draft;
  const kind = own.mixed ? "mixed" : "elementOnly";
  const particle = own.particle ?? (own.mixed ? emptySequence : undefined);
  if (base.kind === "simpleType") {
    const message = `complex content needs a complex type as its base, but ${describeType(base)} is simple`;
    findings.report("src-ct.1", message, own.element, attributeOf(own.element, "base"));
  }
  // What an unknown base holds is not guessed at: that would only bring findings about the guess.
  const inherited: ContentType = base.kind === "simpleType" || isUnknown(base) ? { kind: "empty" } : base.content;
  if (own.derivation === "restriction") return particle === undefined ? { kind: "empty" } : { kind, particle };
  if (particle === undefined) return inherited;
  if (inherited.kind === "empty" || inherited.kind === "simple") return { kind, particle };
  return { kind, particle: sequenceOf(inherited.particle, particle) };
}

function sequenceOf(...particles: readonly Particle[]): Particle {
  const undeclared = { source: undefined, annotation: undefined };
  return {
    ...undeclared,
    kind: "particle",
    minOccurs: 1,
    maxOccurs: 1,
    term: { ...undeclared, kind: "modelGroup", compositor: "sequence", particles, definition: undefined },
  };
}
