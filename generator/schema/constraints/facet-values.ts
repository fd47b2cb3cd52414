import { DatatypeFailure } from "../../../src/datatypes/datatype.js";
import { PatternFailure } from "../../../src/datatypes/pattern/pattern-syntax.js";
import { translatePattern } from "../../../src/datatypes/pattern/translate-pattern.js";
import { clarkName, type XmlName, xmlName } from "../../../src/xml/names.js";
import type { SimpleTypeDefinition } from "../components.js";
import type { CheckContext } from "./check-context.js";
import { report } from "./facet-counts.js";

/** enumeration-valid-restriction (Part 2, 4.3.5.4): each value is one of the base type. */
export function enumerationValidRestriction(context: CheckContext, type: SimpleTypeDefinition): void {
  const base = type.base && context.datatypes.of(type.base);
  if (base === undefined || type.variety === undefined) return;
  for (const facet of type.facets) {
    if (facet.kind !== "enumeration") continue;
    const value = base.parse(facet.value, facet.source?.namespaces);
    if (value instanceof DatatypeFailure) {
      const message = `the enumeration value is no value of the base type: ${value.message}`;
      report(context, "enumeration-valid-restriction", message, facet);
    } else if (base.primitive === "NOTATION" && isName(value)) {
      const name = xmlName(value.namespace, value.localName);
      if (!context.notations.has(name)) {
        report(context, "enumeration-valid-restriction", `there is no notation ${clarkName(name)}`, facet);
      }
    }
  }
}

/** Every pattern is a regular expression of XSD (Part 2, appendix F). */
export function patternValid(context: CheckContext, type: SimpleTypeDefinition): void {
  for (const facet of type.facets) {
    if (facet.kind !== "pattern") continue;
    const pattern = translatePattern(facet.value);
    if (pattern instanceof PatternFailure) {
      report(context, pattern.code, `at offset ${pattern.offset} of the pattern: ${pattern.message}`, facet);
      continue;
    }
    for (const { message, offset } of pattern.liberties) {
      report(context, "xsd-pattern-liberty", `at offset ${offset} of the pattern: ${message}`, facet);
    }
  }
}

function isName(value: unknown): value is XmlName {
  return typeof value === "object" && value !== null && "localName" in value && "namespace" in value;
}
