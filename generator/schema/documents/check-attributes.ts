import { nearestName } from "../../../src/text/nearest.js";
import { clarkName, xmlName, xmlNamespace } from "../../../src/xml/names.js";
import { collapse } from "../../load/attributes.js";
import type { SourceAttribute, SourceElement } from "../../load/document.js";
import type { Findings } from "../../load/findings.js";
import { xsdNamespace } from "../../load/namespaces.js";
import type { Row } from "./grammar.js";
import { type LexicalType, lexicalFailure } from "./lexical.js";
import { isAttributeOfXsd11 } from "./unsupported.js";

const languageName = xmlName(xmlNamespace, "lang");

/** Checks the attributes of an element of a schema document against its row of the grammar. */
export function checkAttributes(element: SourceElement, row: Row, findings: Findings): void {
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    const { namespace, localName } = attribute.name;
    if (namespace === "") {
      seen.add(localName);
      checkAttribute(element, attribute, row, findings);
    } else if (namespace === xsdNamespace) {
      const message = `${clarkName(attribute.name)} is not allowed: the attributes of XSD are in no namespace`;
      findings.report("xsd-attribute", message, element, attribute);
    } else if (attribute.name === languageName && !/^([a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*)?$/.test(attribute.value)) {
      findings.report("xsd-attribute-value", "expected a language tag", element, attribute);
    }
  }
  for (const [name, type] of Object.entries(row.attributes)) {
    if (!type.endsWith("!") || seen.has(name)) continue;
    findings.report("xsd-attribute", `${element.name.localName} must have the attribute ${name}`, element);
  }
}

function checkAttribute(element: SourceElement, attribute: SourceAttribute, row: Row, findings: Findings): void {
  const { localName } = attribute.name;
  const owner = element.name.localName;
  const type = Object.hasOwn(row.attributes, localName) ? row.attributes[localName] : undefined;
  if (type === undefined) {
    if (isAttributeOfXsd11(owner, localName)) {
      const message = `the attribute ${localName} of ${owner} belongs to XSD 1.1, which is not supported yet`;
      findings.report("xsd-unsupported", message, element, attribute);
      return;
    }
    const nearest = nearestName(localName, Object.keys(row.attributes));
    const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
    const message = `${owner} has no attribute ${localName} here${hint}`;
    findings.report("xsd-attribute", message, element, attribute);
    return;
  }
  const wanted = lexicalFailure(type.replace("!", "") as LexicalType, collapse(attribute.value));
  if (wanted !== undefined) {
    const message = `found ${JSON.stringify(attribute.value)} for ${localName}; expected ${wanted}`;
    findings.report("xsd-attribute-value", message, element, attribute);
  }
}
