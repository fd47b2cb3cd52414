import type { Explanation } from "../explain/explain.js";
import type { OutlineNode } from "../explain/outline.js";
import { printOccurrence, printPlace } from "../explain/print-explanation.js";
import type { Use } from "../explain/usage.js";
import type { Addresses, PageKind } from "./addresses.js";
import { drawDiagram } from "./diagram.js";
import { type Html, html } from "./html.js";

/** What a page needs of its site. */
export interface PageContext {
  readonly addresses: Addresses;
  /** The way to the site's root: `../`. */
  readonly base: string;
}

/** The page of an element, type, group or attribute. */
export function componentPage(explanation: Explanation, context: PageContext): Html {
  const { kind, name, namespace, location, documentation, facts, values, outline, variants, usedBy, sample } =
    explanation;
  // An element's page shows what is in it: the element itself is the title.
  const [self] = kind === "element" ? outline : [];
  const content = self === undefined ? outline : self.children;
  const diagram = drawDiagram(name, content);
  return html`<h1><span class="kind">${kindWords[kind]}</span>${name}</h1>
<p class="meta">in ${namespace === "" ? "no namespace" : namespace}</p>
${location === undefined ? undefined : html`<p class="meta">declared at ${printPlace(location)}</p>`}
${documentation.map((paragraph) => html`<p>${paragraph}</p>`)}
${self?.type === undefined ? undefined : html`<p>Type: ${typeLink(self, context)}</p>`}
${[...facts, ...(self?.facts ?? [])].map((fact) => html`<p class="meta">${factLine(fact, explanation.base, context)}</p>`)}
${diagram === undefined ? undefined : html`<h2>Diagram</h2><figure tabindex="0" role="group" aria-label="Diagram of ${name}; the list of its content says the same">${diagram}</figure>`}
${content.length === 0 ? undefined : html`<h2>Content</h2>${outlineList(content, context)}`}
${
  values.length === 0
    ? undefined
    : html`<h2>Values</h2><table><thead><tr><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead><tbody>${values.map(
        (value) => html`<tr><td><code>${value.value}</code></td><td>${value.documentation}</td></tr>`,
      )}</tbody></table>`
}
${
  variants.length === 0
    ? undefined
    : html`<h2>${kind === "element" ? "May be replaced by" : "Derived types"}</h2><ul class="columns">${variants.map(
        (variant) => html`<li>${componentLink(kind === "element" ? "element" : "type", variant, context)}</li>`,
      )}</ul>`
}
${usedBy.length === 0 ? undefined : html`<h2>Used by</h2><ul>${usedBy.map((use) => html`<li>${useLine(use, context)}</li>`)}</ul>`}
${sample === undefined ? undefined : html`<h2>Sample</h2><pre tabindex="0" aria-label="Sample document"><code>${sample.trimEnd()}</code></pre>`}`;
}

/** "extends Base" with a link to the base. */
function factLine(fact: string, base: string | undefined, context: PageContext): Html {
  const [, how] = /^(extends|restricts) /.exec(fact) ?? [];
  const address = base === undefined ? undefined : context.addresses.find("type", base);
  if (how === undefined || base === undefined || address === undefined) return html`${fact}`;
  return html`${how} ${componentLink("type", base, context)}`;
}

export const kindWords: Readonly<Record<PageKind, string>> = {
  operation: "operation",
  element: "element",
  type: "type",
  group: "group",
  attribute: "attribute",
  attributeGroup: "attribute group",
};

function useLine({ kind, name, how }: Use, context: PageContext): Html {
  const words = how.startsWith("in ") || how.startsWith("as ") ? `has it ${how}` : how;
  return html`${kindWords[kind]} ${componentLink(kind, name, context)} ${words}`;
}

/** A component's local name, linked where it has a page. */
export function componentLink(kind: PageKind, name: string, { addresses, base }: PageContext): Html {
  const label = name.replace(/^\{.*\}/, "");
  const address = addresses.find(kind, name);
  return address === undefined ? html`<code>${label}</code>` : html`<a href="${base}${address}">${label}</a>`;
}

/** The tree as nested lists. */
function outlineList(nodes: readonly OutlineNode[], context: PageContext): Html {
  return html`<ul class="tree">${nodes.map((node) => outlineItem(node, context))}</ul>`;
}

const groupWords: Readonly<Record<string, string>> = {
  sequence: "in this order",
  choice: "one of",
  all: "in any order",
  any: "any element",
  anyAttribute: "any attributes",
  text: "text",
};

function outlineItem(node: OutlineNode, context: PageContext): Html {
  const { kind, min, max, facts, documentation, children } = node;
  const occurrence = kind === "anyAttribute" || (kind === "text" && max !== 1) ? "" : printOccurrence(min, max);
  const type = node.type === undefined ? undefined : html` ${typeLink(node, context)}`;
  const rules = facts.length === 0 ? undefined : html` <span class="facts">${facts.join("; ")}</span>`;
  const note = documentation === undefined ? undefined : html`<p>${documentation}</p>`;
  const inner =
    children.length === 0 ? undefined : html`<ul>${children.map((child) => outlineItem(child, context))}</ul>`;
  return html`<li>${nameOf(node, context)}${occurrence}${type}${rules}${note}${inner}</li>`;
}

function nameOf({ kind, name = "", namespace = "", isReference }: OutlineNode, context: PageContext): Html {
  if (kind !== "element" && kind !== "attribute") return html`<em>${groupWords[kind]}</em>`;
  const sign = kind === "attribute" ? "@" : "";
  if (isReference !== true) return html`<strong>${sign}${name}</strong>`;
  return html`<strong>${sign}${componentLink(kind, namespace === "" ? name : `{${namespace}}${name}`, context)}</strong>`;
}

function typeLink({ type = "", typeName }: OutlineNode, context: PageContext): Html {
  const address = typeName === undefined ? undefined : context.addresses.find("type", typeName);
  return address === undefined
    ? html`<code>${type}</code>`
    : html`<a href="${context.base}${address}"><code>${type}</code></a>`;
}
