import { lowerBound } from "../../../../src/shared/sortedSearch";
import { type JsonIndex } from "../json/jsonIndex";
import { childrenOf, countOf, keyOf } from "../json/jsonLine";

/** Expanded containers: 1 at their lines. */
export type OpenLines = Uint8Array;

/** Limit of rows that are expanded initially. */
const maxInitialRows = 60;
/** Limit of remembered paths. */
const maxPaths = 500;

/** Expands the root, and its descendants level by level up to `maxInitialRows`. */
export function firstOpen(index: JsonIndex): OpenLines {
  const open = new Uint8Array(index.size);
  const queue = [0];
  let rows = 1;
  for (const line of queue) {
    const count = countOf(index, line);
    if (count === 0 || (line > 0 && rows + count > maxInitialRows)) continue;
    open[line] = 1;
    rows += count;
    if (rows <= maxInitialRows) queue.push(...childrenOf(index, line));
  }
  return open;
}

/** The lines of the visible rows, ascending. */
export function visibleRows({ size, ends, text, starts }: JsonIndex, open: OpenLines): Uint32Array {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let line = 0; line < size;) {
    if (isBracket(text.charCodeAt(starts[line] ?? 0))) {
      line++;
      continue;
    }
    rows[count++] = line;
    line = open[line] === 1 ? line + 1 : (ends[line] ?? line) + 1;
  }
  return rows.slice(0, count);
}

function isBracket(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}

/** The row of the line, or of the collapsed container that holds it. */
export function nearestRow(rows: Uint32Array, line: number): number {
  const row = lowerBound(rows, line);
  return rows[row] === line ? row : Math.max(0, row - 1);
}

/** Expanded containers by keys and positions, to expand the same ones in another result. */
export interface OpenPaths {
  readonly [step: string]: OpenPaths;
}

export function openPaths(index: JsonIndex, open: OpenLines): OpenPaths {
  let left = maxPaths;
  const pathsOf = (line: number): OpenPaths => {
    const steps: Record<string, OpenPaths> = Object.create(null) as Record<string, OpenPaths>;
    for (const child of childrenOf(index, line)) {
      if (left <= 0) break;
      if (open[child] !== 1) continue;
      left--;
      steps[stepOf(index, child)] = pathsOf(child);
    }
    return steps;
  };
  return pathsOf(0);
}

/** Expands the containers of the paths; new ones stay collapsed. */
export function reopen(index: JsonIndex, paths: OpenPaths): OpenLines {
  const open = new Uint8Array(index.size);
  const unfold = (line: number, steps: OpenPaths) => {
    open[line] = 1;
    if (Object.keys(steps).length === 0) return;
    for (const child of childrenOf(index, line)) {
      const next = steps[stepOf(index, child)];
      if (next !== undefined) unfold(child, next);
    }
  };
  unfold(0, paths);
  return open;
}

function stepOf(index: JsonIndex, line: number): string {
  return keyOf(index, line) ?? String(index.places[line] ?? 0);
}
