import { clarkName } from "../../src/xml/names.js";
import type { BindFinding, BindingModel, DeclarationBinding, ServiceBinding } from "./model.js";
import { reachable } from "./references.js";

/**
 * The model with what these names reach and nothing else. All names stay as they are in the whole of it, so that what
 * is generated for a part fits what is generated for another.
 *
 * @param names - of global elements and types and of operations: local names, or names in Clark notation
 */
export function selectDeclarations(
  model: BindingModel,
  names: readonly string[],
): { readonly model: BindingModel; readonly findings: readonly BindFinding[] } {
  const wanted = new Set(names);
  const found = new Set<string>();
  const roots: DeclarationBinding[] = [];
  const services = new Map<ServiceBinding, ServiceBinding>();
  const isWanted = (spellings: readonly string[]): boolean => {
    const spelled = spellings.filter((spelling) => wanted.has(spelling));
    for (const spelling of spelled) found.add(spelling);
    return spelled.length > 0;
  };
  for (const declaration of model.modules.flatMap((module) => module.declarations)) {
    if (declaration.kind === "service") {
      const operations = declaration.operations.filter(({ name }) => isWanted([name]));
      if (operations.length === 0) continue;
      const part = { ...declaration, operations };
      services.set(declaration, part);
      roots.push(part);
    } else if (isWanted(spellingsOf(declaration))) {
      roots.push(declaration);
    }
  }
  const reached = reachable(roots);
  const modules = model.modules.map((module) => {
    const declarations = module.declarations.flatMap((declaration) => {
      if (declaration.kind === "service") return services.get(declaration) ?? [];
      return reached.has(declaration) ? declaration : [];
    });
    return { module, declarations };
  });
  const findings = names
    .filter((name) => !found.has(name))
    .map((name) => ({
      code: "xsd-unknown-name",
      message: `no global element, type or operation has the name ${name}`,
      source: undefined,
    }));
  // Declarations refer to their module as an object: it stays the same one.
  for (const { module, declarations } of modules) Object.assign(module, { declarations });
  return {
    model: { ...model, modules: model.modules.filter(({ declarations }) => declarations.length > 0) },
    findings,
  };
}

function spellingsOf(declaration: DeclarationBinding): readonly string[] {
  const named =
    declaration.kind === "element" || declaration.kind === "simpleType" || declaration.kind === "complexType";
  if (!named || declaration.name === undefined) return [];
  return [declaration.name, clarkName({ namespace: declaration.namespace, localName: declaration.name })];
}
