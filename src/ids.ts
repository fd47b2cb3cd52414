import type { Datatype } from "./datatypes/datatype.js";
import type { Issue, IssuePlace } from "./errors.js";

type Report = (issue: Pick<Issue, "code" | "message">, place: IssuePlace) => void;

/** What a value of a datatype does to the document's table of identifiers (Part 2, 3.3.8 to 3.3.11). */
export type IdentityRole = "id" | "idref" | "mixed" | undefined;

/** Whether values of a datatype are, or may contain, IDs or references to them. */
export function identityRole(datatype: Datatype): IdentityRole {
  switch (datatype.variety) {
    case "atomic":
      return datatype.builtin === "ID" ? "id" : datatype.builtin === "IDREF" ? "idref" : undefined;
    case "list":
      return datatype.item === undefined ? undefined : identityRole(datatype.item);
    case "union":
      return datatype.members?.some((member) => identityRole(member) !== undefined) ? "mixed" : undefined;
  }
}

/** The IDs of a document and the references to them: Part 1, 3.15.4, "Validation Root Valid (ID/IDREF)". */
export class IdTable {
  readonly #owners = new Map<string, unknown>();
  readonly #references: { readonly id: string; readonly place: IssuePlace }[] = [];

  /**
   * @param owner - the element whose attribute it is: it may have an ID twice, which is one all the same; `undefined` for
   * the value of an element
   */
  add(datatype: Datatype, value: unknown, owner: unknown, place: IssuePlace, report: Report): void {
    switch (datatype.variety) {
      case "list":
        if (Array.isArray(value) && datatype.item !== undefined) {
          for (const item of value) this.add(datatype.item, item, owner, place, report);
        }
        return;
      case "union": {
        const member = datatype.members?.find((candidate) => candidate.check(value) === undefined);
        if (member !== undefined) this.add(member, value, owner, place, report);
        return;
      }
      case "atomic":
        if (datatype.builtin === "IDREF") {
          this.#references.push({ id: String(value), place });
        } else if (datatype.builtin === "ID") {
          const id = String(value);
          if (this.#owners.has(id) && (owner === undefined || this.#owners.get(id) !== owner)) {
            report({ code: "cvc-id.2", message: `the ID "${id}" occurs twice` }, place);
          }
          this.#owners.set(id, owner);
        }
    }
  }

  /** At the document's end. */
  finish(report: Report): void {
    for (const { id, place } of this.#references) {
      if (!this.#owners.has(id)) report({ code: "cvc-id.1", message: `nothing has the ID "${id}"` }, place);
    }
  }
}
