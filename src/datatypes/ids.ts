import type { IssuePlace } from "../errors.js";
import type { Datatype, IdRole, IdTable, Report } from "./datatype.js";

/** Part 1, 3.15.4, "Validation Root Valid (ID/IDREF)". */
class DocumentIds implements IdTable {
  readonly #owners = new Map<string, unknown>();
  readonly #references: { readonly id: string; readonly place: IssuePlace }[] = [];

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

  finish(report: Report): void {
    for (const { id, place } of this.#references) {
      if (!this.#owners.has(id)) report({ code: "cvc-id.1", message: `nothing has the ID "${id}"` }, place);
    }
  }
}

/** What ID and IDREF are to their documents. */
export function idRole(kind: "id" | "idref"): IdRole {
  return { kind, newTable: () => new DocumentIds() };
}
