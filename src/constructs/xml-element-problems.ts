import { checkText } from "../datatypes/string.js";
import { isNcName } from "../xml/chars.js";
import { type XmlName, xmlnsNamespace } from "../xml/names.js";
import { refuseDeclaration } from "../xml/namespaces.js";

/** What no document can hold: the code of a rule, and a message. */
export interface XmlProblem {
  readonly code: string;
  readonly message: string;
}

/** Namespaces in XML 1.0, 3 and 4: names are NCNames, and what declares prefixes is no element and no attribute. */
export function nameProblem({ namespace, localName }: XmlName): XmlProblem | undefined {
  if (!isNcName(localName)) return { code: "value-type", message: `${JSON.stringify(localName)} cannot be a name` };
  if (namespace === xmlnsNamespace || (namespace === "" && localName === "xmlns")) {
    return {
      code: "value-type",
      message: `${JSON.stringify(localName)} declares a prefix: that is for \`namespaces\``,
    };
  }
  return textProblem(namespace);
}

/** XML 1.0, 2.2. */
export function textProblem(text: string): XmlProblem | undefined {
  return checkText(text);
}

/**
 * Namespaces in XML 1.0, 3 and 6.
 *
 * @param within - the namespace of the element that declares, where that is known
 */
export function declarationProblem(prefix: string, namespace: string, within?: string): XmlProblem | undefined {
  if (prefix !== "" && !isNcName(prefix)) {
    return { code: "value-type", message: `${JSON.stringify(prefix)} cannot be a prefix` };
  }
  if (prefix === "" && namespace !== "" && within === "") {
    return { code: "value-type", message: "a default namespace is declared on an element in no namespace" };
  }
  const refused = namespace === xmlnsNamespace ? "the namespace of xmlns has no other prefix" : undefined;
  const message = refuseDeclaration(prefix, namespace) ?? refused;
  return message === undefined ? textProblem(namespace) : { code: "value-type", message };
}
