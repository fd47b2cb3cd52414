import type { Issue } from "../../src/errors.js";
import { agree, type Comparison } from "./verdicts.js";

/** Why libxml2's verdict is another than ours: the rule that decides, and an example that is tested. */
export interface Explanation {
  /** The rule of XML Schema 1.0 (Second Edition), what it says, and what libxml2 does instead. */
  readonly reason: string;
  /** What stands in the schema of the example, whose target namespace is `urn:t`. */
  readonly schema: string;
  readonly example: string;
  /** Whether it explains that we find something which libxml2 does not. */
  readonly refusal?: (issue: Issue, text: string) => boolean;
  /** Whether it explains that libxml2 finds something which we do not. */
  readonly acceptance?: (message: string, text: string) => boolean;
}

export const explanations: readonly Explanation[] = [
  {
    reason: "cvc-id.1 (Part 1, 3.15.4): an IDREF names an ID of the document; libxml2 does not look for it",
    schema: `<xs:element name="a"><xs:complexType>
      <xs:attribute name="id" type="xs:ID"/><xs:attribute name="ref" type="xs:IDREF"/>
    </xs:complexType></xs:element>`,
    example: '<a xmlns="urn:t" id="x" ref="y"/>',
    refusal: ({ code, message }, text) => {
      const id = /^nothing has the ID "(.*)"$/.exec(message)?.[1];
      return code === "cvc-id.1" && id !== undefined && !hasId(text, id);
    },
  },
  {
    reason: "Part 2, 3.2.16: Base64 has 65 characters beside white space; libxml2 passes over any other",
    schema: '<xs:element name="a" type="xs:base64Binary"/>',
    example: '<a xmlns="urn:t">AQ,AB</a>',
    refusal: ({ message, documentPath = "" }, text) => {
      const name = documentPath.replace(/.*\//, "");
      const texts = text.matchAll(new RegExp(`<(?:\\w+:)?${name}[^>]*>([^<]*)`, "g"));
      return message.endsWith(" is not Base64") && [...texts].some(([, value = ""]) => /[^\w+/=\s]|_/.test(value));
    },
  },
  {
    reason:
      "Part 2, 4.3.6: dates, times and durations collapse white space; libxml2 minds what stands behind the value",
    schema: '<xs:element name="a" type="xs:date"/>',
    example: '<a xmlns="urn:t">2024-02-29 </a>',
    acceptance: (message) =>
      /: '\s*(?:-?\d{4,}-\d\d.*|\d\d:\d\d:\d\d.*|--.*|-?P.*)\s' is not a valid value of the atomic type /s.test(
        message,
      ),
  },
  {
    reason:
      "Part 1, 3.3.4, Schema-Validity Assessment (Element), 1.2.1.2 and 2: an element without a declaration whose " +
      "xsi:type names no type is assessed laxly, by the ur-type; libxml2 takes the name that it does not find for an error",
    schema: `<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:any namespace="##other" processContents="lax"/>
    </xs:sequence></xs:complexType></xs:element>`,
    example: `<a xmlns="urn:t"><b xmlns="urn:b" xmlns:xs="http://www.w3.org/2001/XMLSchema"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:unheardOf"/></a>`,
    acceptance: (message) =>
      /}unheardOf' of the xsi:type attribute does not resolve to a type definition|: The type definition is absent/.test(
        message,
      ),
  },
  {
    reason:
      "Part 1, 3.10.1: strict asks for a declaration or an xsi:type; libxml2 wants a declaration where there is an xsi:type",
    schema: `<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:any namespace="##other" processContents="strict"/>
    </xs:sequence></xs:complexType></xs:element>`,
    example: `<a xmlns="urn:t"><b xmlns="urn:b" xmlns:xs="http://www.w3.org/2001/XMLSchema"
      xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="xs:string"/></a>`,
    acceptance: (message, text) => {
      const name = /}(\S+)': No matching global element declaration .* demanded by the strict wildcard/.exec(
        message,
      )?.[1];
      return name !== undefined && new RegExp(`<(?:\\w+:)?${name}\\s[^>]*i:type=`).test(text);
    },
  },
  {
    reason:
      "Part 1, 5.2 and 3.3.4, Schema-Validity Assessment (Element), 1.2: the type that an xsi:type names is enough to " +
      "assess a root by; libxml2 wants a declaration of the root",
    schema: '<xs:complexType name="T"/>',
    example: '<b xmlns:t="urn:t" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="t:T"/>',
    acceptance: (message, text) =>
      message.endsWith("No matching global declaration available for the validation root.") &&
      /^(?:<\?.*?\?>\s*)?<[^!?>]*\s[\w-]+:type\s*=/s.test(text),
  },
  {
    reason:
      "cvc-elt.5.2.2.2.2 (Part 1, 3.3.4): what is fixed is the value, after white space is normalized; libxml2 compares texts",
    schema: '<xs:element name="a" type="xs:boolean" fixed="true"/>',
    example: '<a xmlns="urn:t"> true </a>',
    acceptance: (message) =>
      /: The actual value '\s*(\S+)\s*' does not match the fixed value constraint '\1'/.test(message),
  },
  {
    reason:
      "Part 2, 3.2.17 and RFC 2396, 3.2.1: an authority may be a registry's name, in which a colon may stand; " +
      "libxml2 takes what follows for a port",
    schema: '<xs:element name="a" type="xs:anyURI"/>',
    example: '<a xmlns="urn:t">http://w:ww.example.org/</a>',
    acceptance: (message) =>
      /'https?:\/\/[\w.]*:(?:[\w.]*[a-z][^']*)?(?:\/[^']*)?' is not a valid value of .*'xs:anyURI'/.test(message),
  },
  {
    reason: "Part 2, 3.3.10: IDREFS, as the other lists of XML 1.0, has one item or more; libxml2 lets it be empty",
    schema: '<xs:element name="a" type="xs:IDREFS"/>',
    example: '<a xmlns="urn:t"/>',
    refusal: ({ code, message, documentPath = "" }) =>
      code === "cvc-minLength-valid" && message.includes("at least 1 item") && documentPath.endsWith("/IDREFS"),
  },
  {
    reason: "Part 2, 3.2.6: a duration's numbers have as many digits as they like; libxml2 counts to 2^31",
    schema: '<xs:element name="a" type="xs:duration"/>',
    example: '<a xmlns="urn:t">PT15994475551S</a>',
    acceptance: (message) => /'P[^']*\d{10,}[^']*' is not a valid value of the atomic type 'xs:duration'/.test(message),
  },
  {
    reason:
      "cvc-model-group (Part 1, 3.8.4): the elements of a sequence keep its order; libxml2 goes back to what stands " +
      "before a repeated substitution group or wildcard",
    schema: `<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element ref="t:head" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="head" type="xs:string"/><xs:element name="member" type="xs:string" substitutionGroup="t:head"/>`,
    example: '<a xmlns="urn:t"><member/><b/></a>',
    refusal: ({ code, documentPath = "" }) =>
      code === "cvc-complex-type.2.4.a" &&
      /\/(?:userTask\/dataOutputAssociation|\w+Metadata\/Dialect|Metadata\/MetadataSection)$/.test(documentPath),
  },
  {
    reason:
      "cvc-particle (Part 1, 3.9.4): an abstract element that nothing may stand for leaves its particle without an " +
      "instance; libxml2 lets the particle be empty",
    schema: `<xs:element name="a"><xs:complexType><xs:choice>
      <xs:element name="b" type="xs:string"/><xs:element ref="t:head"/>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="head" type="xs:string" abstract="true"/>`,
    example: '<a xmlns="urn:t"/>',
    refusal: ({ code, message, documentPath = "" }) =>
      (code === "cvc-complex-type.2.4.b" && message.startsWith("`Filter` ends too early")) ||
      (code === "cvc-complex-type.2.4.a" && documentPath === "/requestConfirmation/party"),
  },
];

