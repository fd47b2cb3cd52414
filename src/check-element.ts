import type { ComponentLookup } from "./component-lookup.js";
import type { ProcessContents } from "./descriptors.js";
import type { Issue } from "./errors.js";
import { Reading } from "./read-value.js";
import { recover } from "./recover.js";
import type { ValueNotes } from "./value-notes.js";
import { wildRules } from "./wild-rules.js";
import { writeXmlElement } from "./write-content.js";
import { XmlReader } from "./xml/fast/reader.js";
import { XmlWriter } from "./xml/write/writer.js";
import type { XmlElement } from "./xml-element.js";

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
