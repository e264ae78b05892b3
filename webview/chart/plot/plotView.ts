import { type Unit } from "../../../src/shared/metrics";
import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";

/** How a line looks; in high contrast the dash distinguishes lines where colour does not. */
export interface LineStyle {
  readonly color: string;
  /** CSS pixels; empty: drawn through. */
  readonly dash: readonly number[];
}

export interface PlotLine {
  readonly line: Line;
  readonly style: LineStyle;
  /** Another line is pointed at in the legend. */
  readonly faded: boolean;
}

/** All that one chart shows. */
export interface PlotView extends TimeRange {
  readonly unit: Unit;
  /** Without the hidden ones. */
  readonly lines: readonly PlotLine[];
  /** As percent of each line's total. */
  readonly percent: boolean;
  readonly smooth: boolean;
  /** Old data while new is on its way. */
  readonly dimmed: boolean;
  readonly thresholds: readonly number[];
  /** Nothing was reported: not the same as zero. */
  readonly offline: readonly TimeRange[];
  /** The machine started again; in a chart of amounts, also its counter alone. */
  readonly restarts: readonly number[];
  /** A bucket that is not over yet begins here. */
  readonly partialFrom: number | undefined;
  /** The lines are amounts, drawn as bars that stand on each other. */
  readonly bars?: Bars | undefined;
}

export interface Bars {
  /** Places of bars that are known in part only. */
  readonly partial: ReadonlySet<number>;
}

/** What a pointer or wheel does on a chart. */
export type Gesture =
  | ({ readonly kind: "select" } & TimeRange)
  /** `factor` below 1 zooms in, `at` stays where it is. */
  | { readonly kind: "zoom"; readonly at: number; readonly factor: number }
  /** Milliseconds; above 0: to later times. */
  | { readonly kind: "pan"; readonly by: number }
  | { readonly kind: "live" };

export interface PlotEvents {
  /** Undefined: the pointer has left. */
  readonly onCursor: (time: number | undefined) => void;
  readonly onGesture: (gesture: Gesture) => void;
}

/** Colours of a theme, from VS Code's. */
export interface PlotTheme {
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly error: string;
  readonly warning: string;
  readonly highContrast: boolean;
  /** The family of VS Code's own texts. */
  readonly font: string;
}
