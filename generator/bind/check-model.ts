import type { BindingModel, ComplexTypeBinding, DeclarationBinding, ParticleBinding, Shape } from "./model.js";
import { referencesOf } from "./references.js";

/**
 * The last look at a model before code is made of it: every reference is to something that will be there, no name is
 * given twice, and what a descriptor will fill its type has.
 *
 * @throws TypeError for a mistake of this program, whatever the schema: no code is better than code that is wrong
 */
export function checkModel(model: BindingModel): void {
  const declared = new Set<DeclarationBinding>(model.modules.flatMap((module) => module.declarations));
  // An anonymous type that is declared by its element goes by that element's name.
  for (const declaration of declared) {
    if (declaration.kind === "element" && declaration.inline && declaration.type.kind === "complexType") {
      declared.add(declaration.type);
    }
  }
  const fileNames = new Set<string>();
  for (const module of model.modules) {
    claim(fileNames, module.name.toLowerCase(), "module");
    const identifiers = new Set<string>();
    for (const declaration of module.declarations) {
      claim(identifiers, declaration.identifier, `declaration of ${module.name}`);
      for (const reference of referencesOf(declaration)) {
        if (!declared.has(reference))
          fail(`${declaration.identifier} refers to ${reference.identifier}, which is missing`);
      }
      const type = declaration.kind === "element" && declaration.inline ? declaration.type : declaration;
      if (type.kind === "complexType") checkProperties(type);
      if (declaration.kind === "service") {
        const methods = new Set<string>();
        for (const { method } of declaration.operations) claim(methods, method, `method of ${declaration.identifier}`);
      }
    }
  }
}

function checkProperties(type: ComplexTypeBinding): void {
  const names = new Set<string>();
  for (
    let base = type.inherits ? type.base : undefined;
    base !== undefined;
    base = base.inherits ? base.base : undefined
  ) {
    for (const name of shapeNames(base.shape)) names.add(name);
  }
  const inherited = new Set(names);
  for (const { name } of type.shape.properties) claim(names, name, `property of ${type.identifier}`);
  for (const branches of type.shape.choices) {
    for (const branch of branches) {
      const own = new Set(names);
      for (const name of shapeNames(branch)) claim(own, name, `property of ${type.identifier}`);
    }
  }
  const all = new Set([...inherited, ...shapeNames(type.shape)]);
  for (const name of filledNames(type)) {
    if (!all.has(name)) fail(`the descriptor of ${type.identifier} fills a property ${name} that its type lacks`);
  }
}

function* shapeNames({ properties, choices }: Shape): Iterable<string> {
  for (const { name } of properties) yield name;
  for (const branches of choices) {
    const names = new Set(branches.flatMap((branch) => [...shapeNames(branch)]));
    yield* names;
  }
}

function* filledNames(type: ComplexTypeBinding): Iterable<string> {
  for (const { property } of type.attributes) yield property.name;
  if (type.attributeWildcard !== undefined) yield type.attributeWildcard.property.name;
  if (type.text !== undefined) yield type.text.property;
  if (type.mixed !== undefined) yield type.mixed;
  else if (type.content !== undefined) yield* particleNames(type.content);
}

function* particleNames(particle: ParticleBinding): Iterable<string> {
  if (particle.kind === "element" || particle.kind === "any") yield particle.property;
  else if (particle.property !== undefined) yield particle.property;
  else for (const child of particle.particles) yield* particleNames(child);
}

function claim(names: Set<string>, name: string, what: string): void {
  if (names.has(name)) fail(`${name} is the name of more than one ${what}`);
  names.add(name);
}

function fail(message: string): never {
  throw new TypeError(`the binding model is wrong: ${message}`);
}
