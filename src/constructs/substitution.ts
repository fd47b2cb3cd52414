import type { Content, SubstitutionCodec, ValueWalking } from "../engine/ports.js";
import type { PreparedElement, PreparedLeaf } from "../model/prepared.js";
import { isRecord } from "../text/record.js";
import { claimTag, type XmlName } from "../xml/names.js";
import { describeNoItem } from "./order.js";

/** What the elements are that may stand in for another: items with the names of those. */
export const substitutionCodec: SubstitutionCodec = {
  matching(members, prepare) {
    const elements = new Map<XmlName, PreparedElement>();
    const tags = new Map<XmlName, string>();
    const taken = new Map<string, XmlName>();
    for (const member of members) {
      const element = prepare(member);
      elements.set(element.name, element);
      tags.set(element.name, claimTag(element.name, taken));
    }
    return { elements, tags, substitution: substitutionCodec };
  },
  write(walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown): void {
    const { elements, tags = new Map<XmlName, string>() } = leaf;
    const tag = isRecord(value) ? value["name"] : undefined;
    const declared = [...elements.values()].find(({ name }) => tags.get(name) === tag);
    if (!isRecord(value) || declared === undefined) {
      walk.issue("value-type", describeNoItem(tags.values(), tag ?? value));
      return;
    }
    walk.item(content, declared, value);
  },
};
