import type { Issue } from "../../src/errors.js";
import { type XmlName, xmlName } from "../../src/xml/names.js";
import type { LoadedDocuments } from "../load/document.js";
import { Findings, inDocumentOrder } from "../load/findings.js";
import { xsdNamespace } from "../load/namespaces.js";
import { builtinTypes } from "./builtins.js";
import { type CollectedDocuments, collectDocuments } from "./collect-documents.js";
import type { SchemaSet, TypeDefinition } from "./components.js";
import { checkSchemas } from "./constraints/check-schemas.js";
import { cutCircularGroups } from "./cut-circular-groups.js";
import { declareGlobals } from "./declare-globals.js";
import { deriveAttributeGroups } from "./derive-attributes.js";
import { deriveTypes } from "./derive-types.js";
import { checkDocument } from "./documents/check-document.js";
import { readDeclarations } from "./read-declarations.js";
import { resolveHeads, substitutionGroups } from "./substitution.js";
import type { Workspace } from "./workspace.js";

export interface CompileOptions {
  /** `practical` (the default): see {@link practicalRules}. `strict`: every broken rule is an error. */
  readonly profile?: "practical" | "strict" | undefined;
  /** Further rules whose findings become warnings, by name (`cos-nonambig`). */
  readonly allow?: Iterable<string> | undefined;
  /** The most steps that the check of one content model may take, 2,000,000 by default; more is `xsd-limit`. */
  readonly maxSteps?: number | undefined;
}

/**
 * Rules that widely used schemas break and that leave no doubt about what was meant; the practical profile makes
 * warnings of them: a missing import of a namespace that is known, and patterns of other versions of XSD.
 */
const practicalRules: readonly string[] = ["src-resolve.4", "xsd-pattern-liberty"];

export interface CompiledSchemas {
  readonly schemas: SchemaSet;
  /** With an error among them, the schemas hold stand-ins for what could not be resolved and must not be used further. */
  readonly issues: readonly Issue[];
}

/** Makes the components of XML Schema Part 1 from the documents that `load` gave, and checks them. */
export function compileSchemas(loaded: LoadedDocuments, options: CompileOptions = {}): CompiledSchemas {
  const practical = options.profile === "strict" ? [] : practicalRules;
  const findings = new Findings([...practical, ...(options.allow ?? [])]);
  const collected = collectDocuments(loaded, findings);
  for (const element of new Set(collected.documents.map((document) => document.element))) {
    checkDocument(element, findings);
  }
  const workspace = newWorkspace(collected, findings);
  declareGlobals(workspace, collected);
  readDeclarations(workspace);
  cutCircularGroups(workspace);
  resolveHeads(workspace);
  deriveAttributeGroups(workspace);
  const types = deriveTypes(workspace);
  const schemas = toSchemaSet(workspace);
  checkSchemas(workspace, types, schemas.substitutionGroups, options.maxSteps ?? 2_000_000);
  return { schemas, issues: inDocumentOrder(findings.issues, loaded.documents) };
}

function newWorkspace({ documents }: CollectedDocuments, findings: Findings): Workspace {
  return {
    findings,
    documents,
    types: new Map(),
    elements: new Map(),
    attributes: new Map(),
    groups: new Map(),
    attributeGroups: new Map(),
    notations: new Map(),
    identityConstraints: new Map(),
    unread: [],
    allTypes: [],
    allElements: [],
    allAttributes: [],
    ownContent: new Map(),
    ownAttributes: new Map(),
    untyped: new Set(),
    keyrefs: new Map(),
    redefinitions: new Map(),
  };
}

function toSchemaSet(workspace: Workspace): SchemaSet {
  const builtins: [XmlName, TypeDefinition][] = [...builtinTypes].map(([name, type]) => [
    xmlName(xsdNamespace, name),
    type,
  ]);
  const derivedTypes = new Map<TypeDefinition, TypeDefinition[]>();
  for (const type of workspace.allTypes) {
    if (type.base === undefined) continue;
    const derived = derivedTypes.get(type.base);
    if (derived === undefined) derivedTypes.set(type.base, [type]);
    else derived.push(type);
  }
  return {
    types: new Map<XmlName, TypeDefinition>([...workspace.types, ...builtins]),
    elements: workspace.elements,
    attributes: workspace.attributes,
    groups: workspace.groups,
    attributeGroups: workspace.attributeGroups,
    identityConstraints: workspace.identityConstraints,
    notations: workspace.notations,
    substitutionGroups: substitutionGroups(workspace.elements.values()),
    derivedTypes,
    namespaces: [...new Set(workspace.documents.map(({ targetNamespace }) => targetNamespace))],
  };
}
