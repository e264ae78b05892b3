import { type Line } from "../data/line";
import { type LineStyle } from "../plot/plotView";
import { type LegendRow } from "../state/legendRows";
import { type LegendSort, type SortKey } from "../state/panelState";

export interface LegendItem {
  readonly row: LegendRow;
  readonly style: LineStyle;
  readonly shown: boolean;
}

export interface LegendEvents {
  /** @param alone shows only this line; again: all. */
  readonly onToggle: (line: string, alone: boolean) => void;
  /** Undefined: no line is pointed at any more. */
  readonly onHighlight: (line: string | undefined) => void;
  readonly onSort: (key: SortKey) => void;
}

export interface LegendView {
  readonly items: readonly LegendItem[];
  readonly sort: LegendSort | undefined;
  /** What the figures are based on. */
  readonly note: string | undefined;
}

/** The lines of a chart by name, and what they are at the cursor. */
export interface Legend {
  readonly element: HTMLElement;
  readonly update: (view: LegendView) => void;
  /** @param textAt what a line is at the cursor; undefined: there is no cursor, the latest counts. */
  readonly setCursor: (textAt: ((line: Line) => string) | undefined) => void;
}
