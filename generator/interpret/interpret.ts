import * as codegen from "../../src/codegen.js";
import type { SchemaComponents } from "../../src/features/schema.js";
import type { ComplexTypeDescriptor, ElementDescriptor, SimpleTypeDescriptor } from "../../src/schema/descriptors.js";
import type { OperationDescriptor, ServiceDescriptor } from "../../src/schema/services.js";
import type { BindingModel, DeclarationBinding } from "../bind/model.js";
import { descriptorCall, typeExpression } from "../calls/descriptor-calls.js";
import type { Expression } from "../calls/expression.js";

/**
 * The descriptors of a model, made in memory: what the emitted code would make, for those who validate or convert
 * documents without generating code first.
 */
export function interpret(model: BindingModel): SchemaComponents {
  const interpreter = new Interpreter();
  const declarations = model.modules.flatMap((module) => module.declarations);
  return {
    elements: declarations.flatMap((binding) => (binding.kind === "element" ? interpreter.descriptor(binding) : [])),
    types: declarations.flatMap((binding) =>
      binding.kind === "simpleType" || binding.kind === "complexType" ? interpreter.descriptor(binding) : [],
    ),
    attributes: model.attributes.map(({ namespace, name, type, fixed }) => {
      const descriptor = interpreter.evaluate(typeExpression(type)) as SimpleTypeDescriptor;
      return { namespace, name, type: descriptor, fixed };
    }),
  };
}

/** What stands for a declaration of each kind. */
interface Descriptors {
  readonly simpleType: SimpleTypeDescriptor;
  readonly complexType: ComplexTypeDescriptor;
  readonly element: ElementDescriptor;
  readonly service: ServiceDescriptor<Readonly<Record<string, OperationDescriptor>>>;
}

const runtime: Readonly<Record<string, unknown>> = codegen;

/** Makes each descriptor once, however often it is asked for. */
export class Interpreter {
  readonly #made = new Map<DeclarationBinding, unknown>();

  descriptor<K extends keyof Descriptors>(
    declaration: Extract<DeclarationBinding, { readonly kind: K }>,
  ): Descriptors[K] {
    return this.#descriptor(declaration) as Descriptors[K];
  }

  #descriptor(declaration: DeclarationBinding): unknown {
    let made = this.#made.get(declaration);
    if (made === undefined) this.#made.set(declaration, (made = this.evaluate(descriptorCall(declaration))));
    return made;
  }

  /** Makes a call and those within it, but for what is asked for later. */
  evaluate(expression: Expression): unknown {
    if (typeof expression !== "object") return expression;
    switch (expression.kind) {
      case "constant":
        return runtimeMember(expression.name);
      case "namespace":
        return expression.name;
      case "declaration":
        return this.#descriptor(expression.declaration);
      case "list":
        return expression.items.map((item) => this.evaluate(item));
      case "record":
        return Object.fromEntries(expression.fields.map(([key, value]) => [key, this.evaluate(value)]));
      case "later": {
        let made: unknown;
        return () => (made ??= this.evaluate(expression.value));
      }
      case "call": {
        const make = runtimeMember(expression.function) as (...args: readonly unknown[]) => unknown;
        return make(...expression.arguments.map((argument) => this.evaluate(argument)));
      }
    }
  }
}

function runtimeMember(name: string): unknown {
  const member = runtime[name];
  if (member === undefined) throw new TypeError(`xsdsmith/codegen has no ${name}`);
  return member;
}
