/** The built-in types that SOAP encoding has an element and a type of its own for (SOAP 1.1, 5; SOAP 1.2 Part 2, 3). */
const encodedTypes =
  "anyURI base64Binary boolean byte date dateTime decimal double duration ENTITIES ENTITY float gDay gMonth gMonthDay gYear gYearMonth hexBinary ID IDREF IDREFS int integer language long Name NCName negativeInteger NMTOKEN NMTOKENS nonNegativeInteger nonPositiveInteger normalizedString NOTATION positiveInteger QName short string time token unsignedByte unsignedInt unsignedLong unsignedShort".split(
    " ",
  );

const open = `<xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>`;

function encodedType(name: string): string {
  // A NOTATION may be used by enumeration only (Part 2, 3.2.19).
  const base = name === "NOTATION" ? "QName" : name;
  return `<xs:complexType name="${name}"><xs:simpleContent><xs:extension base="xs:${base}"><xs:attributeGroup ref="enc:commonAttributes"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:element name="${name}" type="enc:${name}"/>`;
}

export const soapEncodingSchema: string = `<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:enc="http://schemas.xmlsoap.org/soap/encoding/" targetNamespace="http://schemas.xmlsoap.org/soap/encoding/">
<xs:attribute name="root"><xs:simpleType><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attributeGroup name="commonAttributes"><xs:attribute name="id" type="xs:ID"/><xs:attribute name="href" type="xs:anyURI"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:attributeGroup>
<xs:simpleType name="arrayCoordinate"><xs:restriction base="xs:string"/></xs:simpleType>
<xs:attribute name="arrayType" type="xs:string"/>
<xs:attribute name="offset" type="enc:arrayCoordinate"/>
<xs:attribute name="position" type="enc:arrayCoordinate"/>
<xs:attributeGroup name="arrayAttributes"><xs:attribute ref="enc:arrayType"/><xs:attribute ref="enc:offset"/></xs:attributeGroup>
<xs:attributeGroup name="arrayMemberAttributes"><xs:attribute ref="enc:position"/></xs:attributeGroup>
<xs:group name="Array"><xs:sequence>${open}</xs:sequence></xs:group>
<xs:element name="Array" type="enc:Array"/>
<xs:complexType name="Array"><xs:group ref="enc:Array" minOccurs="0"/><xs:attributeGroup ref="enc:arrayAttributes"/><xs:attributeGroup ref="enc:commonAttributes"/></xs:complexType>
<xs:element name="Struct" type="enc:Struct"/>
<xs:group name="Struct"><xs:sequence>${open}</xs:sequence></xs:group>
<xs:complexType name="Struct"><xs:group ref="enc:Struct" minOccurs="0"/><xs:attributeGroup ref="enc:commonAttributes"/></xs:complexType>
<xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
${encodedTypes.map(encodedType).join("\n")}
<xs:element name="anyType"/>
</xs:schema>
`;

export const soap12EncodingSchema: string = `<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:enc="http://www.w3.org/2003/05/soap-encoding" targetNamespace="http://www.w3.org/2003/05/soap-encoding" elementFormDefault="qualified">
<xs:attribute name="nodeType"><xs:simpleType><xs:restriction base="xs:NMTOKEN"><xs:enumeration value="array"/><xs:enumeration value="simple"/><xs:enumeration value="struct"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="itemType" type="xs:QName"/>
<xs:attribute name="arraySize"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="(\\*|\\d+)( \\d+)*"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="id" type="xs:ID"/>
<xs:attribute name="ref" type="xs:IDREF"/>
<xs:attributeGroup name="commonAttributes"><xs:attribute ref="enc:id"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:attributeGroup>
<xs:attributeGroup name="arrayAttributes"><xs:attribute ref="enc:arraySize"/><xs:attribute ref="enc:itemType"/></xs:attributeGroup>
<xs:group name="Array"><xs:sequence>${open}</xs:sequence></xs:group>
<xs:complexType name="Array"><xs:group ref="enc:Array" minOccurs="0"/><xs:attributeGroup ref="enc:arrayAttributes"/><xs:attributeGroup ref="enc:commonAttributes"/></xs:complexType>
<xs:element name="Array" type="enc:Array"/>
<xs:group name="Struct"><xs:sequence>${open}</xs:sequence></xs:group>
<xs:complexType name="Struct"><xs:group ref="enc:Struct" minOccurs="0"/><xs:attributeGroup ref="enc:commonAttributes"/></xs:complexType>
<xs:element name="Struct" type="enc:Struct"/>
${encodedTypes.map(encodedType).join("\n")}
</xs:schema>
`;
