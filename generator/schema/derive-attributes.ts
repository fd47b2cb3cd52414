import { clarkName } from "../../src/xml/names.js";
import type { SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import type { AttributeUse, TypeDefinition, Wildcard } from "./components.js";
import { dependencyOrder } from "./dependency-order.js";
import { namespaceIntersection, namespaceUnion } from "./namespace-constraints.js";
import type {
  AttributeGroupDraft,
  ComplexTypeDraft,
  Draft,
  OwnAttributes,
  OwnContent,
  Workspace,
} from "./workspace.js";

/** Gives every attribute group the uses and the wildcard of the groups it refers to (3.6.2). */
export function deriveAttributeGroups({ ownAttributes, findings }: Workspace): void {
  const ordered = dependencyOrder(
    ownAttributes.keys(),
    (group) => ownAttributes.get(group)?.groups ?? [],
    (group) => {
      const message = `attribute group ${clarkName(group.name)} contains itself`;
      findings.report("src-attribute_group.3", message, group.source);
    },
  );
  for (const group of ordered) {
    const own = ownAttributes.get(group);
    if (own === undefined) continue;
    const { uses, wildcard } = completeAttributes(own, group.source, "src-attribute_group.2", findings);
    group.attributeUses = uses;
    group.attributeWildcard = wildcard;
  }
}

/** Gives a complex type its complete attribute uses and wildcard (3.4.2). */
export function deriveAttributes(draft: ComplexTypeDraft, own: OwnContent, findings: Findings): void {
  const { uses, wildcard } = completeAttributes(own.attributes, own.element, "src-ct.4", findings);
  const inherited = attributesOf(draft.base);
  if (draft.derivation === "extension") {
    draft.attributeUses = [...inherited.uses, ...uses];
    draft.attributeWildcard = extendWildcard(inherited.wildcard, wildcard, own.element, findings);
  } else {
    draft.attributeUses = overrideUses(inherited.uses, uses, own.attributes.prohibited);
    draft.attributeWildcard = wildcard;
  }
}

function attributesOf(base: TypeDefinition): Attributes {
  return base.kind === "simpleType"
    ? { uses: [], wildcard: undefined }
    : { uses: base.attributeUses, wildcard: base.attributeWildcard };
}

interface Attributes {
  readonly uses: readonly AttributeUse[];
  readonly wildcard: Wildcard | undefined;
}

function completeAttributes(
  own: OwnAttributes,
  source: SourceElement | undefined,
  code: string,
  findings: Findings,
): Attributes {
  for (const use of own.uses) use.valueConstraint ??= use.declaration.valueConstraint;
  const uses = new Set<AttributeUse>(own.uses);
  let wildcard: Draft<Wildcard> | undefined = own.wildcard;
  for (const group of own.groups) {
    for (const use of group.attributeUses) uses.add(use);
    wildcard = intersectWildcards(wildcard, group, source, code, findings);
  }
  return { uses: [...uses], wildcard };
}

function intersectWildcards(
  wildcard: Wildcard | undefined,
  { attributeWildcard, name }: AttributeGroupDraft,
  source: SourceElement | undefined,
  code: string,
  findings: Findings,
): Wildcard | undefined {
  if (wildcard === undefined || attributeWildcard === undefined) return wildcard ?? attributeWildcard;
  const constraint = namespaceIntersection(wildcard.namespaceConstraint, attributeWildcard.namespaceConstraint);
  if (constraint !== undefined) return { ...wildcard, namespaceConstraint: constraint };
  const message = `what both this attribute wildcard and that of attribute group ${clarkName(name)} allow cannot be expressed`;
  findings.report(code, message, source);
  return wildcard;
}

function extendWildcard(
  base: Wildcard | undefined,
  own: Wildcard | undefined,
  source: SourceElement,
  findings: Findings,
): Wildcard | undefined {
  if (base === undefined || own === undefined) return own ?? base;
  const constraint = namespaceUnion(own.namespaceConstraint, base.namespaceConstraint);
  if (constraint !== undefined) return { ...own, namespaceConstraint: constraint };
  const message = "what this attribute wildcard or that of the base type allows cannot be expressed";
  findings.report("src-ct.5", message, source);
  return own;
}

/** The base's uses, those that are written again replaced, the prohibited ones left out, then the new ones. */
function overrideUses(
  base: readonly AttributeUse[],
  own: readonly AttributeUse[],
  prohibited: OwnAttributes["prohibited"],
): readonly AttributeUse[] {
  const left = new Set(own);
  const byName = new Map(own.map((use) => [use.declaration.name, use]));
  const hidden = new Set(prohibited);
  const uses: AttributeUse[] = [];
  for (const inherited of base) {
    const { name } = inherited.declaration;
    const replacing = byName.get(name);
    if (replacing !== undefined) {
      if (left.delete(replacing)) uses.push(replacing);
    } else if (!hidden.has(name)) {
      uses.push(inherited);
    }
  }
  return [...uses, ...left];
}
