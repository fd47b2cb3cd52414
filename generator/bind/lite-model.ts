import type { Issue } from "../../src/errors.js";
import type { BindingModel, DeclarationBinding, ParticleBinding, TypeReference } from "./model.js";

/** What the small runtime does not have, in words. */
type Refuse = (what: string) => void;

/** Datatypes whose values mean something to the rest of the document. */
const documentWide: ReadonlySet<string> = new Set(["ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NOTATION"]);

/** An error for each construct of a model that `xsdsmith/lite` does not have. */
export function refuseForLite(model: BindingModel): readonly Issue[] {
  const issues: Issue[] = [];
  for (const declaration of model.modules.flatMap((module) => module.declarations)) {
    const owner = declaration.documentation.origin ?? declaration.identifier;
    const found = new Set<string>();
    visit(declaration, (what) => void found.add(what));
    for (const what of found) {
      issues.push({
        code: "bind-lite",
        message: `${owner} has ${what}, for which the runtime "lite" is too small; "full" is not`,
      });
    }
  }
  return issues;
}

function visit(declaration: DeclarationBinding, refuse: Refuse): void {
  switch (declaration.kind) {
    case "variants":
      refuse("derived types that xsi:type may name");
      break;
    case "substitutionGroup":
      refuse("a substitution group");
      break;
    case "element":
      if (declaration.constraints.length > 0) refuse("identity constraints");
      if (declaration.inline && declaration.type.kind === "complexType") visit(declaration.type, refuse);
      else visitType(declaration.type, refuse);
      break;
    case "complexType":
      if (declaration.mixed !== undefined) refuse("mixed content");
      if (declaration.attributeWildcard !== undefined) refuse("an attribute wildcard");
      for (const { type } of declaration.attributes) visitType(type, refuse);
      if (declaration.text !== undefined) visitType(declaration.text.type, refuse);
      if (declaration.content !== undefined) visitParticle(declaration.content, refuse);
      break;
    case "simpleType": {
      const { definition } = declaration;
      if (definition.kind === "restriction") visitType(definition.base, refuse);
      else if (definition.kind === "list") visitType(definition.item, refuse);
      else for (const member of definition.members) visitType(member, refuse);
      break;
    }
    case "service":
      if (
        declaration.operations.some(({ contents, responseContents }) => contents.length + responseContents.length > 0)
      ) {
        refuse("parts beside the envelope");
      }
      break;
  }
}

function visitParticle(particle: ParticleBinding, refuse: Refuse): void {
  if (particle.kind === "any") {
    refuse("an element wildcard");
  } else if (particle.kind === "element") {
    if (particle.constraints.length > 0) refuse("identity constraints");
    if (particle.declaration === undefined) visitType(particle.type, refuse);
  } else {
    for (const child of particle.particles) visitParticle(child, refuse);
  }
}

function visitType(type: TypeReference, refuse: Refuse): void {
  if (type.kind !== "builtin") return;
  if (type.name === "anyType") refuse("the type anyType");
  else if (documentWide.has(type.name)) refuse(`the type ${type.name}`);
}
