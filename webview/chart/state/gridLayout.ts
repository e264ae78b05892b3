import { type ChartId } from "../../../src/shared/metrics";

/** From these widths of the page on, CSS pixels, there are two and three columns: at least 380 each. */
const minWidths = [772, 1240];

/** How many columns of charts a page of this width has. */
export function columnsFor(width: number): number {
  return 1 + minWidths.filter((min) => width >= min).length;
}

/** Of charts that are all alike: as many columns as fit, or fewer where the rows are the same then. */
export function evenColumns(count: number, fitting: number): number {
  const rows = Math.ceil(count / fitting);
  return Math.max(1, Math.ceil(count / Math.max(1, rows)));
}

/** Whether a chart has a row of its own: a bar for every day or hour needs the room. */
export function fillsRow(id: ChartId): boolean {
  return id === "traffic";
}

/**
 * How many columns each chart takes: the last one of a row that is not full takes what is left of it.
 * @param fills of each chart: it has a row of its own.
 */
export function columnSpans(fills: readonly boolean[], columns: number): readonly number[] {
  const spans: number[] = [];
  let used = 0;
  const endRow = () => {
    const last = spans.length - 1;
    if (used > 0) spans[last] = (spans[last] ?? 0) + columns - used;
    used = 0;
  };
  for (const isFull of fills) {
    if (isFull) endRow();
    spans.push(isFull ? columns : 1);
    used = isFull ? 0 : (used + 1) % columns;
  }
  endRow();
  return spans;
}
