import type {
  ComplexTypeDefinition,
  Component,
  ElementDeclaration,
  SimpleTypeDefinition,
  TypeDefinition,
} from "../schema/components.js";
import type { ElementBinding, SimpleReference, SubstitutionGroupBinding, TypeReference } from "./model.js";
import type { OpenModule } from "./modules.js";
import type { NameScope } from "./names.js";

/** How what is bound refers to components, and what it calls things. */
export interface BindContext {
  /**
   * The binding of the type of an element. An anonymous type gets a declaration of its own behind the one that holds it.
   *
   * @param name - what an anonymous type is called
   */
  reference(type: TypeDefinition, name: string, module: OpenModule, namespace: string): TypeReference;
  simpleReference(type: SimpleTypeDefinition, name: string, module: OpenModule, namespace: string): SimpleReference;
  /** The binding of a global element. */
  element(declaration: ElementDeclaration): ElementBinding;
  /** The binding of a reference to a global element: its substitution group where it has one. */
  elementOrGroup(declaration: ElementDeclaration): ElementBinding | SubstitutionGroupBinding;
  /** Calls back when every global element has its type. */
  whenBound(callback: () => void): void;
  /** How many types extend this one, directly or not. */
  countExtensions(definition: ComplexTypeDefinition): number;
  propertyName(localName: string): string;
  /** Gives a name, and notes where it is not the one that the component would have by itself. */
  claim(scope: NameScope, name: string, otherwise: string, what: string, source: Component["source"]): string;
}
