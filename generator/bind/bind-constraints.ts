import { clarkName } from "../../src/xml/names.js";
import type { SourceElement } from "../load/document.js";
import type { IdentityConstraint } from "../schema/components.js";
import type { IdentityConstraintBinding } from "./model.js";

/** Binds identity constraints: their XPaths with names in Clark notation, so that prefixes no longer matter. */
export function bindConstraints(constraints: readonly IdentityConstraint[]): readonly IdentityConstraintBinding[] {
  return constraints.map((constraint) => {
    const { source, name, category, selector, fields, referencedKey } = constraint;
    const children = source?.children ?? [];
    const fieldElements = children.filter((child) => child.name.localName === "field");
    return {
      kind: category,
      namespace: name.namespace,
      name: name.localName,
      selector: expandPath(selector, children.find((child) => child.name.localName === "selector") ?? source),
      fields: fields.map((field, index) => expandPath(field, fieldElements[index] ?? source)),
      refer: referencedKey === undefined ? undefined : clarkName(referencedKey.name),
    };
  });
}

/** Part 1, 3.11.6: the abbreviated form of a path, white space out; unprefixed names are in no namespace. */
function expandPath(path: string, element: SourceElement | undefined): string {
  return path
    .replace(/\s+/g, "")
    .split("|")
    .map((alternative) => expandAlternative(alternative, element))
    .join("|");
}

function expandAlternative(alternative: string, element: SourceElement | undefined): string {
  const deep = alternative.startsWith(".//");
  const steps = (deep ? alternative.slice(3) : alternative).split("/").map((step) => {
    const attribute = /^(@|attribute::)/.test(step);
    const test = step.replace(/^(@|attribute::|child::)/, "");
    return test === "." ? test : `${attribute ? "@" : ""}${expandTest(test, element)}`;
  });
  return `${deep ? ".//" : ""}${steps.join("/")}`;
}

function expandTest(test: string, element: SourceElement | undefined): string {
  const colon = test.indexOf(":");
  if (colon === -1) return test;
  const namespace = element?.namespaces.lookupNamespace(test.slice(0, colon)) ?? "";
  return `{${namespace}}${test.slice(colon + 1)}`;
}
