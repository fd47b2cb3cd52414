import { expect, test } from "vitest";
import { dependencyOrder } from "../../../../generator/schema/dependency-order.js";

function order(graph: Readonly<Record<string, string>>): readonly [order: string, cycles: readonly string[]] {
  const cycles: string[] = [];
  const ordered = dependencyOrder(
    Object.keys(graph),
    (node) => [...(graph[node] ?? "")],
    (node, dependency) => cycles.push(node + dependency),
  );
  return [ordered.join(""), cycles];
}

test("dependencies come first, each once, in the order they are met", () => {
  expect(order({ a: "bc", b: "d", c: "d", d: "" })).toEqual(["dbca", []]);
});

test("an edge that closes a cycle is told and left out", () => {
  expect(order({ a: "b", b: "c", c: "a" })).toEqual(["cba", ["ca"]]);
  expect(order({ a: "a" })).toEqual(["a", ["aa"]]);
});

test("a chain may be longer than functions may nest", () => {
  const length = 100_000;
  const ordered = dependencyOrder([0], (node) => (node < length ? [node + 1] : []));
  expect(ordered[0]).toBe(length);
});
