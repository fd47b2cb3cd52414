// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  any,
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  unbounded,
  type XmlElement,
  xsBase64Binary,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:name-clashes";

/** @generated from element Account in schema.xsd */
export type Account = AccountType;

export const Account: ElementDescriptor<Account> = /* @__PURE__ */ element(ns, "Account", () => AccountType);

/** @generated from type Account in schema.xsd */
export interface AccountType {
  id?: string | undefined;
  idElement: number;
  idElement2: number;
  idElement3: number;
  value: number;
  firstName?: string | undefined;
  firstNameElement?: string | undefined;
  items?: AccountType2 | undefined;
  /** In document order. */
  items2: readonly ({ readonly name: "A"; readonly value: string } | { readonly name: "B"; readonly value: string })[];
}

export const AccountType: ComplexTypeDescriptor<AccountType> = /* @__PURE__ */ complexType(ns, "Account", () => ({
  attributes: [attribute("id", "id", xsString)],
  content: sequence([
    particle("idElement", "Id", xsInt),
    particle("idElement2", "id", xsInt),
    particle("idElement3", "ID", xsInt),
    particle("value", "value", xsInt),
    particle("firstName", "first-name", xsString, { min: 0 }),
    particle("firstNameElement", "first.name", xsString, { min: 0 }),
    particle("items", "Items", AccountType2, { min: 0 }),
    choice([particle("A", "A", xsString), particle("B", "B", xsString)], {
      min: 0,
      max: unbounded,
      property: inOrder("items2"),
    }),
  ]),
}));

export interface AccountType2_Line {
  n?: number | undefined;
}

export const AccountType2_Line: ComplexTypeDescriptor<AccountType2_Line> = /* @__PURE__ */
  complexType(ns, undefined, () => ({ attributes: [attribute("n", "n", xsInt)] }));

/** @generated from type account in schema.xsd */
export interface AccountType2 {
  line: AccountType2_Line;
}

export const AccountType2: ComplexTypeDescriptor<AccountType2> = /* @__PURE__ */
  complexType(ns, "account", () => ({ content: sequence([particle("line", "Line", AccountType2_Line)]) }));

/** @generated from type Account-Line in schema.xsd */
export type AccountLine = string;

export const AccountLine: SimpleTypeDescriptor<AccountLine> = /* @__PURE__ */
  simpleType(ns, "Account-Line", () => restriction(xsString, []));

/** @generated from type Array in schema.xsd */
export interface ArrayType {
  uint8Array?: Uint8Array | undefined;
}

export const ArrayType: ComplexTypeDescriptor<ArrayType> = /* @__PURE__ */
  complexType(ns, "Array", () => ({ attributes: [attribute("uint8Array", "Uint8Array", xsBase64Binary)] }));

/** @generated from type XmlElement in schema.xsd */
export interface XmlElementType {
  any: XmlElement;
}

export const XmlElementType: ComplexTypeDescriptor<XmlElementType> = /* @__PURE__ */
  complexType(ns, "XmlElement", () => ({ content: sequence([any("any", { process: "skip" })]) }));

/** @generated from type ElementDescriptor in schema.xsd */
export type ElementDescriptorType = Record<string, never>;

export const ElementDescriptorType: ComplexTypeDescriptor<ElementDescriptorType> = /* @__PURE__ */
  complexType(ns, "ElementDescriptor", () => ({}));

/** @generated from element Built in schema.xsd */
export type Built = ArrayType;

export const Built: ElementDescriptor<Built> = /* @__PURE__ */ element(ns, "Built", () => ArrayType);

/** @generated from element Other in schema.xsd */
export type Other = XmlElementType;

export const Other: ElementDescriptor<Other> = /* @__PURE__ */ element(ns, "Other", () => XmlElementType);
