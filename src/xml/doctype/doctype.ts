import { readAttributeList } from "../fast/attribute-list.js";
import type { Cursor } from "../fast/cursor.js";
import { hasSpace, passSpace, readName, readQuoted, requireSpace } from "../fast/markup.js";
import type { DoctypeReader } from "../fast/reader-options.js";
import { readReference } from "../fast/references.js";
import { readContentModel } from "./content-specification.js";
import { Entities } from "./entities.js";

/** What the constraint on predefined entities (XML 1.0, 4.6) allows as their replacement texts. */
const predefined: ReadonlyMap<string, RegExp> = new Map([
  ["lt", /^&#(?:60|x3[Cc]);$/],
  ["amp", /^&#(?:38|x26);$/],
  ["gt", /^(?:>|&#(?:62|x3[Ee]);)$/],
  ["apos", /^(?:'|&#(?:39|x27);)$/],
  ["quot", /^(?:"|&#(?:34|x22);)$/],
]);

/**
 * Takes document type declarations (XML 1.0, 2.8), for the option `doctype`: the internal subset is checked, and its
 * entities and attribute defaults are used; the external subset and external entities are never read.
 */
export const ignoreDoctype: DoctypeReader = (cursor, standalone) => {
  const subset = new Subset(cursor, standalone);
  subset.read();
  return subset.entities;
};

class Subset {
  readonly entities = new Entities();
  readonly #cursor: Cursor;
  readonly #standalone: boolean;
  readonly #start: number;
  /** Replacement texts of parameter entities; `undefined` for external ones. */
  readonly #parameters = new Map<string, string | undefined>();
  /** A parameter entity was not read: what comes after it is checked but not used (5.1). */
  #blind = false;

  constructor(cursor: Cursor, standalone: boolean) {
    this.#cursor = cursor;
    this.#standalone = standalone;
    this.#start = cursor.position;
  }

  read(): void {
    const cursor: Cursor = this.#cursor;
    cursor.position += "<!DOCTYPE".length;
    requireSpace(cursor, "before the name of the root");
    readName(cursor, "the name of the root");
    if (hasSpace(cursor)) {
      passSpace(cursor);
      if (/[SP]/.test(cursor.text.charAt(cursor.position))) {
        this.#externalId(true);
        this.#notWhole();
        passSpace(cursor);
      }
    }
    if (cursor.text.charAt(cursor.position) === "[") {
      cursor.position++;
      this.#declarations();
      cursor.position++;
      passSpace(cursor);
    }
    cursor.expect(">", cursor.position, '">" at the end of the document type declaration');
    cursor.position++;
  }

  /** Undeclared entities may be declared where we do not read (4.1, Entity Declared). */
  #notWhole(): void {
    if (!this.#standalone) this.entities.incomplete = true;
  }

  /** The internal subset up to its `]`. */
  #declarations(): void {
    const cursor: Cursor = this.#cursor;
    for (;;) {
      passSpace(cursor);
      const { text, position } = cursor;
      if (position >= text.length) {
        if (!cursor.inEntity) cursor.failEnd("the document type declaration", this.#start);
        this.entities.leave(cursor);
        continue;
      }
      switch (text.charAt(position)) {
        case "]":
          if (cursor.inEntity) cursor.failFound("a declaration", position);
          return;
        case "%":
          this.#parameterReference(position);
          break;
        case "<":
          this.#declaration(position);
          break;
        default:
          cursor.failFound('a declaration or "]"', position);
      }
    }
  }

  #parameterReference(at: number): void {
    const cursor: Cursor = this.#cursor;
    cursor.position++;
    const name = readName(cursor, "the name of a parameter entity");
    cursor.expect(";", cursor.position, `";" after %${name}`);
    cursor.position++;
    this.#notWhole();
    // A well-formedness constraint only where the document says that nothing else declares entities (4.1).
    if (this.#standalone && !this.#parameters.has(name)) {
      cursor.fail(`the entity %${name}; is not declared`, at, name.length + 2);
    }
    const text = this.#parameters.get(name);
    if (text === undefined) {
      this.#blind = !this.#standalone;
      return;
    }
    this.entities.expand(`%${name}`, text, cursor, at, cursor.position);
  }

  #declaration(at: number): void {
    const cursor: Cursor = this.#cursor;
    const { text } = cursor;
    if (text.startsWith("<!--", at)) this.#comment(at);
    else if (text.startsWith("<?", at)) this.#instruction(at);
    else if (text.startsWith("<!ENTITY", at)) this.#entity(at);
    else if (text.startsWith("<!ATTLIST", at)) readAttributeList(cursor, this.entities, !this.#blind);
    else if (text.startsWith("<!ELEMENT", at)) this.#element();
    else if (text.startsWith("<!NOTATION", at)) this.#notation();
    else {
      if (at + "<!NOTATION".length > text.length) cursor.needMore();
      cursor.fail(`found "${text.slice(at, at + 10)}"; expected a declaration`, at, 2);
    }
  }

  #comment(at: number): void {
    const cursor: Cursor = this.#cursor;
    const end = cursor.findOrEnd("--", at + 4, "a comment", at);
    cursor.expect("-->", end, '"-->" where a comment has "--"');
    cursor.checkCharacters(at, end);
    cursor.position = end + 3;
  }

  #instruction(at: number): void {
    const cursor: Cursor = this.#cursor;
    cursor.position = at + 2;
    const target = readName(cursor, "the target of an instruction", true);
    if (/^xml$/i.test(target)) cursor.fail(`found <?${target}; expected another target`, at, target.length + 2);
    if (!cursor.text.startsWith("?>", cursor.position)) requireSpace(cursor, "after the target of an instruction");
    const end = cursor.findOrEnd("?>", cursor.position, "a processing instruction", at);
    cursor.checkCharacters(at, end);
    cursor.position = end + 2;
  }

  #element(): void {
    const cursor: Cursor = this.#cursor;
    cursor.position += "<!ELEMENT".length;
    requireSpace(cursor, "after <!ELEMENT");
    readName(cursor, "the name of an element");
    requireSpace(cursor, "before the content of an element");
    readContentModel(cursor);
    this.#close("an element declaration");
  }

  #notation(): void {
    const cursor: Cursor = this.#cursor;
    cursor.position += "<!NOTATION".length;
    requireSpace(cursor, "after <!NOTATION");
    readName(cursor, "the name of a notation", true);
    requireSpace(cursor, "before the identifier of a notation");
    this.#externalId(false);
    this.#close("a notation declaration");
  }

  #entity(at: number): void {
    const cursor: Cursor = this.#cursor;
    cursor.position += "<!ENTITY".length;
    requireSpace(cursor, "after <!ENTITY");
    const parameter = cursor.text.charAt(cursor.position) === "%";
    if (parameter) {
      cursor.position++;
      requireSpace(cursor, 'after "%"');
    }
    const name = readName(cursor, "the name of an entity", true);
    requireSpace(cursor, "after the name of an entity");
    const external = !/["']/.test(cursor.text.charAt(cursor.position));
    if (external) this.#externalId(true);
    const value = external ? undefined : this.#entityValue();
    const unparsed = external && !parameter && this.#notationData();
    this.#close("an entity declaration");
    if (this.#blind) return;
    if (parameter) {
      if (!this.#parameters.has(name)) this.#parameters.set(name, value);
    } else {
      this.#declare(name, value, unparsed, at);
    }
    if (this.entities.size + this.#parameters.size > cursor.limits.maxEntities) {
      cursor.failLimit("maxEntities", "more entities are declared than", at);
    }
  }

  #declare(name: string, value: string | undefined, unparsed: boolean, at: number): void {
    const form = predefined.get(name);
    if (form !== undefined && (value === undefined || !form.test(value))) {
      this.#cursor.fail(`the entity ${name} may be declared only as what it stands for`, at, 8);
    }
    if (value !== undefined) this.entities.declare(name, { kind: "internal", text: value });
    else this.entities.declare(name, { kind: unparsed ? "unparsed" : "external" });
  }

  /** The replacement text of a literal (4.5): character references are replaced, entity references stay. */
  #entityValue(): string {
    const cursor: Cursor = this.#cursor;
    const { from, to } = readQuoted(cursor, "the value of an entity");
    cursor.checkCharacters(from, to);
    const source = cursor.text.slice(from, to);
    const percent = source.indexOf("%");
    if (percent !== -1) {
      cursor.fail("found % in the value of an entity; no parameter entity may be referred to here", from + percent);
    }
    let value = "";
    for (let at = 0; ; ) {
      const ampersand = source.indexOf("&", at);
      const plain = ampersand === -1 ? source.slice(at) : source.slice(at, ampersand);
      value += cursor.inEntity ? plain : plain.replace(/\r\n?/g, "\n");
      if (ampersand === -1) return value;
      const reference = readReference(cursor, from + ampersand);
      at = reference.end - from;
      value += reference.entity === undefined ? (reference.value ?? "") : source.slice(ampersand, at);
    }
  }

  /** `NDATA name`; says whether it is there. */
  #notationData(): boolean {
    const cursor: Cursor = this.#cursor;
    const spaced = hasSpace(cursor);
    passSpace(cursor);
    if (!cursor.text.startsWith("NDATA", cursor.position)) return false;
    if (!spaced) cursor.failFound("white space before NDATA", cursor.position);
    cursor.position += "NDATA".length;
    requireSpace(cursor, "after NDATA");
    readName(cursor, "the name of a notation", true);
    return true;
  }

  /** ExternalID (production 75), or for a notation also PublicID (83). */
  #externalId(systemNeeded: boolean): void {
    const cursor: Cursor = this.#cursor;
    if (cursor.text.startsWith("SYSTEM", cursor.position)) {
      cursor.position += "SYSTEM".length;
      requireSpace(cursor, "after SYSTEM");
      this.#systemLiteral();
      return;
    }
    cursor.expect("PUBLIC", cursor.position, "SYSTEM, PUBLIC or a quoted value");
    cursor.position += "PUBLIC".length;
    requireSpace(cursor, "after PUBLIC");
    const { from, to } = readQuoted(cursor, "a public identifier");
    const wrong = cursor.text.slice(from, to).search(/[^ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]/);
    if (wrong !== -1) cursor.failFound("a character that public identifiers allow", from + wrong);
    const spaced = hasSpace(cursor);
    passSpace(cursor);
    if (!systemNeeded && !/["']/.test(cursor.text.charAt(cursor.position))) return;
    if (!spaced) cursor.failFound("white space before the system identifier", cursor.position);
    this.#systemLiteral();
  }

  #systemLiteral(): void {
    const cursor = this.#cursor;
    const { from, to } = readQuoted(cursor, "a system identifier");
    cursor.checkCharacters(from, to);
  }

  #close(what: string): void {
    const cursor: Cursor = this.#cursor;
    passSpace(cursor);
    cursor.expect(">", cursor.position, `">" at the end of ${what}`);
    cursor.position++;
  }
}
