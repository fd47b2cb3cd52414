import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { anyType, unknownType } from "./builtins.js";
import type { Derivation, Particle, SimpleTypeDefinition } from "./components.js";
import { anonymousSimpleType, newSimpleType } from "./new-types.js";
import { readOwnAttributes } from "./read-attributes.js";
import { isParticleElement, readParticle } from "./read-particle.js";
import { booleanValue, childNamed, derivationSet } from "./read-properties.js";
import { readFacets } from "./read-simple-type.js";
import { resolveAttribute } from "./resolve.js";
import type { ComplexTypeDraft, ReadContext, SimpleTypeDraft, Workspace } from "./workspace.js";

const derivations: readonly Derivation[] = ["extension", "restriction"];

/** Reads what a complex type writes out (Part 1, 3.4.2); `deriveComplexType` adds what its base gives. */
export function readComplexType(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  draft: ComplexTypeDraft,
): void {
  const { document } = context;
  draft.abstract = booleanValue(element, "abstract");
  draft.final = derivationSet(attributeValue(element, "final"), document.final, derivations);
  draft.block = derivationSet(attributeValue(element, "block"), document.block, derivations);
  const content = childNamed(element, "simpleContent", "complexContent");
  const step = content && childNamed(content, "restriction", "extension");
  if (content !== undefined && step === undefined) draft.base = unknownType;
  const simple = content?.name.localName === "simpleContent";
  if (step !== undefined) {
    draft.derivation = step.name.localName === "extension" ? "extension" : "restriction";
    draft.base = resolveAttribute(workspace, context, "type", step, "base") ?? unknownType;
  } else {
    draft.base = content === undefined ? anyType : unknownType;
  }
  const holder = step ?? element;
  const mixedContent = content !== undefined && attributeOf(content, "mixed") !== undefined;
  workspace.ownContent.set(draft, {
    element: holder,
    variety: simple ? "simple" : "complex",
    derivation: draft.derivation,
    mixed: booleanValue(mixedContent ? content : element, "mixed"),
    particle: simple ? undefined : readContentParticle(workspace, context, holder),
    simpleType:
      simple && draft.derivation === "restriction" ? simpleStep(workspace, context, holder, draft) : undefined,
    attributes: readOwnAttributes(workspace, context, holder),
  });
}

/** The explicit content of a complex type; `undefined` where that is empty (3.4.2, {content type}, clause 2.1). */
function readContentParticle(workspace: Workspace, context: ReadContext, holder: SourceElement): Particle | undefined {
  const element = holder.children.find(isParticleElement);
  const particle = element && readParticle(workspace, context, element);
  if (element === undefined || particle === undefined || particle.term.kind !== "modelGroup") return undefined;
  // A group reference counts as content whatever the group holds.
  if (element.name.localName === "group" || particle.term.particles.length > 0) return particle;
  if (element.children.some(isParticleElement)) return particle;
  return particle.term.compositor === "choice" && particle.minOccurs > 0 ? particle : undefined;
}

/** The inline type and the facets of a restriction of simple content, as one type; its base may be set later. */
function simpleStep(
  workspace: Workspace,
  context: ReadContext,
  holder: SourceElement,
  owner: ComplexTypeDraft,
): SimpleTypeDraft | undefined {
  const inline = childNamed(holder, "simpleType");
  const inlineType: SimpleTypeDefinition | undefined = inline && anonymousSimpleType(workspace, context, inline, owner);
  const facets = readFacets(holder);
  if (inlineType === undefined && facets.length === 0) return undefined;
  const draft = newSimpleType(workspace, holder, undefined, owner);
  draft.base = inlineType;
  draft.facets = facets;
  return draft;
}
