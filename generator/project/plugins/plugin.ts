import type { SourceFile } from "ts-morph";
import type { BindingModel, ModuleBinding } from "../../bind/model.js";
import type { GeneratedFile } from "../../print/print.js";

/** What takes part in a generation at its three open places. */
export interface Plugin {
  /** For messages. */
  readonly name: string;
  /** Changes what will be generated; the model that it is given is not to be changed itself. */
  readonly transform?: ((model: BindingModel) => BindingModel) | undefined;
  /**
   * Changes a printed module, in the words of ts-morph, which must be installed then: what its file says afterwards is
   * what is written. The files of all modules are in one project, by their paths under the output folder.
   */
  readonly sourceFile?: ((file: SourceFile, module: ModuleBinding) => void | Promise<void>) | undefined;
  /** Further files, with paths under the output folder. */
  readonly emit?: ((model: BindingModel) => readonly GeneratedFile[]) | undefined;
}
