// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  list,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  unbounded,
  type XmlName,
  xsQName,
} from "xsdsmith/codegen";

const ns = "urn:qualified-names";

/** @generated from type Kind in schema.xsd */
export type Kind = XmlName;

export const Kind: SimpleTypeDescriptor<Kind> = /* @__PURE__ */
  simpleType(ns, "Kind", () => restriction(xsQName, [enumeration(["{urn:kinds}small", "{urn:qualified-names}large"])]));

/** @generated from type Kinds in schema.xsd */
export type Kinds = readonly Kind[];

export const Kinds: SimpleTypeDescriptor<Kinds> = /* @__PURE__ */ simpleType(ns, "Kinds", () => list(Kind));

/** @generated from element Thing in schema.xsd */
export interface Thing {
  /** @defaultValue `{urn:kinds}small` */
  kind?: Kind | undefined;
  /** Always `{urn:kinds}x`. */
  fixed?: XmlName | undefined;
  kinds?: Kinds | undefined;
  /** At least 1 item. */
  name: readonly XmlName[];
  /** @defaultValue `{urn:kinds}small` */
  kindElement: Kind;
}

export const Thing: ElementDescriptor<Thing> = /* @__PURE__ */
  element(ns, "Thing", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("kind", "kind", Kind, { default: "{urn:kinds}small" }),
      attribute("fixed", "fixed", xsQName, { fixed: "{urn:kinds}x" }),
      attribute("kinds", "kinds", Kinds),
    ],
    content: sequence([
      particle("name", "Name", xsQName, { max: unbounded }),
      particle("kindElement", "Kind", Kind, { default: "{urn:kinds}small" }),
    ]),
  })));
