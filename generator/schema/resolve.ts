import { nearestName } from "../../src/text/nearest.js";
import { clarkName, type XmlName, xmlName } from "../../src/xml/names.js";
import { attributeOf, collapse } from "../load/attributes.js";
import type { SourceAttribute, SourceElement } from "../load/document.js";
import { xsdNamespace, xsiNamespace } from "../load/namespaces.js";
import { builtinAttributes, builtinTypes } from "./builtins.js";
import type { AttributeDeclaration, NotationDeclaration, TypeDefinition } from "./components.js";
import { isTypeOfXsd11 } from "./documents/unsupported.js";
import type {
  AttributeGroupDraft,
  Draft,
  ElementDraft,
  GroupDraft,
  IdentityConstraintDraft,
  ReadContext,
  Workspace,
} from "./workspace.js";

interface Resolved {
  readonly type: TypeDefinition;
  readonly element: ElementDraft;
  readonly attribute: AttributeDeclaration;
  readonly group: GroupDraft;
  readonly attributeGroup: AttributeGroupDraft;
  readonly notation: Draft<NotationDeclaration>;
  readonly identityConstraint: IdentityConstraintDraft;
}

const describedKinds: Readonly<Record<keyof Resolved, string>> = {
  type: "type",
  element: "element declaration",
  attribute: "attribute declaration",
  group: "group",
  attributeGroup: "attribute group",
  notation: "notation",
  identityConstraint: "key or unique constraint",
};

/** Past this many findings, no more suggestions: each one reads all names. */
const suggestionLimit = 100;

/**
 * What an attribute's QName refers to (src-resolve, Part 1, 3.15.3). `undefined` where the attribute is absent, and
 * where it refers to nothing, which is then reported.
 */
export function resolveAttribute<Kind extends keyof Resolved>(
  workspace: Workspace,
  context: ReadContext,
  kind: Kind,
  element: SourceElement,
  attributeName: string,
): Resolved[Kind] | undefined {
  const attribute = attributeOf(element, attributeName);
  return attribute === undefined
    ? undefined
    : resolveText(workspace, context, kind, collapse(attribute.value), element, attribute);
}

/** Like {@link resolveAttribute} for one QName of a list of them. */
export function resolveText<Kind extends keyof Resolved>(
  workspace: Workspace,
  context: ReadContext,
  kind: Kind,
  text: string,
  element: SourceElement,
  attribute: SourceAttribute,
): Resolved[Kind] | undefined {
  const name = readQName(workspace, context, text, element, attribute);
  if (name === undefined) return undefined;
  const { redefined } = context;
  if (redefined?.kind === kind && redefined.name === name) return redefined.original as Resolved[Kind];
  if (kind === "type" && name.namespace === xsdNamespace) {
    const builtin = builtinTypes.get(name.localName);
    if (builtin !== undefined) return builtin as Resolved[Kind];
  }
  const builtinAttribute = kind === "attribute" ? builtinAttributes.get(name) : undefined;
  if (builtinAttribute !== undefined) return builtinAttribute as Resolved[Kind];
  const known = namesOfKind(workspace, kind);
  const found = known.get(name);
  if (found === undefined && kind === "type" && name.namespace === xsdNamespace && isTypeOfXsd11(name.localName)) {
    const message = `type xs:${name.localName} belongs to XSD 1.1, which is not supported yet`;
    workspace.findings.report("xsd-unsupported", message, element, attribute);
  } else if (found === undefined) {
    const message = `there is no ${describedKinds[kind]} ${clarkName(name)}${hint(workspace, kind, name)}`;
    workspace.findings.report("src-resolve", message, element, attribute);
  } else if (!context.document.visible.has(name.namespace) && name.namespace !== xsdNamespace) {
    const message = `the schema document refers to ${clarkName(name)} but does not import its namespace`;
    workspace.findings.report("src-resolve.4", message, element, attribute);
  }
  return found;
}

/** The expanded name that a QName in an attribute stands for (src-qname). */
function readQName(
  { findings }: Workspace,
  { document }: ReadContext,
  text: string,
  element: SourceElement,
  attribute: SourceAttribute,
): XmlName | undefined {
  const colon = text.indexOf(":");
  const prefix = colon < 0 ? "" : text.slice(0, colon);
  const localName = text.slice(colon + 1);
  // What is no QName at all has been reported when the document's structure was checked.
  if (localName === "" || localName.includes(":") || localName.includes(" ") || colon === 0) return undefined;
  const namespace = element.namespaces.lookupNamespace(prefix);
  if (namespace !== undefined) return xmlName(namespace, localName);
  if (prefix === "") return xmlName(document.chameleon ? document.targetNamespace : "", localName);
  findings.report("src-qname", `the prefix ${JSON.stringify(prefix)} is not bound to a namespace`, element, attribute);
  return undefined;
}

function namesOfKind<Kind extends keyof Resolved>(
  workspace: Workspace,
  kind: Kind,
): ReadonlyMap<XmlName, Resolved[Kind]> {
  const maps: { readonly [K in keyof Resolved]: ReadonlyMap<XmlName, Resolved[K]> } = {
    type: workspace.types,
    element: workspace.elements,
    attribute: workspace.attributes,
    group: workspace.groups,
    attributeGroup: workspace.attributeGroups,
    notation: workspace.notations,
    identityConstraint: workspace.identityConstraints,
  };
  return maps[kind];
}

/** What the author probably meant by a name that is not there. */
function hint(workspace: Workspace, kind: keyof Resolved, { namespace, localName }: XmlName): string {
  if (workspace.findings.issues.length > suggestionLimit || namespace === xsiNamespace) return "";
  const same: string[] = namespace === xsdNamespace && kind === "type" ? [...builtinTypes.keys()] : [];
  for (const name of namesOfKind(workspace, kind).keys()) {
    if (name.namespace === namespace) same.push(name.localName);
    else if (name.localName === localName) return `; did you mean ${clarkName(name)}?`;
  }
  const nearest = nearestName(localName, same);
  if (nearest !== undefined) return `; did you mean ${nearest}?`;
  return same.length === 0 && !workspace.documents.some(({ targetNamespace }) => targetNamespace === namespace)
    ? "; no schema was loaded for its namespace"
    : "";
}
