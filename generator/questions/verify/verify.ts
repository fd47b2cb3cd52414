import type { Issue } from "../../../src/errors.js";
import { type LoadOptions, load } from "../../load/load.js";
import { secondOpinion } from "./second-opinion.js";

/**
 * Has libxml2 compile the schemas too, those inside of WSDL files as well.
 *
 * @returns what it finds fault with; nothing where the two agree
 * @throws Error where neither libxmljs2 nor libxml2-wasm is installed
 */
export async function verify(entries: readonly string[], options: LoadOptions): Promise<readonly Issue[]> {
  const { schemas, close } = await secondOpinion(await load(entries, options));
  await close();
  return schemas.map((reason) => ({
    code: "xsd-libxml2",
    message: `libxml2 does not accept the schemas: ${reason}`,
    severity: "warning",
  }));
}
