import type { Issue } from "../../src/errors.js";
import { ParseError } from "../../src/errors.js";
import { xmlName, xmlNamespace } from "../../src/xml/names.js";
import { attributeOf } from "./attributes.js";
import type { SourceElement } from "./document.js";
import { locate } from "./locate.js";
import { resolveLocation } from "./location.js";
import { readDocument } from "./read-document.js";

/** What an OASIS XML catalog says. */
export interface Catalog {
  /** Location or namespace → absolute URI of the file to read instead: the `catalog` of {@link LoadOptions}. */
  readonly entries: ReadonlyMap<string, string>;
  /** What is no catalog or no entry: an error and warnings. */
  readonly issues: readonly Issue[];
}

const catalogNamespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog";
const baseName = xmlName(xmlNamespace, "base");

/** The attribute that each kind of entry is looked up by. */
const keys: ReadonlyMap<string, string> = new Map([
  ["uri", "name"],
  ["system", "systemId"],
  ["public", "publicId"],
]);

/**
 * Reads an OASIS XML catalog: its `uri`, `system` and `public` entries, in groups too. Other entries are reported.
 *
 * @param file - what findings call the catalog
 * @param uri - the catalog's own absolute URI, which its entries are relative to
 */
export function readCatalog(text: string, file: string, uri: string): Catalog {
  const entries = new Map<string, string>();
  const issues: Issue[] = [];
  try {
    const { root } = readDocument(text, file, uri);
    if (root.name.namespace !== catalogNamespace) {
      const message = "the file is no XML catalog: its root element is not in the catalog namespace";
      return { entries, issues: [{ code: "load-catalog", message, location: locate(root) }] };
    }
    readEntries(root, uri);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    issues.push(error.issue);
  }
  return { entries, issues };

  function readEntries(parent: SourceElement, outerBase: string): void {
    const written = parent.attributes.find(({ name }) => name === baseName);
    const base = (written && resolveLocation(written.value, outerBase)) ?? outerBase;
    for (const element of parent.children) {
      const { namespace, localName } = element.name;
      if (namespace !== catalogNamespace) continue;
      if (localName === "group") readEntries(element, base);
      else readEntry(element, base);
    }
  }

  function readEntry(element: SourceElement, base: string): void {
    const key = keys.get(element.name.localName);
    const from = key === undefined ? undefined : attributeOf(element, key)?.value;
    const to = attributeOf(element, "uri")?.value;
    const target = to === undefined ? undefined : resolveLocation(to, base);
    if (from !== undefined && target !== undefined) {
      // The first entry that matches is the one that counts.
      if (!entries.has(from)) entries.set(from, target);
      return;
    }
    const problem = key === undefined ? "is not supported" : "is not complete";
    const message = `the catalog entry ${element.name.localName} ${problem} and is left out`;
    issues.push({ code: "load-catalog", message, severity: "warning", location: locate(element) });
  }
}
