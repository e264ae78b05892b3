/** CSS pixels. */
export const fontSize = 10.5;
export const margins = { top: 8, right: 8 } as const;
const timeAxisHeight = 18;
/** From an axis to its labels, and from those of values to the edge. */
export const labelGap = 4;
const edgeGap = 4;
/** Enough for most labels, so that the charts of a column are in line. */
const minValueAxis = 44;
/** Widths are rounded up to this, so that a plot does not move with every new label. */
const widthStep = 8;
/** From these heights on there are so many intervals between the ticks of values. */
const intervalHeights = [
  { minHeight: 320, intervals: 4 },
  { minHeight: 60, intervals: 2 },
] as const;

/** Height of the axis of times, with room below its labels for a strip of losses. */
export function timeAxisSize(stripHeight: number): number {
  return timeAxisHeight + stripHeight;
}

export function valueAxisSize(labelWidths: readonly number[]): number {
  const needed = Math.max(0, ...labelWidths) + labelGap + edgeGap;
  const extra = Math.max(0, needed - minValueAxis);
  return minValueAxis + Math.ceil(extra / widthStep) * widthStep;
}

/** How many intervals between ticks fit on an axis of values that is so high. */
export function intervalsOf(height: number): number {
  return intervalHeights.find(({ minHeight }) => height >= minHeight)?.intervals ?? 1;
}
