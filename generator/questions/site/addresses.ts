import { clarkName } from "../../../src/xml/names.js";
import type { SchemaSet } from "../../schema/components.js";
import type { ServiceSet } from "../../wsdl/components.js";
import { type ComponentKind, componentKind, globalComponents } from "../explain/find-components.js";

export type PageKind = ComponentKind | "operation";

const folders: Readonly<Record<PageKind, string>> = {
  operation: "operations",
  element: "elements",
  type: "types",
  group: "groups",
  attribute: "attributes",
  attributeGroup: "attribute-groups",
};

/** Where each component's page is, from the site's root. */
export interface Addresses {
  /** @param name - in Clark notation; of an operation, its name and its binding's */
  find(kind: PageKind, name: string): string | undefined;
}

/** A page for each component that a schema declares, and for each operation. */
export function assignAddresses(schemas: SchemaSet, { bindings }: ServiceSet): Addresses {
  const addresses = new Map<string, string>();
  const taken = new Set<string>();
  const assign = (kind: PageKind, name: string, localName: string): void => {
    const key = `${kind} ${name}`;
    if (addresses.has(key)) return;
    const plain = localName.replace(/[^\w.-]/g, "_");
    // File systems may not tell upper case from lower.
    let file = plain;
    for (let number = 2; taken.has(`${kind} ${file.toLowerCase()}`); number++) file = `${plain}-${number}`;
    taken.add(`${kind} ${file.toLowerCase()}`);
    addresses.set(key, `${folders[kind]}/${file}.html`);
  };
  for (const [name, component] of globalComponents(schemas)) {
    if (component.source !== undefined) assign(componentKind(component), clarkName(name), name.localName);
  }
  for (const { name, operations } of bindings) {
    for (const operation of operations) assign("operation", `${operation.name} of ${name.localName}`, operation.name);
  }
  return { find: (kind, name) => addresses.get(`${kind} ${name}`) };
}
