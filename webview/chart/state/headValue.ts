import { hasTotal } from "../../../src/shared/metrics";
import { type Format } from "../../../src/shared/format";
import { type Line } from "../data/line";
import { valueText, type ValueStyle } from "./valueText";

/** A value as the head of a chart shows it. */
export interface HeadValue {
  readonly text: string;
  /** At or over the threshold of its metric. */
  readonly isOver: boolean;
}

/** Beside a value that is part of a total its share: "7.5 GiB, 94%". */
export function headValue(
  value: number | "lost" | undefined,
  line: Line,
  threshold: number | undefined,
  style: ValueStyle,
  format: Format,
): HeadValue {
  const text = valueText(value, line, style, format);
  if (typeof value !== "number" || !Number.isFinite(value)) return { text, isOver: false };
  const share = shareOf(value, line);
  const isOver = threshold !== undefined && (share ?? value) >= threshold;
  if (share === undefined || style.percent) return { text, isOver };
  return { text: `${text}, ${format.percent(share)}`, isOver };
}

/** Percent of the total; undefined if the metric has none, or an unknown one. */
function shareOf(value: number, { metric, total }: Line): number | undefined {
  return hasTotal(metric) && total !== undefined && total > 0 ? (value / total) * 100 : undefined;
}