/** An attribute or element that is called an ID by its name, and has the value. */
function hasId(text: string, id: string): boolean {
  const escaped = id.replace(/[.]/g, "\\$&");
  return new RegExp(`id\\s*=\\s*["']\\s*${escaped}\\s*["']`, "i").test(text);
}

/**
 * The explanations that a difference needs: one for every finding of the processor that refuses the document.
 *
 * @returns `undefined` where a finding has none
 */
export function explain(comparison: Comparison): ReadonlySet<Explanation> | undefined {
  const { ours, theirs, text } = comparison;
  if (agree(comparison)) return undefined;
  const found = new Set<Explanation>();
  const add = (explanation: Explanation | undefined): boolean => {
    if (explanation !== undefined) found.add(explanation);
    return explanation !== undefined;
  };
  const all =
    ours.length > 0
      ? ours.every((issue) => add(explanations.find(({ refusal }) => refusal?.(issue, text))))
      : theirs.every((message) => add(explanations.find(({ acceptance }) => acceptance?.(message, text))));
  return all ? found : undefined;
}

/** What was compared, and both verdicts. */
export function describeDifference({ label, ours, theirs }: Comparison): string {
  const [issue] = ours;
  const found = issue === undefined ? "accepted" : `${issue.code}: ${issue.message} (at ${issue.documentPath})`;
  return `${label}\n  ours: ${found}\n  libxml2: ${theirs.join("; ") || "accepted"}`;
}
