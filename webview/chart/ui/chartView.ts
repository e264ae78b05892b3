import { type ChartSetup } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type Times, type TimeZone } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { type LineStore } from "../data/lineStore";
import { type LineStats } from "../data/stats";
import { type LineStyle, type PlotTheme } from "../plot/plotView";
import { type LegendSort } from "../state/panelState";
import { type Section } from "../state/sections";

/** What the charts of a panel have in common. */
export interface ChartShared {
  readonly kind: ChartSetup["kind"];
  readonly locale: string;
  readonly format: Format;
  readonly statsOf: (line: Line, range: TimeRange) => LineStats;
}

/** How times and colours are shown at the moment. */
export interface ChartLook {
  readonly theme: PlotTheme;
  readonly zone: TimeZone;
  readonly times: Times;
}

/** All that one chart shows, its legend and table included. */
export interface SectionView extends ChartLook {
  readonly section: Section;
  readonly store: LineStore;
  readonly range: TimeRange;
  /** The range has changed, and its data are being loaded. */
  readonly moved: boolean;
  /** Ids of lines. */
  readonly visible: readonly string[];
  /** One for each line of the section. */
  readonly styles: readonly LineStyle[];
  readonly sort: LegendSort | undefined;
  readonly smooth: boolean;
  readonly dimmed: boolean;
  readonly thresholds: readonly number[];
  /** "4 h" */
  readonly span: string;
  readonly tableOpen: boolean;
}

export function shownLines({ section, visible }: SectionView): readonly Line[] {
  return section.lines.filter(({ id }) => visible.includes(id));
}
