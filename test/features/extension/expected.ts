// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type AtMostOneOf,
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  xsBoolean,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:extension";

/** @generated from element Item in schema.xsd */
export type Item = Book;

export const Item: ElementDescriptor<Item> = /* @__PURE__ */ element(ns, "Item", () => Book);

/** @generated from type Product in schema.xsd */
export interface Product {
  id: number;
  title: string;
}

export const Product: ComplexTypeDescriptor<Product> = /* @__PURE__ */ complexType(ns, "Product", () => ({
  attributes: [attribute("id", "id", xsInt, { required: true })],
  content: sequence([particle("title", "Title", xsString)]),
}));

/** @generated from type Printed in schema.xsd */
export interface Printed extends Product {
  pages: number;
}

export const Printed: ComplexTypeDescriptor<Printed> = /* @__PURE__ */ complexType(ns, "Printed", () => ({
  base: Product,
  derivation: "extension",
  content: sequence([particle("pages", "Pages", xsInt)]),
}));

/** @generated from type Book in schema.xsd */
export type Book = Printed & { used?: boolean | undefined } & AtMostOneOf<{ isbn: string } | { ean: string }>;

export const Book: ComplexTypeDescriptor<Book> = /* @__PURE__ */ complexType(ns, "Book", () => ({
  base: Printed,
  derivation: "extension",
  attributes: [attribute("used", "used", xsBoolean)],
  content: choice([particle("isbn", "Isbn", xsString), particle("ean", "Ean", xsString)], { min: 0 }),
}));
