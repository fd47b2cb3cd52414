/**
 * A schema of as many named types as asked for, of the kinds that schemas are made of: enumerations, patterns, choices,
 * optional and repeated elements, attributes, and families of ten that are derived from one abstract type, which elements
 * refer to and substitution groups stand for.
 */
export function syntheticSchema(types: number): string {
  const components = Array.from({ length: types }, (_, index) => component(index));
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:synthetic" targetNamespace="urn:synthetic"
    elementFormDefault="qualified">${components.join("")}</xs:schema>`;
}

function component(index: number): string {
  const family = Math.floor(index / 10);
  switch (index % 10) {
    case 0:
      return `<xs:complexType name="Base${family}" abstract="true"><xs:sequence>
        <xs:element name="Id" type="Code${family}"/><xs:element name="Created" type="xs:dateTime" minOccurs="0"/>
        </xs:sequence><xs:attribute name="version" type="xs:int"/></xs:complexType>
        <xs:element name="Base${family}" type="Base${family}" abstract="true"/>`;
    case 1:
      return `<xs:simpleType name="Code${family}"><xs:restriction base="xs:string"><xs:maxLength value="40"/>
        <xs:pattern value="[A-Z]{2}[0-9]+"/></xs:restriction></xs:simpleType>`;
    case 2: {
      const values = Array.from({ length: 8 }, (_, value) => `<xs:enumeration value="Value${value}"/>`);
      return `<xs:simpleType name="State${family}"><xs:restriction base="xs:token">${values.join("")}</xs:restriction></xs:simpleType>`;
    }
    case 3:
      return `<xs:complexType name="Choice${family}"><xs:choice>
        <xs:element name="Code" type="Code${family}"/><xs:element name="State" type="State${family}"/>
        <xs:element name="Other" type="xs:decimal"/></xs:choice></xs:complexType>`;
    default:
      return derived(index, family);
  }
}

function derived(index: number, family: number): string {
  const name = `Item${index}`;
  const other = Math.floor(family / 2);
  return `<xs:complexType name="${name}"><xs:annotation><xs:documentation>Item number ${index} of the
    synthetic schema.</xs:documentation></xs:annotation><xs:complexContent><xs:extension base="Base${family}"><xs:sequence>
    <xs:element name="Name" type="xs:string"/><xs:element name="Count" type="xs:long" minOccurs="0"/>
    <xs:element name="State" type="State${family}"/><xs:element name="Detail" type="Choice${family}" minOccurs="0"/>
    <xs:element name="Related" type="Base${other}" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="Base${other}" minOccurs="0"/></xs:sequence>
    <xs:attribute name="kind" type="State${family}" use="required"/></xs:extension></xs:complexContent></xs:complexType>
    <xs:element name="${name}" type="${name}" substitutionGroup="Base${family}"/>`;
}
