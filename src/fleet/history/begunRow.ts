import { type LoadColumns, type LoadField, type LoadHistory } from "../../komari/records";
import { usualStep } from "./historyWindow";

/**
 * 1.4.3 works the fields of a row out one after the other, in this order. When the first report of its
 * newest step comes in between, the fields before it are 0 in that row.
 */
const order = [
  ...(["cpu", "gpu", "memoryUsed", "swapUsed", "load1", "diskUsed", "networkIn"] as const),
  ...(["networkOut", "totalUp", "totalDown", "processes", "tcpConnections"] as const),
  "udpConnections",
] as const satisfies readonly LoadField[];

/** What no machine that runs has none of. */
const neverNone: readonly LoadField[] = ["memoryUsed", "diskUsed", "processes"];

const minuteMs = 60_000;

/** By then an agent has reported, most often, and what is 0 is so. */
const begunMs = 15_000;

/**
 * Such zeros are unknown, until the server is asked again. What was 0 in the row before is so still.
 * @param asked when, by the server's clock.
 * @param whole the rows have all fields.
 */
export function withoutBegunZeros(
  history: LoadHistory,
  asked: number,
  whole: boolean,
): LoadHistory {
  const mended = Array.from(history.nodes, ([uuid, columns]) => {
    const begun = begunFields(columns, asked, whole);
    return [uuid, begun.length === 0 ? columns : mend(columns, begun)] as const;
  });
  return { ...history, nodes: new Map(mended) };
}

/**
 * Steps begin with whole minutes. Rows of old servers stand at the end of theirs, most often at odd
 * seconds, and are complete: as is one of this very moment, in which no step can have begun and reported.
 */
function begunFields({ times, fields }: LoadColumns, asked: number, whole: boolean) {
  const last = times.at(-1) ?? NaN;
  const passed = asked - last;
  const isOpen = passed < (usualStep(times) ?? minuteMs);
  if (!isOpen || passed === 0 || last % minuteMs !== 0) return [];
  const row = times.length - 1;
  const known = order.filter((field) => fields[field] !== undefined);
  const first = known.findIndex((field) => fields[field]?.[row] !== 0);
  const before = whole && first >= 0 ? known.slice(0, first) : known;
  const fallen = before.filter((field) => hasFallen(fields[field], row));
  return passed < begunMs || fallen.some((field) => neverNone.includes(field)) ? fallen : [];
}

/** To 0, at this row. */
function hasFallen(column: Float64Array | undefined, row: number): boolean {
  return column?.[row] === 0 && column[row - 1] !== 0;
}

function mend({ times, fields }: LoadColumns, begun: readonly LoadField[]): LoadColumns {
  const columns = Object.entries(fields).map(([name, column]) => {
    const field = name as LoadField;
    return [field, begun.includes(field) ? column.with(-1, NaN) : column] as const;
  });
  return { times, fields: Object.fromEntries(columns) };
}
