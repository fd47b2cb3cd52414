import { standsOnUnknown } from "../builtins.js";
import type { SimpleTypeDefinition } from "../components.js";
import { isNewVariety } from "../datatypes.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";

/** Derivation Valid (Restriction, Simple) (3.14.6), what kinds of types may be made of what. */
export function cosStRestricts(context: CheckContext, type: SimpleTypeDefinition): void {
  const { base, variety } = type;
  if (base === undefined || standsOnUnknown(base)) return;
  if (variety === undefined) {
    const message =
      "xs:anySimpleType cannot be restricted: an atomic type must restrict a primitive type or one derived from it";
    context.findings.report("cos-st-restricts.1.1", message, type.source);
  } else if (isNewVariety(type)) {
    if (variety === "list") checkItem(context, type);
    if (variety === "union") for (const member of type.members) checkMember(context, type, member);
  }
}

function checkItem({ findings }: CheckContext, type: SimpleTypeDefinition): void {
  const { item, source } = type;
  if (item === undefined || standsOnUnknown(item)) return;
  if (item.final.includes("list")) {
    findings.report("cos-st-restricts.2.3.1.1", `${describeType(item)} is final for lists`, source);
  }
  const culprit = firstUnlistable(item);
  if (culprit !== undefined) {
    const message = `the items of a list must be atomic, but ${describeType(culprit)} is ${varietyOf(culprit)}`;
    findings.report("cos-st-restricts.2.1", message, source);
  }
}

/** The part of an item type that is not atomic: unions may be items if their members may. */
function firstUnlistable(type: SimpleTypeDefinition): SimpleTypeDefinition | undefined {
  const waiting = [type];
  const seen = new Set<SimpleTypeDefinition>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next) || standsOnUnknown(next)) continue;
    seen.add(next);
    if (next.variety === "union") for (const member of next.members) waiting.push(member);
    else if (next.variety !== "atomic") return next;
  }
  return undefined;
}

function checkMember({ findings }: CheckContext, type: SimpleTypeDefinition, member: SimpleTypeDefinition): void {
  if (standsOnUnknown(member)) return;
  if (member.final.includes("union")) {
    findings.report("cos-st-restricts.3.3.1.1", `${describeType(member)} is final for unions`, type.source);
  }
}

function varietyOf({ variety }: SimpleTypeDefinition): string {
  return variety === undefined ? "not" : `a ${variety}`;
}
