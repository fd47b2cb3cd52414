import { clarkName } from "../../../src/xml/names.js";
import type { GeneratedFile } from "../../print/print.js";
import type { SchemaSet } from "../../schema/components.js";
import type { ServiceSet } from "../../wsdl/components.js";
import { explain } from "../explain/explain.js";
import { componentKind, globalComponents } from "../explain/find-components.js";
import { type Addresses, assignAddresses, type PageKind } from "./addresses.js";
import { componentPage, kindWords } from "./component-page.js";
import { type Html, html } from "./html.js";
import { layOut } from "./layout.js";
import { operationPage } from "./operation-page.js";
import { siteScript, themeScript } from "./site-script.js";
import { siteStyle } from "./site-style.js";

/** What the pages say besides the schema. */
export interface SiteOptions {
  /** What the site is called. */
  readonly title: string;
}

/** A line of the index and of the search. */
interface Entry {
  readonly kind: PageKind;
  readonly name: string;
  /** The namespace, or the binding of an operation. */
  readonly place: string;
  readonly address: string;
}

/** A documentation site of schemas and services: a page for each component, an index, and what pages share. */
export function buildSite(
  read: { readonly schemas: SchemaSet; readonly services: ServiceSet },
  { title }: SiteOptions,
): readonly GeneratedFile[] {
  const { schemas, services } = read;
  const addresses = assignAddresses(schemas, services);
  const context = { addresses, base: "../" };
  const entries: Entry[] = [];
  const files: GeneratedFile[] = [];
  const add = (entry: Entry, body: Html): void => {
    entries.push(entry);
    files.push({
      path: entry.address,
      text: layOut({ address: entry.address, title: `${entry.name}, ${kindWords[entry.kind]}`, body }, title),
    });
  };
  for (const [binding, operation, address] of operations(services, addresses)) {
    const body = operationPage(binding, operation, services, context);
    add({ kind: "operation", name: operation.name, place: binding.name.localName, address }, body);
  }
  const components = [...globalComponents(schemas)]
    .map(([, component]) => component)
    .filter(({ source }) => source !== undefined);
  const explanations = explain(components, read, { depth: 1 });
  for (const [index, explanation] of explanations.entries()) {
    const component = components[index];
    const address = component?.name && addresses.find(componentKind(component), clarkName(component.name));
    if (address === undefined) continue;
    const { kind, name, namespace } = explanation;
    add(
      { kind, name, place: namespace === "" ? "no namespace" : namespace, address },
      componentPage(explanation, context),
    );
  }
  const pages = entries.map(({ kind, name, place, address }) => [kindWords[kind], name, place, address]);
  return [
    { path: "index.html", text: layOut({ address: "index.html", title, body: indexPage(title, entries) }, title) },
    ...files,
    { path: "assets/site.css", text: siteStyle },
    { path: "assets/theme.js", text: themeScript },
    { path: "assets/site.js", text: siteScript },
    // `<` could end the script where somebody puts it into a page.
    { path: "assets/pages.js", text: `window.pages = ${JSON.stringify(pages).replaceAll("<", "\\u003c")};\n` },
  ];
}

function* operations({ bindings }: ServiceSet, addresses: Addresses) {
  const seen = new Set<string>();
  for (const binding of bindings) {
    for (const operation of binding.operations) {
      const address = addresses.find("operation", `${operation.name} of ${binding.name.localName}`);
      if (address === undefined || seen.has(address)) continue;
      seen.add(address);
      yield [binding, operation, address] as const;
    }
  }
}

const headings: readonly (readonly [PageKind, string])[] = [
  ["operation", "Operations"],
  ["element", "Elements"],
  ["type", "Types"],
  ["group", "Groups"],
  ["attribute", "Attributes"],
  ["attributeGroup", "Attribute groups"],
];

function indexPage(title: string, entries: readonly Entry[]): Html {
  const sections = headings.flatMap(([kind, heading]) => {
    const those = entries.filter((entry) => entry.kind === kind);
    if (those.length === 0) return [];
    const places = [...new Set(those.map(({ place }) => place))];
    const lists = places.map((place) => {
      const links = those
        .filter((entry) => entry.place === place)
        .map(({ name, address }) => html`<li><a href="${address}">${name}</a></li>`);
      return html`<p class="meta">${place}</p><ul class="columns">${links}</ul>`;
    });
    return html`<h2 id="${kind}">${heading} (${those.length})</h2>${lists}`;
  });
  return html`<h1>${title}</h1>${sections}`;
}
