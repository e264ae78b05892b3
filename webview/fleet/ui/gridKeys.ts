/** A cell of the table: a row of the scene and a column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows the view has room for. */
  readonly pageRows: number;
}

/** Where a key leads from a cell, as in every grid; undefined: the key does not move. */
export function moveInGrid(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { row, column }: GridPlace,
  { rows, columns, pageRows }: GridSize,
): GridPlace | undefined {
  if (altKey || rows === 0) return undefined;
  const toEdge = ctrlKey || metaKey;
  const at = (wantedRow: number, wantedColumn = column): GridPlace => ({
    row: Math.min(rows - 1, Math.max(0, wantedRow)),
    column: Math.min(columns - 1, Math.max(0, wantedColumn)),
  });
  switch (key) {
    case "ArrowDown":
      return at(toEdge ? rows : row + 1);
    case "ArrowUp":
      return at(toEdge ? 0 : row - 1);
    case "ArrowLeft":
      return at(row, toEdge ? 0 : column - 1);
    case "ArrowRight":
      return at(row, toEdge ? columns : column + 1);
    case "PageDown":
      return at(row + pageRows);
    case "PageUp":
      return at(row - pageRows);
    case "Home":
      return toEdge ? at(0, 0) : at(row, 0);
    case "End":
      return toEdge ? at(rows, columns) : at(row, columns);
    default:
      return undefined;
  }
}
