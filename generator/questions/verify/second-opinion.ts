import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LoadedDocuments } from "../../load/document.js";
import { compileApart } from "./compile-apart.js";
import { plainSchemas } from "./plain-schemas.js";

/** What libxml2 says of schemas and of documents. */
export interface SecondOpinion {
  /** What it finds wrong with the schemas; nothing where it accepts them. */
  readonly schemas: readonly string[];
  /** What it finds wrong with a document: with the schemas, where it does not accept them. */
  readonly validate: (text: string) => readonly string[];
  /** Takes away the files that it reads the schemas from; it cannot be asked afterwards. */
  readonly close: () => Promise<void>;
}

/**
 * Libxml2 with the schemas, by libxmljs2 or, where that is not installed, by libxml2-wasm. Schemas that it does not
 * compile, crashes at or comes to no end with are not given to it in this process.
 *
 * @throws Error where neither is installed
 */
export async function secondOpinion(loaded: LoadedDocuments): Promise<SecondOpinion> {
  const { main, files } = plainSchemas(loaded);
  if (main === undefined) return { schemas: [], validate: () => ["there is no schema"], close: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), "xsdsmith-libxml2-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    return { ...(await ask(join(folder, main))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Opinion = Omit<SecondOpinion, "close">;

async function ask(file: string): Promise<Opinion> {
  const reasons = await compileApart("libxmljs2", file);
  if (reasons?.length === 0) return byLibxmljs((await import("libxmljs2")).default, file);
  if (reasons !== undefined && reasons.join() !== "Invalid XSD schema") return refusing(reasons);
  const others = await compileApart("libxml2-wasm", file);
  if (reasons === undefined) {
    if (others === undefined) throw new Error(missing);
    if (others.length > 0) return refusing(others);
    return byWasm(await import("libxml2-wasm"), await import("libxml2-wasm/lib/nodejs.mjs"), file);
  }
  // That was all that libxmljs2 has to say: the other one knows more.
  if (others === undefined) return refusing(["Invalid XSD schema (libxml2-wasm, where installed, says why)"]);
  return refusing(others.length > 0 ? others : ["Invalid XSD schema, though the newer one of libxml2-wasm does"]);
}

const missing = "a second opinion needs libxml2: npm install --save-dev libxmljs2, or libxml2-wasm without native code";

function refusing(schemas: readonly string[]): Opinion {
  return { schemas, validate: () => schemas };
}

function byLibxmljs(libxml: typeof import("libxmljs2"), file: string): Opinion {
  const schema = libxml.parseXml(readFileSync(file, "utf8"), { baseUrl: pathToFileURL(file).href });
  const validate = (text: string): readonly string[] => {
    try {
      const document = libxml.parseXml(text, { huge: true });
      if (document.validate(schema)) return [];
      return document.validationErrors.map(({ message }: { readonly message: string }) => message.trim());
    } catch (error) {
      // An ill-formed document.
      return [error instanceof Error ? error.message.trim() : String(error)];
    }
  };
  return { schemas: [], validate };
}

function byWasm(
  wasm: typeof import("libxml2-wasm"),
  node: typeof import("libxml2-wasm/lib/nodejs.mjs"),
  file: string,
): Opinion {
  node.xmlRegisterFsInputProviders();
  const schema = wasm.XmlDocument.fromString(readFileSync(file, "utf8"), { url: pathToFileURL(file).href });
  const validator = wasm.XsdValidator.fromDoc(schema);
  const validate = (text: string): readonly string[] => {
    let document: InstanceType<typeof wasm.XmlDocument> | undefined;
    try {
      document = wasm.XmlDocument.fromString(text, { option: wasm.ParseOption.XML_PARSE_HUGE });
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof wasm.XmlLibError)) throw error;
      return error.details.length === 0 ? [error.message] : error.details.map(({ message }) => message.trim());
    } finally {
      document?.dispose();
    }
  };
  return { schemas: [], validate };
}
