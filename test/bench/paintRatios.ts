/** What paint.ts asks the page for. */
export interface PaintCase {
  readonly lines: number;
  readonly points: number;
  readonly rounds: number;
}

/** Ours as a multiple of a bare uPlot. */
export interface PaintRatios {
  readonly paint: number;
  readonly zoom: number;
  readonly append: number;
  /** Ours and bare, of each of the three; to look at, not to compare with other runs. */
  readonly milliseconds: readonly number[];
}
