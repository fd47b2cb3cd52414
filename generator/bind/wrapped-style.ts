import type { BodyBinding, ComplexTypeBinding } from "./model.js";

/**
 * The property that is the whole of an answer, where the operation follows the wrapped convention: each body is an
 * element whose type is a sequence of elements without attributes, the request's has the operation's name, and the
 * answer's holds one element.
 */
export function wrappedResult(operation: string, input: BodyBinding, output: BodyBinding): string | undefined {
  if (input === "empty" || output === "empty" || input.name !== operation) return undefined;
  const result = wrapperOf(output);
  if (wrapperOf(input) === undefined || result === undefined) return undefined;
  const [property, another] = result.shape.properties;
  return property !== undefined && another === undefined ? property.name : undefined;
}

/** The type of a body that is a wrapper; `undefined` for another. */
function wrapperOf(body: BodyBinding): ComplexTypeBinding | undefined {
  if (body === "empty" || body.nillable || body.type.kind !== "complexType") return undefined;
  const { type } = body;
  const { content, base, attributes, attributeWildcard, text, mixed, shape } = type;
  if (base !== undefined || attributes.length > 0 || attributeWildcard !== undefined) return undefined;
  if (text !== undefined || mixed !== undefined || shape.choices.length > 0) return undefined;
  if (content === undefined) return type;
  const isSequence = content.kind === "sequence" && content.max === 1 && content.property === undefined;
  return isSequence && content.particles.every(({ kind }) => kind === "element") ? type : undefined;
}
