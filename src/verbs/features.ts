import type { EngineFeatures } from "../engine/ports.js";
import { suggest } from "../features/suggestions.js";
import { xsiKeeping } from "../features/xsi-attributes.js";

/** What the verbs of `xsdsmith` have beside the fast XML layer. */
export const features: EngineFeatures = { suggest, xsi: xsiKeeping };
