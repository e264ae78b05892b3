import { type TimeRange } from "../../../shared/times";
import { type ExportLine, exportValue, isoTime } from "./exportLines";

export interface ExportHead extends TimeRange {
  readonly server: string;
  readonly subject: string;
}

/** The lines with their points as `[time, value]`: null is unknown, "lost" a ping without a response. */
export function json({ server, subject, from, to }: ExportHead, lines: readonly ExportLine[]) {
  const content = {
    server,
    subject,
    from: isoTime(from),
    to: isoTime(to),
    lines: lines.map(({ name, metric, unit, times, values }) => ({
      name,
      metric,
      unit,
      points: Array.from(times, (time, index) => [
        isoTime(time),
        exportValue(metric, values[index]) ?? null,
      ]),
    })),
  };
  return `${JSON.stringify(content)}\n`;
}
