import { wildRules } from "../constructs/wildcard.js";
import { writeXmlElement } from "../constructs/write-xml-element.js";
import { Reading } from "../engine/reading.js";
import type { ComponentLookup } from "../engine/schema-lookup.js";
import type { ValueNotes } from "../engine/value-notes.js";
import type { Issue } from "../errors.js";
import type { ProcessContents } from "../schema/descriptors.js";
import type { XmlElement } from "../schema/xml-element.js";
import { XmlReader } from "../xml/fast/reader.js";
import { XmlWriter } from "../xml/write/writer.js";
import { recover } from "./recovery.js";

/**
 * Checks an element that a wildcard allows, as far as a registry knows it: what is written is what is read.
 *
 * @param notes - of the value that the element is part of
 */
export function checkElement(
  value: XmlElement,
  process: ProcessContents,
  registry: ComponentLookup,
  notes: ValueNotes,
  report: (issue: Issue) => void,
): void {
  const writer = new XmlWriter();
  writeXmlElement(value, writer, report, []);
  const reader = new XmlReader(writer.toString());
  reader.next();
  const reading = new Reading(reader, { sink: report, recover, registry, discard: true, notes });
  wildRules.open(reading, process, false);
  while (!reading.done) reading.step();
}
