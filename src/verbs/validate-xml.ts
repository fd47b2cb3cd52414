import { checkSource, describeHandIn } from "../engine/hand-ins.js";
import { Reading } from "../engine/reading.js";
import { lookup, type Schema, type SchemaLookup } from "../engine/schema-lookup.js";
import { declaredBy } from "../engine/xsi-type.js";
import { type Issue, ParseError } from "../errors.js";
import { recover } from "../features/recovery.js";
import type { PreparedElement } from "../model/prepared.js";
import { endOfWindow } from "../xml/fast/cursor.js";
import type { XmlReaderOptions } from "../xml/fast/reader.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import { quoteName } from "../xml/quote-name.js";
import { XmlStream, type XmlStreamOptions, type XmlStreamSource } from "../xml/stream/stream.js";
import { checkOptions, type OptionNames, optionNames, readerOptions, streamOptions } from "./check-call.js";
import { features } from "./features.js";
import { openSource } from "./parse.js";

/** Which root is expected, and how many findings are wanted. */
export interface ValidateXmlOptions extends XmlReaderOptions {
  /** The element that the root must be; any declared one by default. */
  readonly root?: XmlName | undefined;
  /** How many findings are gathered at the most, 100 by default. */
  readonly maxIssues?: number | undefined;
}

/** {@link ValidateXmlOptions} and what a stream takes. */
export interface ValidateXmlStreamOptions extends ValidateXmlOptions, XmlStreamOptions {}

const xmlOptions: OptionNames<ValidateXmlOptions> = /* @__PURE__ */ optionNames<ValidateXmlOptions>(() => ({
  root: 0,
  maxIssues: 0,
  ...readerOptions(),
}));
const xmlStreamOptions: OptionNames<ValidateXmlStreamOptions> = /* @__PURE__ */ optionNames<ValidateXmlStreamOptions>(
  () => ({ ...xmlOptions(), ...streamOptions() }),
);

/**
 * Checks a document against a schema, without making values: in the memory that its depth and its keys need.
 *
 * @param source - the document as text, or a source of events before its first event
 * @returns every finding in document order up to `maxIssues`; an ill-formed document has one more at its end
 */
export function validateXml(
  schema: Schema,
  source: string | XmlEventSource,
  options: ValidateXmlOptions = {},
): readonly Issue[] {
  checkOptions("validateXml", options, xmlOptions);
  checkSource("validateXml", source);
  const walk = new DocumentWalk(checkSchema("validateXml", schema), options, false);
  try {
    const reader = openSource(source, options);
    while (!walk.step(reader));
  } catch (error) {
    walk.catch(error);
  }
  return walk.issues;
}

/**
 * The same for a document that arrives piece by piece: no more of its text is held than one tag or one text needs.
 *
 * @throws what the source fails with
 */
export async function validateXmlStream(
  schema: Schema,
  source: XmlStreamSource,
  options: ValidateXmlStreamOptions = {},
): Promise<readonly Issue[]> {
  checkOptions("validateXmlStream", options, xmlStreamOptions);
  const walk = new DocumentWalk(checkSchema("validateXmlStream", schema), options, true);
  const stream = new XmlStream(source, options);
  try {
    for (;;) {
      const ended = stream.tryStep((reader) => walk.step(reader));
      if (ended === endOfWindow) await stream.fill();
      else if (ended) break;
    }
  } catch (error) {
    walk.catch(error);
  } finally {
    await stream.close();
  }
  return walk.issues;
}

/** @throws TypeError for what `createSchema` did not make */
function checkSchema(verb: string, schema: Schema): SchemaLookup {
  const found: SchemaLookup | undefined = Object(schema)[lookup];
  if (found === undefined) throw new TypeError(`${verb} takes a schema first; found ${describeHandIn(schema)}`);
  return found;
}

/** Ends a reading that has found enough. */
class Enough extends Error {}

/** The walk through a document, one event a step. */
class DocumentWalk {
  readonly issues: Issue[] = [];
  readonly #schema: SchemaLookup;
  readonly #options: ValidateXmlOptions;
  readonly #streaming: boolean;
  #reading: Reading | undefined;
  #rootSeen = false;

  constructor(schema: SchemaLookup, options: ValidateXmlOptions, streaming: boolean) {
    this.#schema = schema;
    this.#options = options;
    this.#streaming = streaming;
  }

  /** @returns whether the document is at its end */
  step(reader: XmlEventSource): boolean {
    if (this.#reading !== undefined) {
      this.#reading.step();
      if (this.#reading.done) {
        this.#reading.finish();
        this.#reading = undefined;
      }
      return false;
    }
    if (!(reader.kind === "start" && !this.#rootSeen)) reader.next();
    if (reader.kind === "start" && !this.#rootSeen) this.#root(reader);
    return reader.kind === "eof";
  }

  /** Part 1, 5.2: assessment begins at a declaration, or at the type that the root names. */
  #root(reader: XmlEventSource): void {
    this.#rootSeen = true;
    const { name, location } = reader;
    const { root } = this.#options;
    if (root !== undefined && (root.localName !== name.localName || root.namespace !== name.namespace)) {
      const message = `found ${quoteName(name, root)}; expected ${quoteName(root, name)}`;
      this.#report({ code: "cvc-elt.1", message, documentPath: `/${name.localName}`, location });
      return;
    }
    const declared = declaredBy(this.#schema, reader);
    if (declared === undefined) {
      const message = `no schema declares the element ${quoteName(name)}`;
      this.#report({ code: "cvc-elt.1", message, documentPath: `/${name.localName}`, location });
      return;
    }
    this.#read(reader, declared);
  }

  #read(reader: XmlEventSource, declared: PreparedElement): void {
    this.#reading = new Reading(reader, {
      sink: this.#report,
      recover,
      schema: this.#schema,
      features,
      discard: true,
      streaming: this.#streaming,
    });
    this.#reading.open(declared);
  }

  readonly #report = (issue: Issue): void => {
    const { maxIssues = 100 } = this.#options;
    this.issues.push(issue);
    if (this.issues.length >= maxIssues) throw new Enough();
  };

  /** Takes what ends the walk before the document's end. */
  catch(error: unknown): void {
    if (error instanceof ParseError) this.issues.push(error.issue);
    else if (!(error instanceof Enough)) throw error;
  }
}
