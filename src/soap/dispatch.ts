import { XmlError } from "../errors.js";
import type { OperationDescriptor, ServiceDescriptor } from "../schema/services.js";
import { nearestName } from "../text/nearest.js";
import { isRecord } from "../text/record.js";
import { clarkName, type XmlName, xmlName } from "../xml/names.js";
import { isEmptyBody } from "./envelope.js";
import type { OperationContext } from "./handler-options.js";
import type { NamespaceAlias } from "./namespace-alias.js";

/** An operation with what implements it. */
export interface Route {
  readonly operation: OperationDescriptor;
  readonly implementation: (input: unknown, context: OperationContext) => unknown;
}

/** Where requests go. */
export interface Routes {
  readonly byElement: ReadonlyMap<XmlName, Route>;
  /** Those whose bodies are empty are found by their actions alone. */
  readonly byAction: ReadonlyMap<string, Route>;
}

/** @throws TypeError for an implementation that lacks an operation */
export function makeRoutes(
  service: ServiceDescriptor,
  implementation: object,
  alias: NamespaceAlias | undefined,
): Routes {
  const byElement = new Map<XmlName, Route>();
  const byAction = new Map<string, Route>();
  if (!isRecord(implementation))
    throw new TypeError("the implementation is an object with a function for each operation");
  const functions: Readonly<Record<string, unknown>> = implementation;
  for (const [name, operation] of Object.entries(service.operations as Readonly<Record<string, OperationDescriptor>>)) {
    const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (typeof found !== "function") {
      const near = nearestName(name, Object.keys(functions));
      throw new TypeError(`the implementation has no function ${name}${near === undefined ? "" : `; it has ${near}`}`);
    }
    const route: Route = { operation, implementation: (input, context) => found.call(implementation, input, context) };
    const { input } = operation;
    if (!isEmptyBody(input)) byElement.set(xmlName(input.namespace, input.name), route);
    byAction.set(alias?.action(operation.action) ?? operation.action, route);
  }
  return { byElement, byAction };
}

/** The element of the body decides; an action that says something else means a mistake on the way. */
export function findRoute(routes: Routes, name: XmlName, action: string | undefined): Route {
  const route = routes.byElement.get(name);
  if (route === undefined) throw new XmlError("soap-operation", `no operation takes ${clarkName(name)}`);
  const named = action === undefined ? undefined : routes.byAction.get(action);
  // Services without actions give all their operations the empty one.
  if (action === undefined || action === "" || named === route || route.operation.action === action) return route;
  const wanted = [...routes.byAction].find(([, other]) => other === route)?.[0] ?? route.operation.action;
  throw new XmlError("soap-action", `found the action "${action}" with ${clarkName(name)}; expected "${wanted}"`);
}

/** An empty body says nothing: the action decides, or there is only one operation with such a body. */
export function findEmptyRoute({ byAction }: Routes, action: string | undefined): Route {
  const candidates = [...byAction.values()].filter(({ operation }) => isEmptyBody(operation.input));
  const named = action === undefined ? undefined : byAction.get(action);
  const route = named ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (route !== undefined && candidates.includes(route)) return route;
  throw new XmlError("soap-body", "Body is empty; expected one entry");
}
