import { wildcardCodec } from "../constructs/wildcard.js";
import { writeXmlElement } from "../constructs/write-xml-element.js";
import type { Identity } from "../engine/identity.js";
import { Reading } from "../engine/reading.js";
import type { SchemaLookup } from "../engine/schema-lookup.js";
import type { Issue } from "../errors.js";
import type { ProcessContents } from "../schema/descriptors.js";
import { XmlReader } from "../xml/fast/reader.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { XmlWriter } from "../xml/write/writer.js";
import { recover } from "./recovery.js";
import { suggest } from "./suggestions.js";

/**
 * Checks an element that a wildcard allows, as far as a schema knows it: what is written is what is read.
 *
 * @param identity - of the value that the element is part of
 */
export function checkElement(
  value: XmlElement,
  process: ProcessContents,
  schema: SchemaLookup,
  identity: Identity,
  report: (issue: Issue) => void,
): void {
  const writer = new XmlWriter();
  writeXmlElement(value, writer, report, []);
  const reader = new XmlReader(writer.toString());
  reader.next();
  const reading = new Reading(reader, {
    sink: report,
    recover,
    schema,
    features: { suggest },
    discard: true,
    identity,
  });
  wildcardCodec.open(reading, process, false);
  while (!reading.done) reading.step();
}
