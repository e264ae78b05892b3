import { csvCell } from "../../../shared/csvCell";
import { type Unit } from "../../../shared/metrics";
import { chunksOf } from "../../common/export/chunks";
import { type ExportLine, exportValue, isoTime } from "./exportLines";

/** As spreadsheets know them; counts and loads have none. */
const unitNames: Readonly<Record<Unit, string>> = {
  percent: "%",
  bytes: "B",
  bytesPerSecond: "B/s",
  milliseconds: "ms",
  celsius: "°C",
  count: "",
  load: "",
};

/**
 * CSV by RFC 4180: a column of times and one per line. An empty cell has no sample, `lost` is a ping
 * without a response. In chunks, for it may be longer than a string can be.
 */
export function csv(lines: readonly ExportLine[]): Iterable<string> {
  return chunksOf(() => rowsOf(lines));
}

function* rowsOf(lines: readonly ExportLine[]): Generator<string, void> {
  const header = ["time", ...lines.map(headerOf)].map(csvCell);
  yield `${header.join(",")}\r\n`;
  const readers = lines.map(valueReader);
  for (const time of unionOfTimes(lines)) {
    let row = isoTime(time);
    for (const read of readers) row += `,${read(time)}`;
    yield `${row}\r\n`;
  }
}

/** Reads a line's cells, for times that rise. */
function valueReader({ metric, times, values }: ExportLine) {
  let next = 0;
  return (time: number): number | string => {
    let found: number | string = "";
    // Two samples may have one time: the later counts.
    for (; next < times.length && (times[next] ?? NaN) <= time; next++) {
      found = exportValue(metric, values[next]) ?? "";
    }
    return found;
  };
}

function headerOf({ name, unit }: ExportLine): string {
  return unitNames[unit] === "" ? name : `${name} (${unitNames[unit]})`;
}

/** Every time at which a line has a sample, once and in order. */
function* unionOfTimes(lines: readonly ExportLine[]): Generator<number, void> {
  const columns = [...new Set(lines.map(({ times }) => times))];
  const next = columns.map(() => 0);
  for (;;) {
    const time = columns.reduce((first, times, column) => {
      return Math.min(first, times[next[column] ?? 0] ?? Infinity);
    }, Infinity);
    if (time === Infinity) return;
    yield time;
    columns.forEach((times, column) => {
      let at = next[column] ?? 0;
      while ((times[at] ?? Infinity) <= time) at += 1;
      next[column] = at;
    });
  }
}
