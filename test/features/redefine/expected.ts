// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  maxLength,
  minLength,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  xsBoolean,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:redefine";

/** @generated from type Address in old.xsd */
export interface Address_Base {
  city: string;
  zip: Zip;
}

export const Address_Base: ComplexTypeDescriptor<Address_Base> = /* @__PURE__ */ complexType(ns, "Address", () => ({
  content: sequence([particle("city", "City", xsString), particle("zip", "Zip", Zip)]),
}));

/** @generated from type Address in schema.xsd */
export interface Address extends Address_Base {
  country: string;
}

export const Address: ComplexTypeDescriptor<Address> = /* @__PURE__ */ complexType(ns, "Address", () => ({
  base: Address_Base,
  derivation: "extension",
  content: sequence([particle("country", "Country", xsString)]),
}));

/**
 * Length at least 1.
 *
 * @generated from type Zip in old.xsd
 */
export type Zip_Base = string;

export const Zip_Base: SimpleTypeDescriptor<Zip_Base> = /* @__PURE__ */
  simpleType(ns, "Zip", () => restriction(xsString, [minLength(1)]));

/**
 * Length at most 5.
 *
 * @generated from type Zip in schema.xsd
 */
export type Zip = Zip_Base;

export const Zip: SimpleTypeDescriptor<Zip> = /* @__PURE__ */
  simpleType(ns, "Zip", () => restriction(Zip_Base, [maxLength(5)]));

/** @generated from element Customer in schema.xsd */
export type Customer = CustomerType;

export const Customer: ElementDescriptor<Customer> = /* @__PURE__ */ element(ns, "Customer", () => CustomerType);

/** @generated from type Customer in old.xsd */
export interface CustomerType {
  new?: boolean | undefined;
  old?: boolean | undefined;
  address: Address;
}

export const CustomerType: ComplexTypeDescriptor<CustomerType> = /* @__PURE__ */ complexType(ns, "Customer", () => ({
  attributes: [attribute("new", "new", xsBoolean), attribute("old", "old", xsBoolean)],
  content: sequence([particle("address", "Address", Address)]),
}));
