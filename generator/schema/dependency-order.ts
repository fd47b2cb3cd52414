/**
 * Orders nodes so that each comes after those it depends on. An edge that closes a cycle is left out of account and
 * told to `onCycle`. Iterative: a schema may chain thousands of definitions.
 */
export function dependencyOrder<Node>(
  nodes: Iterable<Node>,
  dependencies: (node: Node) => readonly Node[],
  onCycle: (node: Node, dependency: Node) => void = () => {},
): readonly Node[] {
  const ordered: Node[] = [];
  const state = new Map<Node, "open" | "done">();
  for (const start of nodes) {
    if (state.has(start)) continue;
    const path: { readonly node: Node; readonly waiting: Iterator<Node> }[] = [];
    const enter = (node: Node): void => {
      state.set(node, "open");
      path.push({ node, waiting: dependencies(node)[Symbol.iterator]() });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.waiting.next();
      if (next.done === true) {
        state.set(top.node, "done");
        ordered.push(top.node);
        path.pop();
      } else if (!state.has(next.value)) {
        enter(next.value);
      } else if (state.get(next.value) === "open") {
        onCycle(top.node, next.value);
      }
    }
  }
  return ordered;
}
