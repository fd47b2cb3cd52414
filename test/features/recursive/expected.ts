// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  elementRef,
  particle,
  sequence,
  unbounded,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:recursive";

/** @generated from element Folder in schema.xsd */
export type Folder = FolderType;

export const Folder: ElementDescriptor<Folder> = /* @__PURE__ */ element(ns, "Folder", () => FolderType);

/** @generated from type Folder in schema.xsd */
export interface FolderType {
  name: string;
  folder: readonly FolderType[];
}

export const FolderType: ComplexTypeDescriptor<FolderType> = /* @__PURE__ */ complexType(ns, "Folder", () => ({
  content: sequence([
    particle("name", "Name", xsString),
    particle("folder", "Folder", FolderType, { min: 0, max: unbounded }),
  ]),
}));

/** @generated from element Node in schema.xsd */
export interface Node {
  /** At most 2 items. */
  node: readonly Node[];
}

export const Node: ElementDescriptor<Node> = /* @__PURE__ */
  element(ns, "Node", () => complexType(ns, undefined, () => ({
    content: sequence([elementRef("node", Node, { min: 0, max: 2 })]),
  })));
