import type { Issue } from "../../src/errors.js";
import { nearestName } from "../../src/text/nearest.js";
import type { ServiceSet } from "./components.js";

/** The services with these operations only; a name that no binding has is an issue. */
export function selectOperations(
  services: ServiceSet,
  names: readonly string[],
): { readonly services: ServiceSet; readonly issues: readonly Issue[] } {
  const known = new Set(services.bindings.flatMap(({ operations }) => operations.map(({ name }) => name)));
  const issues: Issue[] = names
    .filter((name) => !known.has(name))
    .map((name) => {
      const nearest = nearestName(name, known);
      const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
      return { code: "wsdl-operation", message: `no binding has an operation ${JSON.stringify(name)}${hint}` };
    });
  const wanted = new Set(names);
  const bindings = services.bindings
    .map((binding) => ({ binding, operations: binding.operations.filter(({ name }) => wanted.has(name)) }))
    .filter(({ operations }) => operations.length > 0);
  const selected = new Map(bindings.map(({ binding, operations }) => [binding, { ...binding, operations }]));
  return {
    services: {
      bindings: [...selected.values()],
      services: services.services.map((service) => ({
        ...service,
        ports: service.ports.flatMap((port) => {
          const binding = selected.get(port.binding);
          return binding === undefined ? [] : [{ ...port, binding }];
        }),
      })),
    },
    issues,
  };
}
