import type { Issue } from "../src/errors.js";
import type { Stage } from "./generate.js";
import type { Plugin } from "./project/plugins/plugin.js";
import type { Summary } from "./summary.js";

/** What is to be generated, and how. */
export interface GenerateOptions {
  /** `.xsd` and `.wsdl` files, relative to `cwd`. */
  readonly entries: readonly string[];
  /** The folder to write to, relative to `cwd`. */
  readonly out: string;
  /** Writes nothing and compares with what is there. */
  readonly check?: boolean | undefined;
  /** `camel` (the default) lowers the first word of a property, `preserve` keeps the XML name. */
  readonly propertyNames?: "camel" | "preserve" | undefined;
  /**
   * What types are called: a text with one placeholder, `{pascal}` for the XML name with its first letter raised (the
   * default) or `{name}` for the XML name as it is: `Ews{pascal}`.
   */
  readonly typeNames?: string | undefined;
  /**
   * Other JavaScript types for built-in datatypes: `number` for `decimal`, `integer`, `long` and the other big integers,
   * `Date` for `dateTime`, `string` for `base64Binary` and `hexBinary`.
   */
  readonly datatypes?: Readonly<Record<string, "number" | "Date" | "string">> | undefined;
  /** `namespace` (the default) makes a module of each namespace, `single` one of all. */
  readonly modules?: "namespace" | "single" | undefined;
  /** Only these elements, types and operations, by local name or in Clark notation, and what they reach. */
  readonly only?: readonly string[] | undefined;
  /** `wrapped` (the default) gives callers what an answer wraps, `bare` its messages as they are. */
  readonly style?: "wrapped" | "bare" | undefined;
  /** Only these operations of WSDL files, by name, and what their messages can hold. */
  readonly operations?: readonly string[] | undefined;
  /** Rules whose findings become warnings, by name (`cos-nonambig`). */
  readonly allow?: readonly string[] | undefined;
  /** In this order; see docs/plugins.md. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** Told what begins; the stage waits for it. */
  readonly onStage?: ((stage: Stage) => void | Promise<void>) | undefined;
  /** The working directory by default. */
  readonly cwd?: string | undefined;
}

/** What was written or compared, and what there is to say about it. */
export interface GenerateResult {
  readonly files: readonly ResultFile[];
  /** Whether what was printed has been parsed: not where ts-morph is not installed. */
  readonly parsed: boolean;
  /** Warnings. */
  readonly issues: readonly Issue[];
  /** What a reader of the generated code may wonder about: names that are not what the schema calls things. */
  readonly notes: readonly Issue[];
  readonly summary: Summary;
  /** The text of every document read, by the name that locations use: for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/** A generated file and what became of it. */
export interface ResultFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly text: string;
  /** `different` and `missing` are the outcomes of a check. */
  readonly status: "written" | "unchanged" | "different" | "missing";
  /** For `different`: the first line that differs. */
  readonly difference?: Difference | undefined;
}

/** The first line at which a file is not what it should be. */
export interface Difference {
  /** Counts from 1. */
  readonly line: number;
  /** What stands there; `undefined` where the file has ended. */
  readonly found: string | undefined;
  readonly expected: string | undefined;
}
