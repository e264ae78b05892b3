import { csvCell } from "../../../shared/csvCell";
import { type Unit } from "../../../shared/metrics";
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
 * without a response.
 */
export function csv(lines: readonly ExportLine[]): string {
  const header = ["time", ...lines.map(headerOf)].map(csvCell);
  const readers = lines.map(valueReader);
  const rows = unionOfTimes(lines).map((time) => {
    return [isoTime(time), ...readers.map((read) => read(time))].join(",");
  });
  return [header.join(","), ...rows, ""].join("\r\n");
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

/** Every time at which a line has a sample, once. */
function unionOfTimes(lines: readonly ExportLine[]): readonly number[] {
  const columns = new Set(lines.map(({ times }) => times));
  const all = new Set<number>();
  for (const times of columns) for (const time of times) all.add(time);
  return [...all].sort((a, b) => a - b);
}
