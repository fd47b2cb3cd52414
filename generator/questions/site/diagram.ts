import type { OutlineNode } from "../explain/outline.js";
import { printOccurrence } from "../explain/print-explanation.js";
import { type Html, html } from "./html.js";

const rowHeight = 34;
const boxHeight = 24;
const gap = 36;
const letter = 7.4;
/** Boxes in a diagram before the rest is counted: beyond that a picture says less than the list. */
const mostBoxes = 60;

interface Placed {
  readonly markup: Html;
  /** Where the line from the left arrives. */
  readonly y: number;
  /** Rows taken. */
  readonly rows: number;
  readonly right: number;
}

/**
 * A content model as a picture: the component at the left, groups as signs, what is optional with a dashed frame. Colours
 * come from the page.
 */
export function drawDiagram(label: string, children: readonly OutlineNode[]): Html | undefined {
  const shown = limit(children);
  if (shown.length === 0) return undefined;
  const width = boxWidth(label);
  const placed = placeAll(shown, width + 2 + gap, 0);
  const y = middle(placed);
  const markup = [box(label, 2, y, width, "root"), connect(2 + width, y, placed, width + 2 + gap)];
  const rows = placed.reduce((sum, child) => sum + child.rows, 0);
  const right = Math.max(...placed.map((child) => child.right)) + 4;
  return html`<svg class="diagram" viewBox="0 0 ${Math.ceil(right)} ${rows * rowHeight + 4}" width="${Math.ceil(right)}" height="${
    rows * rowHeight + 4
  }" aria-hidden="true" focusable="false">${markup}${placed.map((child) => child.markup)}</svg>`;
}

/** The first boxes, and one that says how many are left out. */
function limit(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  let left = mostBoxes;
  const take = (all: readonly OutlineNode[], depth: number): readonly OutlineNode[] => {
    const taken: OutlineNode[] = [];
    for (const node of all) {
      if (left === 0) {
        const rest = { kind: "text" as const, min: 1, max: 1, facts: [], children: [] };
        taken.push({ ...rest, name: `… ${all.length - taken.length} more` });
        break;
      }
      left--;
      // Types are opened on their own pages; groups belong to this one.
      const isGroup = node.kind === "sequence" || node.kind === "choice" || node.kind === "all";
      taken.push({
        ...node,
        children: isGroup || (depth === 0 && node.type === undefined) ? take(node.children, depth + 1) : [],
      });
    }
    return taken;
  };
  return take(nodes, 0);
}

function placeAll(nodes: readonly OutlineNode[], x: number, row: number): readonly Placed[] {
  const placed: Placed[] = [];
  let next = row;
  for (const node of nodes) {
    const child = place(node, x, next);
    placed.push(child);
    next += child.rows;
  }
  return placed;
}

function place(node: OutlineNode, x: number, row: number): Placed {
  const label = labelOf(node);
  const isSign = node.kind === "sequence" || node.kind === "choice" || node.kind === "all";
  const width = isSign ? 34 : boxWidth(label);
  const kind = `${node.kind}${node.min === 0 ? " optional" : ""}`;
  const children = placeAll(node.children, x + width + gap, row);
  const rows = Math.max(
    1,
    children.reduce((sum, child) => sum + child.rows, 0),
  );
  const y = children.length === 0 ? row * rowHeight + rowHeight / 2 : middle(children);
  const right = Math.max(x + width, ...children.map((child) => child.right));
  const own = isSign ? sign(node, x, y, kind) : box(label, x, y, width, kind);
  const lines = children.length === 0 ? undefined : connect(x + width, y, children, x + width + gap);
  return { markup: html`${own}${lines}${children.map((child) => child.markup)}`, y, rows, right };
}

function labelOf({ kind, name, min, max }: OutlineNode): string {
  const label =
    kind === "attribute"
      ? `@${name}`
      : kind === "any"
        ? "any element"
        : kind === "anyAttribute"
          ? "any attribute"
          : (name ?? "text");
  return `${label}${kind === "text" ? "" : printOccurrence(min, max)}`;
}

function boxWidth(label: string): number {
  return Math.round(label.length * letter + 18);
}

function middle(placed: readonly Placed[]): number {
  const [first, last] = [placed[0], placed.at(-1)];
  return ((first?.y ?? 0) + (last?.y ?? 0)) / 2;
}

function box(label: string, x: number, y: number, width: number, kind: string): Html {
  return html`<g class="${kind}"><rect x="${x}" y="${y - boxHeight / 2}" width="${width}" height="${boxHeight}" rx="4"/><text x="${
    x + 9
  }" y="${y + 4}">${label}</text></g>`;
}

/** Dots in a row for a sequence, a fork for a choice, a ring for any order; the occurrence below. */
function sign(node: OutlineNode, x: number, y: number, kind: string): Html {
  const marks = { sequence: "• • •", choice: "⋔", all: "∀" } as const;
  const mark = node.kind === "sequence" || node.kind === "choice" || node.kind === "all" ? marks[node.kind] : "";
  return html`<g class="${kind}"><rect x="${x}" y="${y - 10}" width="34" height="20" rx="10"/><text x="${x + 17}" y="${
    y + 4
  }" text-anchor="middle">${mark}</text><text class="occurrence" x="${x + 17}" y="${y + 21}" text-anchor="middle">${printOccurrence(node.min, node.max)}</text></g>`;
}

function connect(fromX: number, fromY: number, children: readonly Placed[], toX: number): Html {
  const bend = fromX + gap / 2;
  return html`${children.map((child) => html`<path d="M${fromX} ${fromY}H${bend}V${child.y}H${toX}"/>`)}`;
}
