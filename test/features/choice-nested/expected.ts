// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type AtMostOneOf,
  automaton,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  type OneOf,
  particle,
  sequence,
  unbounded,
  xsBoolean,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:choice-nested";

/** @generated from element Route in schema.xsd */
export type Route = RouteType;

export const Route: ElementDescriptor<Route> = /* @__PURE__ */ element(ns, "Route", () => RouteType);

/** @generated from type Route in schema.xsd */
export type RouteType = AtMostOneOf<
  | ({ from: string; via: readonly string[] } & OneOf<{ to: string } | { home: boolean }>)
  | { saved: number }
  | { waypoint: readonly string[] }
>;

export const RouteType: ComplexTypeDescriptor<RouteType> = /* @__PURE__ */ complexType(ns, "Route", () => ({
  content: choice([
    sequence([
      particle("from", "From", xsString),
      particle("via", "Via", xsString, { min: 0, max: unbounded }),
      choice([particle("to", "To", xsString), particle("home", "Home", xsBoolean)]),
    ]),
    particle("saved", "Saved", xsInt),
    sequence([particle("waypoint", "Waypoint", xsString, { min: 0, max: unbounded })], { min: 0, model: automaton }),
  ]),
}));
