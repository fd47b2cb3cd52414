import type { Verdict } from "./xml-judges.js";

/** Why saxes and libxml2 both say something else than we do about some documents, and an example that is tested. */
export interface Explanation {
  readonly reason: string;
  readonly example: string;
  readonly accepted: boolean;
  readonly holds: (text: string, ours: Verdict, libxml: Verdict, saxes: Verdict) => boolean;
}

export const explanations: readonly Explanation[] = [
  {
    reason: "a lone surrogate is no character (XML 1.0, 2.2): saxes looks at pairs only, libxml2 gets U+FFFD instead",
    example: "<a>\ud800-</a>",
    accepted: false,
    holds: (text, ours) => !ours.accepted && /\p{Surrogate}/u.test(text),
  },
  {
    reason: "U+0000 is no character (XML 1.0, 2.2): libxml2 takes it for the end, saxes cannot read the entity",
    example: "<!DOCTYPE a [<!ENTITY e 'v'>]><a>&e;</a>\0",
    accepted: false,
    holds: (text, ours) => !ours.accepted && text.includes("\0"),
  },
  {
    reason: "white space stands between <!DOCTYPE and the name (XML 1.0, production 28): libxml2 does not insist",
    example: "<!DOCTYPEa><a/>",
    accepted: false,
    holds: (text, ours) => !ours.accepted && /<!DOCTYPE[^ \t\r\n]/.test(text),
  },
  {
    reason: "names in declarations are QNames too (Namespaces in XML 1.0, 7): libxml2 does not look at them",
    example: "<!DOCTYPE a [<!ELEMENT a (b,:)>]><a/>",
    accepted: false,
    holds: (text, ours) => ours.code === "xml-namespace" && text.includes("<!DOCTYPE"),
  },
  {
    reason:
      "a namespace name need not be a URI to be one (Namespaces in XML 1.0, 2.1 and 8): libxml2 minds, saxes trims",
    example: "<a xmlns:p='\t'/>",
    accepted: true,
    holds: (_, ours, libxml, saxes) =>
      ours.accepted && /URI/.test(libxml.message ?? "") && /undefine/.test(saxes.message ?? ""),
  },
  {
    reason: "a second declaration of an element or notation is invalid, not ill-formed (XML 1.0, 3.2 and 4.7)",
    example: "<!DOCTYPE a [<!ELEMENT a ANY><!ELEMENT a EMPTY>]><a/>",
    accepted: true,
    holds: (_, ours, libxml) => ours.accepted && /Redefinition|already defined/.test(libxml.message ?? ""),
  },
  {
    reason:
      "a parameter entity that is not declared is invalid, not ill-formed, without standalone='yes' (XML 1.0, 4.1)",
    example: "<!DOCTYPE a [%p;]><a/>",
    accepted: true,
    holds: (_, ours, libxml) => ours.accepted && /^PEReference: .* not found/.test(libxml.message ?? ""),
  },
  {
    reason: "a document type declaration ends at its > (XML 1.0, production 28): libxml2 reads a subset behind it",
    example: "<!DOCTYPE a >[]><a/>",
    accepted: false,
    holds: (text, ours) => !ours.accepted && /<!DOCTYPE[^[]*>\s*\[/.test(text),
  },
  {
    reason: "a parameter entity may be referred to twice in a row (XML 1.0, 2.8, production 28a): libxml2 2.9 stumbles",
    example: "<!DOCTYPE a [<!ENTITY % p '<!ENTITY e \"v\">'>%p;%p;]><a>&e;</a>",
    accepted: true,
    holds: (_, ours, libxml) => ours.accepted && /^internal error: xmlParseInternalSubset/.test(libxml.message ?? ""),
  },
];
