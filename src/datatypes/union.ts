import { type Datatype, DatatypeFailure, type IdRole } from "./datatype.js";
import { assemble } from "./define-datatype.js";
import { describeValue, quoteText } from "./describe.js";

/** Part 2, 2.5.1.3: the first member that accepts a text gives its value. */
export function unionDatatype(name: string, members: readonly Datatype[]): Datatype {
  /** The member that a checked value is of. */
  function memberOf(value: unknown): Datatype {
    const member = members.find((candidate) => candidate.check(value) === undefined);
    if (member === undefined) throw new TypeError(`${describeValue(value)} is of no member of the union ${name}`);
    return member;
  }
  return assemble<unknown>({
    name,
    builtin: "anySimpleType",
    primitive: undefined,
    variety: "union",
    whiteSpace: "preserve",
    normalize: undefined,
    item: undefined,
    members,
    measure: undefined,
    ids: idsOf(members),
    order: undefined,
    read(text, namespaces) {
      for (const member of members) {
        const value = member.parse(text, namespaces);
        if (!(value instanceof DatatypeFailure)) return value;
      }
      return new DatatypeFailure("cvc-datatype-valid.1.2.3", `${quoteText(text)} is not ${describeMembers(members)}`);
    },
    check(value) {
      for (const [index, member] of members.entries()) {
        if (member.check(value) === undefined) return checkReadBack(members.slice(0, index), member, value);
      }
      const wanted = describeMembers(members);
      return new DatatypeFailure("cvc-datatype-valid.1.2.3", `expected ${wanted}; found ${describeValue(value)}`);
    },
    print: (value, prefixes) => memberOf(value).print(value, prefixes),
    spellings: (value) => memberOf(value).spellings(value),
    key: (value) => memberOf(value).key(value),
  });
}

/** A value of one member whose text an earlier member takes would come back as another value. */
function checkReadBack(earlier: readonly Datatype[], member: Datatype, value: unknown): DatatypeFailure | undefined {
  if (earlier.length === 0) return undefined;
  const text = member.print(value);
  for (const other of earlier) {
    const read = other.parse(text);
    if (read instanceof DatatypeFailure) continue;
    if (other.key(read) === member.key(value)) return undefined;
    return new DatatypeFailure(
      "cvc-datatype-valid.1.2.3",
      `${describeValue(value)} as ${member.name} would be read back as ${other.name}`,
    );
  }
  return undefined;
}

function idsOf(members: readonly Datatype[]): IdRole | undefined {
  const ids = members.find((member) => member.ids !== undefined)?.ids;
  return ids === undefined ? undefined : { ...ids, kind: "mixed" };
}

function describeMembers(members: readonly Datatype[]): string {
  return members.map((member) => member.name).join(" or ");
}
