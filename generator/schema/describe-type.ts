import { clarkName } from "../../src/xml/names.js";
import { xsdNamespace } from "../load/namespaces.js";
import type { TypeDefinition } from "./components.js";

/** A type as messages name it. */
export function describeType(type: TypeDefinition): string {
  if (type.name !== undefined) {
    return `type ${type.name.namespace === xsdNamespace ? `xs:${type.name.localName}` : clarkName(type.name)}`;
  }
  const { context } = type;
  const name = context !== undefined && "name" in context ? context.name : undefined;
  return name === undefined || context === undefined
    ? "an anonymous type"
    : `the anonymous type of ${context.kind} ${clarkName(name)}`;
}
