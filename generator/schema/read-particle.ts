import { xmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { xsdNamespace } from "../load/namespaces.js";
import { anyType } from "./builtins.js";
import type { ModelGroup, Particle, Term } from "./components.js";
import { readAnnotation } from "./read-annotation.js";
import { readElement } from "./read-element.js";
import { schemaChildren } from "./read-properties.js";
import { readWildcard } from "./read-wildcard.js";
import { resolveAttribute } from "./resolve.js";
import type { ElementDraft, GroupDraft, ReadContext, Workspace } from "./workspace.js";

const particleNames: ReadonlySet<string> = new Set(["element", "group", "all", "choice", "sequence", "any"]);

export function isParticleElement({ name }: SourceElement): boolean {
  return name.namespace === xsdNamespace && particleNames.has(name.localName);
}

/** Reads a particle (Part 1, 3.9.2); `undefined` where `maxOccurs` is zero or what it refers to is not there. */
export function readParticle(workspace: Workspace, context: ReadContext, element: SourceElement): Particle | undefined {
  const minOccurs = Number(attributeValue(element, "minOccurs") ?? 1);
  const max = attributeValue(element, "maxOccurs") ?? "1";
  const maxOccurs = max === "unbounded" ? Infinity : Number(max);
  const term = readTerm(workspace, context, element);
  if (minOccurs > maxOccurs) {
    const message = `minOccurs ${minOccurs} is more than maxOccurs ${max}`;
    const attribute = attributeOf(element, "minOccurs") ?? attributeOf(element, "maxOccurs");
    workspace.findings.report("p-props-correct.2.1", message, element, attribute);
    return undefined;
  }
  // The lexical check has reported what is no number.
  if (term === undefined || maxOccurs === 0 || Number.isNaN(minOccurs + maxOccurs)) return undefined;
  return { source: element, annotation: readAnnotation(element), kind: "particle", minOccurs, maxOccurs, term };
}

/** Reads a named model group definition (Part 1, 3.7.2). */
export function readGroup(workspace: Workspace, context: ReadContext, element: SourceElement, draft: GroupDraft): void {
  const content = element.children.find(isParticleElement);
  if (content === undefined) return;
  draft.modelGroup.source = content;
  draft.modelGroup.annotation = readAnnotation(content);
  draft.modelGroup.compositor = compositorOf(content);
  draft.modelGroup.particles = readParticles(workspace, context, content);
}

function readTerm(workspace: Workspace, context: ReadContext, element: SourceElement): Term | undefined {
  switch (element.name.localName) {
    case "element":
      return attributeOf(element, "ref") === undefined
        ? readLocalElement(workspace, context, element)
        : resolveAttribute(workspace, context, "element", element, "ref");
    case "group":
      return resolveAttribute(workspace, context, "group", element, "ref")?.modelGroup;
    case "any":
      return readWildcard(element, context.document);
    default:
      return {
        source: element,
        annotation: readAnnotation(element),
        kind: "modelGroup",
        compositor: compositorOf(element),
        particles: readParticles(workspace, context, element),
        definition: undefined,
      };
  }
}

function readParticles(workspace: Workspace, context: ReadContext, element: SourceElement): readonly Particle[] {
  const particles: Particle[] = [];
  for (const child of schemaChildren(element)) {
    const particle = isParticleElement(child) ? readParticle(workspace, context, child) : undefined;
    if (particle !== undefined) particles.push(particle);
  }
  return particles;
}

function compositorOf({ name }: SourceElement): ModelGroup["compositor"] {
  return name.localName === "choice" || name.localName === "all" ? name.localName : "sequence";
}

function readLocalElement(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
): ElementDraft | undefined {
  const name = attributeValue(element, "name");
  if (name === undefined) return undefined;
  const { document } = context;
  const form = attributeValue(element, "form");
  const qualified = form === undefined ? document.elementsQualified : form === "qualified";
  const draft: ElementDraft = {
    source: element,
    annotation: readAnnotation(element),
    kind: "element",
    name: xmlName(qualified ? document.targetNamespace : "", name),
    scope: "local",
    type: anyType,
    nillable: false,
    abstract: false,
    valueConstraint: undefined,
    identityConstraints: [],
    substitutionGroup: undefined,
    final: [],
    block: [],
  };
  workspace.allElements.push(draft);
  readElement(workspace, context, element, draft);
  return draft;
}
