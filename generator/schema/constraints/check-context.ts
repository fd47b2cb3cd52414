import type { XmlName } from "../../../src/xml/names.js";
import type { Findings } from "../../load/findings.js";
import type { ElementDeclaration, NotationDeclaration } from "../components.js";
import type { Datatypes } from "../datatypes.js";

/** What the checks of the schema component constraints share. */
export interface CheckContext {
  readonly findings: Findings;
  readonly datatypes: Datatypes;
  readonly notations: ReadonlyMap<XmlName, NotationDeclaration>;
  /** The global elements. */
  readonly elements: ReadonlyMap<XmlName, ElementDeclaration>;
  /** Head → the elements that may stand in for it. */
  readonly substitutionGroups: ReadonlyMap<ElementDeclaration, ReadonlySet<ElementDeclaration>>;
  /** The most steps that one content model's check may take before it is given up with `xsd-limit`. */
  readonly maxSteps: number;
}
