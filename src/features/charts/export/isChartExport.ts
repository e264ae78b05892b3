import { type ChartExport } from "../../../shared/chartApi";
import { isRecord } from "../../../util/json";

/** What decides over files and clipboard is checked, though it comes from a page of ours. */
export function isChartExport(value: unknown): value is ChartExport {
  if (!isRecord(value)) return false;
  const { format, target, from, to, lines } = value;
  return (
    (format === "csv" || format === "json") &&
    (target === "file" || target === "clipboard") &&
    Number.isFinite(from) &&
    Number.isFinite(to) &&
    Array.isArray(lines) &&
    lines.every((line) => typeof line === "string")
  );
}
