/** A row with load_type is about a quarter of a whole one. */
const manyFrom = 4;
const shareOfAll = 3;

/**
 * Whether one request for all nodes of a server costs less than one for each wanted node: every
 * node has about as many rows, so it does once about a third of them is wanted.
 */
export function asksForAll(wanted: number, all: number): boolean {
  return wanted >= manyFrom && wanted * shareOfAll >= all;
}

const nodeRows = 10_000;
const nodePingRows = 100_000;
const rowsPerNodeOfMany = 3_000;
const maxRows = 500_000;

/** More than a server ever has of one node, so that its history comes whole. */
export function loadRowLimit(nodes: number | undefined): number {
  return nodes === undefined ? nodeRows : manyRows(nodes);
}

export function pingRowLimit(nodes: number | undefined): number {
  return nodes === undefined ? nodePingRows : Math.max(nodePingRows, manyRows(nodes));
}

function manyRows(nodes: number): number {
  return Math.min(maxRows, Math.max(1, nodes) * rowsPerNodeOfMany);
}
