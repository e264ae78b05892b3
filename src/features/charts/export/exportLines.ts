import { lowerBound } from "../../../shared/sortedSearch";
import { type MetricKey, metrics, type Unit } from "../../../shared/metrics";
import { lostPing } from "../../../shared/series";
import { shownName } from "../../../shared/shownName";
import { type TimeRange } from "../../../shared/times";
import { isKnown, type RawSeries } from "../model/snapshot";

/** A line that is seen, within the span that is seen. */
export interface ExportLine {
  /** What the legend calls it. Untrusted text on one line. */
  readonly name: string;
  readonly metric: MetricKey;
  readonly unit: Unit;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** The lines with these ids, in this order. */
export function exportLines(
  series: readonly RawSeries[],
  ids: readonly string[],
  { from, to }: TimeRange,
): readonly ExportLine[] {
  const byId = new Map(
    series.flatMap(({ times, lines }) => {
      const begin = lowerBound(times, from);
      const end = lowerBound(times, to + 1);
      // One column for all lines of a series: the rows of a CSV are made from it once.
      const shown = times.subarray(begin, end);
      return lines.map((line) => [line.id, { line, begin, end, times: shown }] as const);
    }),
  );
  return ids.flatMap((id) => {
    const found = byId.get(id);
    // Kinds of pings have statistics, but no records.
    if (found === undefined || !isKnown(found.line.values)) return [];
    const { line, begin, end, times } = found;
    return [
      {
        name: lineName(line.metric, line.name),
        metric: line.metric,
        unit: metrics[line.metric].unit,
        times,
        values: line.values.subarray(begin, end),
      },
    ];
  });
}

function lineName(metric: MetricKey, name: string | undefined): string {
  const label = metrics[metric].label();
  const own = shownName(name ?? "");
  return own === "" ? label : `${label} ${own}`;
}

/** A value in a file: undefined is unknown. */
export function exportValue(
  metric: MetricKey,
  value: number | undefined,
): number | "lost" | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  return metric === "ping" && value === lostPing ? "lost" : value;
}

/** ISO 8601 in UTC, to the millisecond. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
