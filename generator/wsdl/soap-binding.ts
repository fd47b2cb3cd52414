import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import type { Binding } from "./components.js";

/** The namespaces of the SOAP bindings of WSDL 1.1. */
const soapVersions: ReadonlyMap<string, Binding["soap"]> = new Map([
  ["http://schemas.xmlsoap.org/wsdl/soap/", "1.1"],
  ["http://schemas.xmlsoap.org/wsdl/soap12/", "1.2"],
]);

/** The version of SOAP that an element of a binding extension belongs to. */
export function soapVersion({ name }: SourceElement): Binding["soap"] | undefined {
  return soapVersions.get(name.namespace);
}

/** The SOAP extension elements with a name that stand in an element of a binding. */
export function soapElements(element: SourceElement, localName: string): readonly SourceElement[] {
  return element.children.filter((child) => child.name.localName === localName && soapVersion(child) !== undefined);
}

/** The `style` of `soap:binding` or `soap:operation` (WSDL 1.1, 3.3 and 3.4). */
export function readStyle(
  element: SourceElement | undefined,
  byDefault: Binding["style"],
  findings: Findings,
): Binding["style"] {
  const value = element && attributeValue(element, "style");
  if (element === undefined || value === undefined) return byDefault;
  if (value === "document" || value === "rpc") return value;
  const message = `the style must be document or rpc, but is ${JSON.stringify(value)}`;
  findings.report("wsdl-attribute", message, element, attributeOf(element, "style"));
  return byDefault;
}

/** Reports what is not literal: `soap:body`, `soap:header` or `soap:fault` (WS-I BP 1.1, R2706). */
export function checkUse(element: SourceElement, findings: Findings): void {
  const attribute = attributeOf(element, "use");
  if (attribute === undefined || attributeValue(element, "use") === "literal") return;
  const message =
    attribute.value === "encoded"
      ? "messages in SOAP encoding (use encoded) are not supported: the service must offer a literal binding"
      : `the use must be literal, but is ${JSON.stringify(attribute.value)}`;
  findings.report("bp-R2706", message, element, attribute);
}
