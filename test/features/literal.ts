/** A value as a TypeScript expression: what someone would write who makes it by hand. */
export function literalOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "object":
      return value === null ? "null" : objectLiteral(value);
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}

function objectLiteral(value: object): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Uint8Array) return `new Uint8Array([${value.join(", ")}])`;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  // In brackets even `__proto__` is a property.
  const fields = Object.entries(value).map(([key, field]) => `[${JSON.stringify(key)}]: ${literalOf(field)}`);
  return `{ ${fields.join(", ")} }`;
}
