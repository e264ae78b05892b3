/** Pixels. A gap stands between cells, beside columns, and below a group. */
export const mapMeasures = {
  gap: 2,
  columnWidth: 420,
  columnGap: 20,
  headHeight: 24,
  groupGap: 6,
  largest: { width: 32, height: 24 },
  smallest: { width: 10, height: 10 },
  /** From this size up a cell has room for its value. */
  withValue: { width: 28, height: 20 },
} as const;

export interface MapGroupSize {
  /** 0 while the group is folded. */
  readonly cells: number;
}

export interface PlacedGroup {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly cellsPerRow: number;
}

export interface MapLayout {
  readonly cell: { readonly width: number; readonly height: number };
  /** In the order of the groups. */
  readonly groups: readonly PlacedGroup[];
  /** More than the page has: the map scrolls. */
  readonly height: number;
}

/**
 * Places groups in columns, top down. All cells are of one size: the largest with which all groups fit
 * without scrolling, else the smallest.
 */
export function layoutMap(
  groups: readonly MapGroupSize[],
  page: { readonly width: number; readonly height: number },
): MapLayout {
  const { largest, smallest } = mapMeasures;
  for (let width: number = largest.width; width > smallest.width; width -= 1) {
    const layout = placeGroups(groups, page, width);
    if (layout.height <= page.height) return layout;
  }
  return placeGroups(groups, page, smallest.width);
}

/** Every width of a cell has one height, from 10 × 10 to 32 × 24. */
function heightOf(width: number): number {
  const { largest, smallest } = mapMeasures;
  const share = (width - smallest.width) / (largest.width - smallest.width);
  return Math.round(smallest.height + share * (largest.height - smallest.height));
}

function placeGroups(
  groups: readonly MapGroupSize[],
  page: { readonly width: number; readonly height: number },
  cellWidth: number,
): MapLayout {
  const { gap, columnWidth, columnGap, headHeight, groupGap } = mapMeasures;
  const cell = { width: cellWidth, height: heightOf(cellWidth) };
  const fitting = Math.floor((page.width + columnGap) / (columnWidth + columnGap));
  const columns = Math.max(1, Math.min(groups.length, fitting));
  const width = (page.width - (columns - 1) * columnGap) / columns;
  const cellsPerRow = Math.max(1, Math.floor((width + gap) / (cell.width + gap)));
  const heights = groups.map(({ cells }) => {
    const rows = Math.ceil(cells / cellsPerRow);
    return headHeight + rows * (cell.height + gap) + groupGap;
  });
  const bottom = lowestBottom(heights, columns);
  let column = 0;
  let y = 0;
  let height = 0;
  const placed = heights.map((own) => {
    if (y > 0 && y + own > bottom && column < columns - 1) {
      column += 1;
      y = 0;
    }
    const place = { x: column * (width + columnGap), y, width, cellsPerRow };
    y += own;
    height = Math.max(height, y);
    return place;
  });
  return { cell, groups: placed, height };
}

/** The least height with which the groups, kept in their order, fill no more than so many columns. */
function lowestBottom(heights: readonly number[], columns: number): number {
  let low = Math.max(0, ...heights);
  let high = heights.reduce((sum, height) => sum + height, 0);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (columnsFor(heights, middle) <= columns) high = middle;
    else low = middle + 1;
  }
  return low;
}

function columnsFor(heights: readonly number[], bottom: number): number {
  let columns = 1;
  let y = 0;
  for (const height of heights) {
    if (y > 0 && y + height > bottom) {
      columns += 1;
      y = 0;
    }
    y += height;
  }
  return columns;
}
