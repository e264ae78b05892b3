/** A row with load_type is about a quarter of a complete row. */
const minNodesForSingleRequest = 4;
const minShareDivisor = 3;

/**
 * Whether one request for all nodes of a server costs less than one for each requested node. Nodes have
 * about the same number of rows, so it does if at least a third of the nodes is requested.
 */
export function isSingleRequestCheaper(requested: number, all: number): boolean {
  return requested >= minNodesForSingleRequest && requested * minShareDivisor >= all;
}

const nodeRows = 10_000;
const nodePingRows = 100_000;
const rowsPerNodeOfMany = 3_000;
const maxRows = 500_000;

/** Above the number of rows that a server has of one node, so that its history is complete. */
export function loadRowLimit(nodes: number | undefined): number {
  return nodes === undefined ? nodeRows : manyRows(nodes);
}

export function pingRowLimit(nodes: number | undefined): number {
  return nodes === undefined ? nodePingRows : Math.max(nodePingRows, manyRows(nodes));
}

function manyRows(nodes: number): number {
  return Math.min(maxRows, Math.max(1, nodes) * rowsPerNodeOfMany);
}
