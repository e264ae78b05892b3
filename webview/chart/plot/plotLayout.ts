/** CSS pixels. */
export const fontSize = 11;
export const margins = { top: 8, right: 14 } as const;
const timeAxisHeight = 22;
/** From an axis to its labels, and from those of values to the edge. */
export const labelGap = 6;
const edgeGap = 2;
/** Widths are rounded up to this, so that a plot does not move with every new label. */
const widthStep = 8;
/** From one tick of values to the next, at least. */
const valueSpace = 30;
const maxIntervals = 8;

/** Height of the axis of times, with room above its labels for a strip of losses. */
export function timeAxisSize(stripHeight: number): number {
  return timeAxisHeight + stripHeight;
}

export function valueAxisSize(labelWidths: readonly number[]): number {
  return Math.ceil((Math.max(0, ...labelWidths) + labelGap + edgeGap) / widthStep) * widthStep;
}

/** How many intervals between ticks fit on an axis of values that is so high. */
export function intervalsOf(height: number): number {
  return Math.max(1, Math.min(maxIntervals, Math.floor(height / valueSpace)));
}
