// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  unbounded,
  xsInt,
  xsLanguage,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:sequence";

/** @generated from element Person in schema.xsd */
export type Person = PersonType;

export const Person: ElementDescriptor<Person> = /* @__PURE__ */ element(ns, "Person", () => PersonType);

/**
 * Somebody.
 *
 * @generated from type Person in schema.xsd
 */
export interface PersonType {
  id: string;
  lang?: string | undefined;
  /** As the person writes it. */
  firstName: string;
  lastName: string;
  age?: number | undefined;
  eMail: readonly string[];
}

export const PersonType: ComplexTypeDescriptor<PersonType> = /* @__PURE__ */ complexType(ns, "Person", () => ({
  attributes: [attribute("id", "id", xsString, { required: true }), attribute("lang", "lang", xsLanguage)],
  content: sequence([
    particle("firstName", "FirstName", xsString),
    particle("lastName", "LastName", xsString),
    particle("age", "Age", xsInt, { min: 0 }),
    particle("eMail", "EMail", xsString, { min: 0, max: unbounded }),
  ]),
}));
