import type { ReadService } from "../index.js";

type OperationBinding = ReadService["bound"]["operations"][number];
type Body = OperationBinding["input"];
type Property = Exclude<Body, "empty">["type"] extends infer Type
  ? Extract<Type, { readonly kind: "complexType" }> extends {
      readonly shape: { readonly properties: readonly (infer P)[] };
    }
    ? P
    : never
  : never;

/** Each operation of some services with what it takes and gives, as lines. */
export function listOperations(services: readonly ReadService[]): readonly string[] {
  return services.flatMap(({ bound, binding }) => [
    `${binding.name.localName} (SOAP ${bound.soap})${bound.addresses.map((address) => `, ${address}`).join("")}`,
    ...bound.operations.flatMap((operation) => [
      `  ${operation.name} ${describeMessages(operation)}`,
      ...describeParts(operation),
    ]),
  ]);
}

/** What an operation takes and gives. */
export function describeMessages({ input, output }: OperationBinding): string {
  return `${describeBody(input)} → ${output === undefined ? "(no answer)" : describeBody(output)}`;
}

function describeParts(operation: OperationBinding): readonly string[] {
  return (["headers", "responseHeaders", "faults", "contents", "responseContents"] as const).flatMap((group) => {
    const names = operation[group].map(({ property }) => property);
    return names.length === 0 ? [] : [`    ${group}: ${names.join(", ")}`];
  });
}

function describeBody(body: Body): string {
  if (body === "empty") return "{}";
  const { type } = body;
  if (type.kind === "builtin") return type.name;
  if (type.kind !== "complexType") return type.identifier;
  const own = [
    ...(type.base === undefined ? [] : [`…${type.base.identifier}`]),
    ...type.shape.properties.map(describe),
  ];
  if (type.shape.choices.length > 0) own.push("one of several");
  return own.length === 0 ? "{}" : `{ ${own.join(", ")} }`;
}

function describe({ name, type, occurrence }: Property): string {
  const shown = type.kind !== "value" ? "…" : type.type.kind === "builtin" ? type.type.name : type.type.identifier;
  return `${name}${occurrence === "optional" ? "?" : ""}: ${shown}${occurrence === "repeated" ? "[]" : ""}`;
}
