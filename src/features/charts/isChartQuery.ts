import { type ChartQuery, type Span } from "../../shared/chartApi";
import { isMetricKey } from "../../shared/metrics";
import { maxTime } from "../../shared/times";
import { isRecord } from "../../util/json";

export function isChartQuery(value: unknown): value is ChartQuery {
  if (!isRecord(value)) return false;
  const { id, span, metrics, taskId, nodes } = value;
  return (
    Number.isSafeInteger(id) &&
    isSpan(span) &&
    (metrics === undefined || isListOf(metrics, isMetricKey)) &&
    (taskId === undefined || Number.isSafeInteger(taskId)) &&
    (nodes === undefined || isListOf(nodes, (node) => typeof node === "string"))
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isSpan(value: unknown): value is Span {
  if (!isRecord(value)) return false;
  const { kind, hours, from, to } = value;
  if (kind === "live" || kind === "all") return true;
  if (kind === "last") return typeof hours === "number" && hours > 0 && hours < 1e6;
  return kind === "between" && isTime(from) && isTime(to) && from < to;
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= maxTime;
}
