import type { BindingModel } from "../../bind/model.js";
import type { GeneratedFile } from "../../print/print.js";

/** What takes part in a generation at its two open places. */
export interface Plugin {
  /** For messages. */
  readonly name: string;
  /** Changes what will be generated; the model that it is given is not to be changed itself. */
  readonly transform?: ((model: BindingModel) => BindingModel) | undefined;
  /** Further files, with paths under the output folder. */
  readonly emit?: ((model: BindingModel) => readonly GeneratedFile[]) | undefined;
}
