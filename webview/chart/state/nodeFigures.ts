import { type MetricKey } from "../../../src/shared/metrics";
import { type Line } from "../data/line";
import { aggregateNode } from "./aggregate";
import { legendColumns, type LegendContext, type LegendRow, legendRow } from "./legendRows";
import { type LegendSort, type SortKey } from "./panelState";
import { type Section } from "./sections";

/** A node of several, with its figures of each metric that is compared. */
export interface NodeFigures {
  /** As `EncodedLine.node`. */
  readonly node: string;
  readonly name: string;
  /** It stands for all nodes together. */
  readonly isAggregate: boolean;
  readonly rows: ReadonlyMap<MetricKey, LegendRow>;
}

type FigureContext = Omit<LegendContext, "columns" | "style">;

/** In the order of the lines; what stands for all nodes comes last, however they are sorted. */
export function nodeFigures(
  sections: readonly Pick<Section, "id" | "metric" | "unit" | "percent" | "lines">[],
  columns: readonly SortKey[],
  context: FigureContext,
  sort: LegendSort | undefined,
  locale: string,
): readonly NodeFigures[] {
  const found = new Map<string, { name: string; rows: Map<MetricKey, LegendRow> }>();
  for (const section of sections) {
    const style = { unit: section.unit, percent: section.percent, short: sections.length > 1 };
    for (const line of section.lines) {
      const row = legendRow(line, { ...context, columns, style });
      const known = found.get(keyOf(line)) ?? { name: row.name, rows: new Map() };
      known.rows.set(section.metric, row);
      found.set(keyOf(line), known);
    }
  }
  const all = [...found].map(([node, { name, rows }]) => {
    return { node, name, rows, isAggregate: node === aggregateNode };
  });
  const nodes = sortFigures(
    all.filter(({ isAggregate }) => !isAggregate),
    sort,
    locale,
  );
  return [...nodes, ...all.filter(({ isAggregate }) => isAggregate)];
}

function keyOf({ id, node }: Line): string {
  return node ?? id;
}

/** What is not known comes last, whichever way it goes. */
function sortFigures(
  nodes: readonly NodeFigures[],
  sort: LegendSort | undefined,
  locale: string,
): readonly NodeFigures[] {
  if (sort === undefined) return nodes;
  const { key, metric, descending } = sort;
  const sign = descending ? -1 : 1;
  if (key === "name") {
    const names = new Intl.Collator(locale, { numeric: true });
    return nodes.toSorted((a, b) => sign * names.compare(a.name, b.name));
  }
  const valueOf = ({ rows }: NodeFigures) => metric && rows.get(metric)?.cells[key]?.value;
  return nodes.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
}

/** CSS pixels. */
const nameWidth = 150;
const columnWidth = 46;
/** In the order in which they go where there is no room for them. */
const expendable = ["max", "min", "average"] as const;

export interface ShownFigures {
  /** As many of the metrics as fit, the first ones. */
  readonly metrics: number;
  readonly columns: readonly SortKey[];
}

/** Of one metric all its figures are shown; of several those that fit: the least and the greatest go first. */
export function shownFigures(
  sections: readonly Pick<Section, "id">[],
  width: number,
): ShownFigures {
  const [first, ...others] = sections;
  if (first === undefined) return { metrics: 0, columns: [] };
  if (others.length === 0) return { metrics: 1, columns: legendColumns(first).slice(1) };
  const room = Math.max(1, Math.floor((width - nameWidth) / columnWidth));
  let columns: readonly SortKey[] = ["latest", "min", "average", "max"];
  for (const key of expendable) {
    if (columns.length * sections.length <= room) break;
    columns = columns.filter((each) => each !== key);
  }
  return {
    columns,
    metrics: Math.min(sections.length, Math.max(1, Math.floor(room / columns.length))),
  };
}
