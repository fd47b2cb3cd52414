/** Whether a value is an object of properties. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Assigns as a literal would: `__proto__` is an ordinary name (an assignment would set the prototype). */
export function setProperty(target: Record<string, unknown>, property: string, value: unknown): void {
  if (property === "__proto__") {
    Object.defineProperty(target, property, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[property] = value;
  }
}
