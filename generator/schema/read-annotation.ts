import type { SourceElement } from "../load/document.js";
import { isXsd } from "../load/source-names.js";
import type { Annotation } from "./components.js";

/** The documentation and appinfo that stand in an element (Part 1, 3.13.2). */
export function readAnnotation(element: SourceElement): Annotation | undefined {
  const annotations = element.children.filter((child) => isXsd(child, "annotation"));
  if (annotations.length === 0) return undefined;
  const inside = annotations.flatMap(({ children }) => children);
  return {
    documentation: inside.filter((child) => isXsd(child, "documentation")).map(({ text }) => text),
    appinfo: inside.filter((child) => isXsd(child, "appinfo")),
  };
}
