// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  key,
  keyref,
  particle,
  sequence,
  unbounded,
  unique,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:identity-constraints";

export interface Library_Author {
  id: string;
}

export const Library_Author: ComplexTypeDescriptor<Library_Author> = /* @__PURE__ */
  complexType(ns, undefined, () => ({ attributes: [attribute("id", "id", xsString, { required: true })] }));

export interface Library_Book {
  by?: string | undefined;
  title: string;
}

export const Library_Book: ComplexTypeDescriptor<Library_Book> = /* @__PURE__ */ complexType(ns, undefined, () => ({
  attributes: [attribute("by", "by", xsString)],
  content: sequence([particle("title", "Title", xsString)]),
}));

/** @generated from element Library in schema.xsd */
export interface Library {
  /** At least 1 item. */
  author: readonly Library_Author[];
  /** At least 1 item. */
  book: readonly Library_Book[];
}

export const Library: ElementDescriptor<Library> = /* @__PURE__ */ element(
  ns,
  "Library",
  () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("author", "Author", Library_Author, { max: unbounded }),
      particle("book", "Book", Library_Book, { max: unbounded }),
    ]),
  })),
  {
    constraints: [
      key(ns, "authors", "{urn:identity-constraints}Author", ["@id"]),
      keyref(ns, "by", "{urn:identity-constraints}Book", ["@by"], "{urn:identity-constraints}authors"),
      unique(ns, "titles", "{urn:identity-constraints}Book", ["{urn:identity-constraints}Title"]),
    ],
  },
);
