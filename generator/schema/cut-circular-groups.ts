import { clarkName } from "../../src/xml/names.js";
import type { ModelGroup } from "./components.js";
import { dependencyOrder } from "./dependency-order.js";
import type { GroupDraft, Workspace } from "./workspace.js";

/** Groups within one another, named or not: what walks them may call itself as often. */
const maxDepth = 500;

/** Reports model groups that contain themselves (mg-props-correct, clause 2) or nest too deeply, and empties them. */
export function cutCircularGroups({ groups, redefinitions, findings }: Workspace): void {
  const all: GroupDraft[] = [...groups.values()];
  for (const original of redefinitions.values()) if (original.kind === "group") all.push(original);
  const byGroup = new Map<ModelGroup, GroupDraft>(all.map((group) => [group.modelGroup, group]));
  const referred = ({ modelGroup }: GroupDraft) =>
    [...referredGroups(modelGroup).keys()].flatMap((group) => byGroup.get(group) ?? []);
  const ordered = dependencyOrder(all, referred, (group, dependency) => {
    const message = `group ${clarkName(group.name)} contains itself through ${clarkName(dependency.name)}`;
    findings.report("mg-props-correct.2", message, group.source);
    group.modelGroup.particles = [];
  });
  const depths = new Map<ModelGroup, number>();
  for (const group of ordered) {
    let depth = 1;
    for (const [inner, at] of referredGroups(group.modelGroup)) depth = Math.max(depth, at + (depths.get(inner) ?? 0));
    depths.set(group.modelGroup, depth);
    if (depth <= maxDepth) continue;
    const message = `group ${clarkName(group.name)} holds more than ${maxDepth} groups within one another`;
    findings.report("xsd-limit", message, group.source);
    group.modelGroup.particles = [];
    depths.set(group.modelGroup, 1);
  }
}

/** The named groups that a group refers to, each with the greatest number of groups around the reference. */
function referredGroups(group: ModelGroup): ReadonlyMap<ModelGroup, number> {
  const found = new Map<ModelGroup, number>();
  const waiting: (readonly [inside: ModelGroup, depth: number])[] = [[group, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [{ particles }, depth] = next;
    for (const { term } of particles) {
      if (term.kind !== "modelGroup") continue;
      if (term.definition === undefined) waiting.push([term, depth + 1]);
      else found.set(term, Math.max(depth, found.get(term) ?? 0));
    }
  }
  return found;
}
