import { type TimeRange } from "../../../shared/times";
import { chunksOf } from "../../common/export/chunks";
import { type ExportLine, exportValue, isoTime } from "./exportLines";

interface ExportHead extends TimeRange {
  readonly server: string;
  readonly subject: string;
}

/**
 * The lines with their points as `[time, value]`: null is unknown, "lost" a ping without a response. In chunks,
 * for it may be longer than a string can be.
 */
export function json(head: ExportHead, lines: readonly ExportLine[]): Iterable<string> {
  return chunksOf(() => partsOf(head, lines));
}

function* partsOf(
  { server, subject, from, to }: ExportHead,
  lines: readonly ExportLine[],
): Generator<string, void> {
  const head = JSON.stringify({ server, subject, from: isoTime(from), to: isoTime(to) });
  yield `${head.slice(0, -1)},"lines":[`;
  for (const [index, line] of lines.entries()) {
    if (index > 0) yield ",";
    yield* lineParts(line);
  }
  yield "]}\n";
}

function* lineParts({ name, metric, unit, times, values }: ExportLine): Generator<string, void> {
  const head = JSON.stringify({ name, metric, unit });
  yield `${head.slice(0, -1)},"points":[`;
  for (let index = 0; index < times.length; index++) {
    const value = JSON.stringify(exportValue(metric, values[index]) ?? null);
    yield `${index === 0 ? "" : ","}["${isoTime(times[index] ?? NaN)}",${value}]`;
  }
  yield "]}";
}
