import type { XmlAttributes } from "../../src/xml/ports.js";
import { versioningNamespace, xsdNamespace } from "./namespaces.js";

/** The version of XSD that documents are read as. */
const version = 1.0;

/** The built-in types of Part 2, which `vc:typeAvailable` asks about. */
const knownTypes: ReadonlySet<string> = new Set(
  "anyType anySimpleType string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary anyURI QName NOTATION normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger".split(
    " ",
  ),
);
const knownFacets: ReadonlySet<string> = new Set(
  "length minLength maxLength pattern enumeration whiteSpace maxInclusive maxExclusive minInclusive minExclusive totalDigits fractionDigits".split(
    " ",
  ),
);

/**
 * Whether an element is for other processors, by the attributes of conditional inclusion (XSD 1.1 Part 1, 4.2.2). The
 * specification has it treated as if it were not there.
 *
 * @param lookup - the namespaces in scope at the element
 */
export function isExcluded(attributes: XmlAttributes, lookup: (prefix: string) => string | undefined): boolean {
  for (let index = 0; index < attributes.length; index += 1) {
    const { namespace, localName } = attributes.name(index);
    if (namespace === versioningNamespace && excludes(localName, attributes.value(index).trim(), lookup)) return true;
  }
  return false;
}

function excludes(condition: string, value: string, lookup: (prefix: string) => string | undefined): boolean {
  const isKnown = (known: ReadonlySet<string>) => (name: string) => {
    const colon = name.indexOf(":");
    return lookup(name.slice(0, Math.max(0, colon))) === xsdNamespace && known.has(name.slice(colon + 1));
  };
  const names = value === "" ? [] : value.split(/\s+/);
  switch (condition) {
    case "minVersion":
      return Number(value) > version;
    case "maxVersion":
      return Number(value) <= version;
    case "typeAvailable":
      return !names.every(isKnown(knownTypes));
    case "typeUnavailable":
      return names.every(isKnown(knownTypes));
    case "facetAvailable":
      return !names.every(isKnown(knownFacets));
    case "facetUnavailable":
      return names.every(isKnown(knownFacets));
    default:
      return false;
  }
}
