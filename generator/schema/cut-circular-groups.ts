import { clarkName } from "../../src/xml/names.js";
import type { ModelGroup } from "./components.js";
import { dependencyOrder } from "./dependency-order.js";
import type { GroupDraft, Workspace } from "./workspace.js";

/** Groups that may refer to each other in a chain. */
const maxDepth = 500;

/** Reports model groups that contain themselves (mg-props-correct, clause 2) and empties them. */
export function cutCircularGroups({ groups, redefinitions, findings }: Workspace): void {
  const all: GroupDraft[] = [...groups.values()];
  for (const original of redefinitions.values()) if (original.kind === "group") all.push(original);
  const byGroup = new Map<ModelGroup, GroupDraft>(all.map((group) => [group.modelGroup, group]));
  const referred = ({ modelGroup }: GroupDraft) =>
    [...referredGroups(modelGroup)].flatMap((group) => byGroup.get(group) ?? []);
  const ordered = dependencyOrder(all, referred, (group, dependency) => {
    const message = `group ${clarkName(group.name)} contains itself through ${clarkName(dependency.name)}`;
    findings.report("mg-props-correct.2", message, group.source);
    group.modelGroup.particles = [];
  });
  const depths = new Map<GroupDraft, number>();
  for (const group of ordered) {
    const depth = 1 + Math.max(0, ...referred(group).map((other) => depths.get(other) ?? 0));
    depths.set(group, depth);
    if (depth <= maxDepth) continue;
    const message = `group ${clarkName(group.name)} refers to a chain of more than ${maxDepth} groups`;
    findings.report("xsd-limit", message, group.source);
    group.modelGroup.particles = [];
    depths.set(group, 0);
  }
}

/** The named groups that a group refers to, at any depth of unnamed ones. */
function referredGroups(group: ModelGroup): ReadonlySet<ModelGroup> {
  const found = new Set<ModelGroup>();
  const waiting = [...group.particles];
  for (let particle = waiting.pop(); particle !== undefined; particle = waiting.pop()) {
    const { term } = particle;
    if (term.kind !== "modelGroup") continue;
    if (term.definition !== undefined) found.add(term);
    else waiting.push(...term.particles);
  }
  return found;
}
